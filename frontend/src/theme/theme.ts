import {
  ActionIcon,
  Button,
  createTheme,
  type CSSVariablesResolver,
  Input,
  type MantineColorsTuple,
} from "@mantine/core";

const GREYS: MantineColorsTuple = [
  "#e8eaed",
  "#c9cdd3",
  "#a9b0ba",
  "#7d8590",
  "#363c46",
  "#2a303a",
  "#1d2128",
  "#14171c",
  "#101317",
  "#0b0d10",
];

const BLUES: MantineColorsTuple = [
  "#e8f0fe",
  "#d2e3fc",
  "#aecbfa",
  "#8ab4f8",
  "#669df6",
  "#2f74e0",
  "#0b57d0",
  "#0a4cb7",
  "#08419d",
  "#063378",
];

const FONT = "Inter, system-ui, sans-serif";

/** Mantine in the colours and sizes of interface.md. */
export const theme = createTheme({
  primaryColor: "blue",
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  colors: { dark: GREYS, blue: BLUES },
  white: "#ffffff",
  black: "#1b1f24",
  fontFamily: FONT,
  headings: { fontFamily: FONT, fontWeight: "600" },
  defaultRadius: "sm",
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  focusRing: "never",
  components: {
    Button: Button.extend({ defaultProps: { size: "xs" } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", color: "gray", size: 30 } }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: "sm" } }),
  },
});

/** Mantine's own variables, led back to the tokens. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    "--mantine-color-body": "var(--surface)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--muted)",
    "--mantine-color-placeholder": "var(--muted)",
    "--mantine-color-default-border": "var(--control)",
    "--mantine-color-error": "var(--tone-false)",
    "--mantine-color-anchor": "var(--focus)",
  };
  return { variables: {}, light: shared, dark: shared };
};
