import { useCallback, useRef } from "react";

/**
 * Gives who asks for the same again, before the answer is here, the answer that is on its way: a key
 * or button pressed twice is one act.
 *
 * nameOf: tells apart what is asked for; left out, its arguments do.
 */
export function useOnce<Given extends unknown[], Answer>(
  act: (...given: Given) => Promise<Answer>,
  nameOf: (...given: Given) => string = inWords,
): (...given: Given) => Promise<Answer> {
  const underway = useRef(new Map<string, Promise<Answer>>());
  return useCallback(
    (...given: Given) => {
      const asked = nameOf(...given);
      const already = underway.current.get(asked);
      if (already) return already;
      const answer = act(...given).finally(() => underway.current.delete(asked));
      underway.current.set(asked, answer);
      return answer;
    },
    [act, nameOf],
  );
}

function inWords(...given: unknown[]): string {
  return JSON.stringify(given);
}
