import { Problem, type ProblemDocument } from "@/model/problem";
import { noteKnown, noteStranger } from "./session";

const BASE = "/api/v1";
/** The log-in page; the address it leads to follows. */
export const LOGIN = "/accounts/login/?next=";

/** What a request needs beyond its address. */
export interface Sending {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON, or as a form when it is one. */
  body?: unknown;
  /** The version that was seen; sent as If-Match. */
  version?: number;
  signal?: AbortSignal | undefined;
}

/**
 * Ask the API and return what it answers.
 *
 * path: below /api/v1, or a whole address that the API gave (a page's `next`).
 * Throws Problem for every refusal; code "offline" when no answer comes. A stranger is led to the
 * log-in page; where a session ends under a page in use, the page stays and says so.
 */
export async function send<T>(path: string, sending: Sending = {}): Promise<T> {
  const response = await reach(addressOf(path), requestOf(sending));
  if (response.status !== 401) noteKnown();
  else if (!noteStranger()) goToLogin();
  if (!response.ok) throw new Problem(await problemOf(response));
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** Write the parameters that have a value as a query string, `?` included. */
export function queryOf(parameters: Record<string, string | number | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `?${text}` : "";
}

/** The log-out form's proof that it comes from this page. */
export function csrfToken(): string {
  const cookie = /(?:^|;\s*)csrftoken=([^;]*)/.exec(document.cookie);
  return cookie?.[1] ? decodeURIComponent(cookie[1]) : "";
}

function addressOf(path: string): string {
  const isOurs = path.startsWith("/") && !path.startsWith(`${BASE}/`);
  // behind a proxy the server may not know its own origin: only the path of its links is used
  const given = new URL(isOurs ? BASE + path : path, window.location.origin);
  return new URL(given.pathname + given.search, window.location.origin).href;
}

function requestOf({ method = "GET", body, version, signal }: Sending): RequestInit {
  const headers = new Headers({ Accept: "application/json" });
  headers.set("Accept-Language", document.documentElement.lang || "it");
  if (method !== "GET") headers.set("X-CSRFToken", csrfToken());
  if (version !== undefined) headers.set("If-Match", `"${version}"`);
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers.set("Content-Type", "application/json");
  const sent = body === undefined ? null : isForm ? body : JSON.stringify(body);
  return { method, headers, body: sent, signal: signal ?? null, credentials: "same-origin" };
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem({ code: "offline", status: 0, title: "No answer from the server." });
  }
}

async function problemOf(response: Response): Promise<ProblemDocument> {
  const fallback = { code: codeOf(response.status), status: response.status };
  const sent = await response.json().catch(() => ({}));
  return { title: response.statusText, ...fallback, ...(sent as object) };
}

function codeOf(status: number): string {
  if (status >= 500) return "server-error";
  if (status === 413) return "too-large";
  return `http-${status}`;
}

function goToLogin(): void {
  const here = window.location.pathname + window.location.search;
  window.location.assign(LOGIN + encodeURIComponent(here));
}
