import { setupServer } from "msw/node";

/** The API, as a test tells it to be. */
export const server = setupServer();
