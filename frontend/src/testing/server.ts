import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";

const PRESENCE = "http://localhost/api/v1/claims/:claim/presence/";

/** The API, as a test tells it to be; the desk is empty unless it says so. */
export const server = setupServer(
  http.get("http://localhost/api/v1/reviewers/", () => HttpResponse.json({ results: [] })),
  http.put(PRESENCE, () => HttpResponse.json({ looking: [], holds: [] })),
  http.delete(PRESENCE, () => new HttpResponse(null, { status: 204 })),
);
