import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { BrowserRouter } from "react-router";
import { makeQueryClient } from "@/api/queryClient";
import { Toaster } from "@/components/Toaster";
import { KeyProvider } from "@/keyboard/KeyProvider";
import { cssVariables, theme } from "@/theme/theme";
import { Places } from "./Places";

interface AppProps {
  /** The page's nonce, for the style elements that Mantine makes. */
  nonce: string;
}

/** The whole desk: looks, cache, keys and routes. */
export function App({ nonce }: AppProps) {
  const [client] = useState(makeQueryClient);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={client}>
        <KeyProvider>
          <Toaster />
          <BrowserRouter basename="/desk">
            <Places />
          </BrowserRouter>
        </KeyProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
