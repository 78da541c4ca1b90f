import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";

const PRESENCE = "http://localhost/api/v1/claims/:claim/presence/";

/** The API, as a test tells it to be; nobody else is there unless it says so. */
export const server = setupServer(
  http.put(PRESENCE, () => HttpResponse.json({ looking: [], holds: [] })),
  http.delete(PRESENCE, () => new HttpResponse(null, { status: 204 })),
);
