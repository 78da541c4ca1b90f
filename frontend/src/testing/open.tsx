import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { makeQueryClient } from "@/api/queryClient";
import { Toaster } from "@/components/Toaster";
import { KeyProvider } from "@/keyboard/KeyProvider";
import { Places } from "@/routes/Places";
import { theme } from "@/theme/theme";

/** Open the desk at a place, as a person with a keyboard and a mouse. */
export function openDesk(path: string) {
  const client = makeQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={client}>
        <KeyProvider>
          <Toaster />
          <MemoryRouter initialEntries={[path]}>
            <Places />
          </MemoryRouter>
        </KeyProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return userEvent.setup();
}
