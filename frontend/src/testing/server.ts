import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";

const API = "http://localhost/api/v1";
const PRESENCE = `${API}/claims/:claim/presence/`;

/** The API, as a test tells it to be; the desk is empty and without news unless it says so. */
export const server = setupServer(
  http.get(`${API}/reviewers/`, () => HttpResponse.json({ results: [] })),
  http.get(`${API}/notifications/unread/`, () => HttpResponse.json({ unread: 0 })),
  http.get(`${API}/claims/:claim/matches/`, () => HttpResponse.json({ results: [] })),
  http.get(`${API}/claims/matches/`, () => HttpResponse.json({ results: [] })),
  http.put(PRESENCE, () => HttpResponse.json({ looking: [], holds: [] })),
  http.delete(PRESENCE, () => new HttpResponse(null, { status: 204 })),
);
