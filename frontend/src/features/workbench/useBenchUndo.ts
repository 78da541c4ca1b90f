import { type RefObject, useCallback, useRef } from "react";
import { useNavigate } from "react-router";
import { type Undo, useUndo } from "@/components/useUndo";

export interface BenchUndo {
  undo: Undo;
  /** Opens a claim of the article on the bench, which sets it. */
  opener: RefObject<((claimId: string) => void) | null>;
}

/** The acts of this visit to the bench; the way back leads to the article that one was done in. */
export function useBenchUndo(articleId: string): BenchUndo {
  const navigate = useNavigate();
  const opener = useRef<((claimId: string) => void) | null>(null);
  const lead = useCallback(
    (claimId: string, inArticle = articleId) => {
      if (inArticle === articleId) opener.current?.(claimId);
      else void navigate(`/articles/${inArticle}?claim=${claimId}`);
    },
    [articleId, navigate],
  );
  return { undo: useUndo(lead), opener };
}
