/** A cell: words or a number, and where it leads. */
export interface Cell {
  text: string;
  /** What the CSV holds instead, such as a number without the language's marks. */
  raw?: string | number | null;
  /** An address of the desk. */
  to?: string;
  /** An address outside. */
  href?: string;
}

/** Letters with which a spreadsheet would take a cell for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Write a table as CSV (RFC 4180), numbers with a point; no cell can act as a formula. */
export function csvOf(head: string[], rows: Cell[][]): string {
  const lines = [head.map(field), ...rows.map((row) => row.map((cell) => field(valueOf(cell))))];
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}

function valueOf({ raw, text }: Cell): string | number {
  if (raw === undefined) return text;
  return raw ?? "";
}

function field(value: string | number): string {
  if (typeof value === "number") return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Let the browser save a text, in UTF-8 with the mark that spreadsheets look for. */
export function saveAs(name: string, text: string): void {
  const blob = new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
