import { http, HttpResponse, type JsonBodyType } from "msw";
import { server } from "./server";

const ROOT = "http://localhost/api/v1";

/** One request as the API got it. */
export interface Heard {
  method: string;
  path: string;
  ifMatch: string | null;
  body: unknown;
}

export interface Answer {
  status?: number;
  body: JsonBodyType;
}

/** What the API answers: by "METHOD /path", a body, or a function of what was sent. */
export type Script = Record<string, JsonBodyType | ((heard: Heard) => Answer | Promise<Answer>)>;

/** Let the API answer by this script; returns the list of what it hears, in order. */
export function apiAnswers(script: Script): Heard[] {
  const heard: Heard[] = [];
  const methods = { GET: http.get, POST: http.post, PUT: http.put, PATCH: http.patch, DELETE: http.delete };
  for (const [route, answer] of Object.entries(script)) {
    const [method = "GET", path = ""] = route.split(" ");
    const on = methods[method as keyof typeof methods];
    server.use(
      on(ROOT + path, async ({ request }) => {
        const call = await hear(request);
        heard.push(call);
        if (typeof answer !== "function") return HttpResponse.json(answer);
        const { status = 200, body } = await answer(call);
        return HttpResponse.json(body, { status });
      }),
    );
  }
  return heard;
}

async function hear(request: Request): Promise<Heard> {
  const url = new URL(request.url);
  const text = await request.text();
  return {
    method: request.method,
    path: url.pathname.replace("/api/v1", "") + url.search,
    ifMatch: request.headers.get("If-Match"),
    body: text.startsWith("{") ? JSON.parse(text) : text,
  };
}

/** A refusal as the API words it. */
export function refusal(status: number, code: string): Answer {
  return { status, body: { type: `/problems/${code}/`, title: code, status, code } };
}

/** A list of one page. */
export function page(results: JsonBodyType[]): JsonBodyType {
  return { next: null, previous: null, results };
}

/** An answer that waits until it is let go. */
export function held(answer: Answer): { wait: () => Promise<Answer>; letGo: () => void } {
  let letGo = () => {};
  const allowed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { wait: () => allowed.then(() => answer), letGo: () => letGo() };
}
