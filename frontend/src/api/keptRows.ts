import { replaceEqualDeep } from "@tanstack/react-query";

/**
 * Keep each unchanged row of a list the very object it was, wherever it stands now.
 *
 * By default rows are compared place by place, so one new row would make all rows after it look
 * new, and all that shows them be drawn again. To be used as a query's `structuralSharing`.
 */
export function keptRows<Row extends object>(idOf: (row: Row) => string) {
  return (before: unknown, after: unknown): unknown => {
    if (!isList<Row>(before) || !isList<Row>(after)) return after;
    const known = new Map(before.map((row) => [idOf(row), row]));
    const rows = after.map((row) => replaceEqualDeep(known.get(idOf(row)), row));
    const isSame = rows.length === before.length && rows.every((row, at) => row === before[at]);
    return isSame ? before : rows;
  };
}

function isList<Row>(given: unknown): given is Row[] {
  return Array.isArray(given);
}
