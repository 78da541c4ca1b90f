/** A piece of two texts: in both, only in the earlier, only in the later one. */
export interface DiffPiece {
  kind: "same" | "gone" | "new";
  text: string;
}

/** Above this many comparisons the changed middle is shown as one replacement. */
const MOST_COMPARED = 4_000_000;
const TOKEN = /\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;

/**
 * Compare two texts word by word; pieces come in reading order, what is gone before what is new.
 *
 * Source: the longest common subsequence, by dynamic programming (Wagner and Fischer 1974).
 */
export function wordDiff(before: string, after: string): DiffPiece[] {
  const [old, fresh] = [tokens(before), tokens(after)];
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - head;
  while (tail < most && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  return joined([
    ...pieces("same", old.slice(0, head)),
    ...middle(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)),
    ...pieces("same", tail ? old.slice(-tail) : []),
  ]);
}

function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

function pieces(kind: DiffPiece["kind"], words: readonly string[]): DiffPiece[] {
  return words.map((text) => ({ kind, text }));
}

function middle(old: readonly string[], fresh: readonly string[]): DiffPiece[] {
  const isLong = old.length * fresh.length > MOST_COMPARED;
  if (old.length === 0 || fresh.length === 0 || isLong) {
    return [...pieces("gone", old), ...pieces("new", fresh)];
  }
  const width = fresh.length + 1;
  const common = commonLengths(old, fresh);
  const found: DiffPiece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [left, right] = [old[i], fresh[j]];
    const at = i * width + j;
    if (left !== undefined && left === right) {
      found.push({ kind: "same", text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || below(common, at, width))) {
      found.push({ kind: "gone", text: left });
      i += 1;
    } else {
      found.push({ kind: "new", text: right ?? "" });
      j += 1;
    }
  }
  return found;
}

/** Is more kept by leaving the earlier word out than by taking the later one in? */
function below(common: Uint32Array, at: number, width: number): boolean {
  return (common[at + width] ?? 0) >= (common[at + 1] ?? 0);
}

/** Row by row: how many words the rests of both texts, from (i, j) on, have in common. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint32Array {
  const width = fresh.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      const isSame = old[i] === fresh[j];
      const [down, right] = [common[at + width] ?? 0, common[at + 1] ?? 0];
      common[at] = isSame ? (common[at + width + 1] ?? 0) + 1 : Math.max(down, right);
    }
  }
  return common;
}

/** Put neighbours of one kind together; between two changes a blank counts as changed too. */
function joined(all: readonly DiffPiece[]): DiffPiece[] {
  const out: DiffPiece[] = [];
  let [gone, fresh] = ["", ""];
  const settle = () => {
    if (gone) out.push({ kind: "gone", text: gone });
    if (fresh) out.push({ kind: "new", text: fresh });
    [gone, fresh] = ["", ""];
  };
  all.forEach((piece, index) => {
    const isBlank = piece.kind === "same" && !piece.text.trim();
    const isBetween = isBlank && all[index - 1]?.kind !== "same" && all[index + 1]?.kind !== "same";
    if (piece.kind === "gone") gone += piece.text;
    else if (piece.kind === "new") fresh += piece.text;
    else if (isBetween && index > 0 && index < all.length - 1) {
      gone += piece.text;
      fresh += piece.text;
    } else {
      settle();
      const last = out.at(-1);
      if (last?.kind === "same") last.text += piece.text;
      else out.push({ ...piece });
    }
  });
  settle();
  return out;
}
