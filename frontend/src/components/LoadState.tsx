import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { problemWords } from "@/i18n/words";
import { ProblemNote } from "./ProblemNote";
import { Waiting } from "./Waiting";

export interface LoadStateProps {
  of: Pick<UseQueryResult, "isPending" | "isFetching" | "error" | "refetch">;
}

/** That an answer is on its way, or why it didn't come and how to ask again; else nothing. */
export function LoadState({ of: query }: LoadStateProps) {
  const { t } = useTranslation();
  if (query.isPending) return <Waiting />;
  if (!query.error) return null;
  return (
    <ProblemNote onRetry={() => void query.refetch()} isRetrying={query.isFetching}>
      {problemWords(query.error, t)}
    </ProblemNote>
  );
}
