import { QueryClient } from "@tanstack/react-query";
import { Problem } from "@/model/problem";

const TRIES = 2;

/** A refusal stays a refusal; only a silent or broken server is asked again. */
function isWorthRetrying(count: number, error: Error): boolean {
  const answered = error instanceof Problem && error.status >= 400 && error.status < 500;
  return !answered && count < TRIES;
}

/** The cache of all that was read from the API. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // what is written without a connection is told at once and kept, not held back in silence
      mutations: { networkMode: "always" },
      queries: { retry: isWorthRetrying, staleTime: 10_000, refetchOnWindowFocus: true },
    },
  });
}
