import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { pageLanguage, startI18n } from "./i18n";
import { App } from "./routes/App";
import "./theme/fonts.css";
import "./theme/mantine.css";
import "./theme/tokens.css";

const nonce = document.querySelector<HTMLMetaElement>("meta[name=csp-nonce]")?.content ?? "";
if (nonce) setNonce(nonce);

/** The shell page may bring its own element; otherwise one is made. */
function rootElement(): HTMLElement {
  const given = document.getElementById("desk") ?? document.getElementById("root");
  if (given) return given;
  const made = document.createElement("div");
  document.body.append(made);
  return made;
}

await startI18n(pageLanguage());
createRoot(rootElement()).render(
  <StrictMode>
    <App nonce={nonce} />
  </StrictMode>,
);
