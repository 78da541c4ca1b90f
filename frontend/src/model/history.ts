/** What a change of the history was; moderation and evidence have acts of their own. */
export type HistoryAct =
  | "insert"
  | "update"
  | "delete"
  | "hide"
  | "restore"
  | "evidence_insert"
  | "evidence_update"
  | "evidence_delete";

/** One change: who, when, and each field's old and new value. */
export interface HistoryEntry {
  at: string;
  by: string | null;
  act: HistoryAct;
  changes: Record<string, [before: unknown, after: unknown]>;
}
