import { useCallback, useState } from "react";

const NONE: ReadonlySet<string> = new Set();

/** Claims about which something was sent and no answer is here yet. */
export function useUnderway() {
  const [ids, setIds] = useState(NONE);
  const mark = useCallback(async (id: string, answer: Promise<unknown>): Promise<void> => {
    setIds((before) => new Set(before).add(id));
    try {
      await answer;
    } finally {
      setIds((before) => new Set([...before].filter((other) => other !== id)));
    }
  }, []);
  return { ids, mark };
}
