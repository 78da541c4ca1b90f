import { useCallback, useRef, useState } from "react";

/**
 * Acts under way, and what is to follow them: one after another, each resting on the one before.
 *
 * What was asked to follow an act that came to nothing is dropped.
 */
export function useActLine() {
  const line = useRef<Promise<void>>(Promise.resolve());
  const failures = useRef(0);
  const [underway, setUnderway] = useState<readonly string[]>([]);

  const follow = useCallback((run: () => Promise<boolean>) => {
    const known = failures.current;
    line.current = line.current.then(async () => {
      if (known === failures.current && !(await run())) failures.current += 1;
    });
  }, []);
  /** Let what is asked from now on wait for the act; `act` gives whether it was done. */
  const during = useCallback(async (what: string, act: () => Promise<boolean>) => {
    const isDone = act().finally(() => setUnderway((acts) => acts.filter((_, at) => at > 0)));
    setUnderway((acts) => [...acts, what]);
    const before = line.current;
    line.current = isDone.catch(() => false).then(async (done) => {
      if (!done) failures.current += 1;
      await before;
    });
    return isDone;
  }, []);
  return { follow, during, underway: underway.at(-1) ?? null };
}
