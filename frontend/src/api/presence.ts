import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Presence } from "@/model/assignment";
import { send } from "./client";

const BEAT_MS = 15_000;
/** Without a key or a click for so long, a page is open but nobody works at it. */
const IDLE_MS = 5 * 60_000;
const SIGNS = ["keydown", "pointerdown", "wheel"] as const;

/**
 * Tell the desk that this person looks at a claim, and learn who else does and who holds it.
 *
 * A page in the background gives no sign; one that nobody touches keeps no lease.
 */
export function usePresence(claimId: string | null): Presence | undefined {
  const lastSign = useLastSign();
  useEffect(() => {
    if (!claimId) return undefined;
    return () => void send(`/claims/${claimId}/presence/`, { method: "DELETE" }).catch(ignore);
  }, [claimId]);
  const { data } = useQuery({
    queryKey: ["claim", claimId, "presence"],
    queryFn: ({ signal }) =>
      send<Presence>(`/claims/${claimId}/presence/`, {
        method: "PUT",
        body: { active: Date.now() - lastSign.current < IDLE_MS },
        signal,
      }),
    enabled: claimId !== null,
    refetchInterval: BEAT_MS,
    refetchIntervalInBackground: false,
    retry: false,
  });
  return data;
}

function useLastSign() {
  const last = useRef(0);
  useEffect(() => {
    last.current = Date.now();
    const note = () => {
      last.current = Date.now();
    };
    for (const sign of SIGNS) window.addEventListener(sign, note, { passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, note);
    };
  }, []);
  return last;
}

function ignore(): void {
  // the others stop seeing this person by themselves after a while
}
