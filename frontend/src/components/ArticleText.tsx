import { memo, type RefObject, useEffect, useMemo } from "react";
import type { CodePoints } from "@/anchoring/codePoints";
import { type Paragraph, paragraphsOf } from "@/anchoring/paragraphs";
import { flatten, type Mark, marksByParagraph } from "@/anchoring/segments";
import type { Tone } from "@/model/rating";
import styles from "./ArticleText.module.css";

/** A claim as the text shows it. `isFirm`: accepted, so its words are tinted too. */
export interface TextClaim {
  id: string;
  segments: readonly (readonly [number, number])[];
  tone: Tone;
  isFirm: boolean;
}

interface ArticleTextProps {
  root: RefObject<HTMLDivElement | null>;
  points: CodePoints;
  language: string;
  claims: readonly TextClaim[];
  activeId: string | null;
  onPick: (id: string) => void;
  /** Enter on a claim's words: go to its card. */
  onOpen: (id: string) => void;
}

const NO_IDS: ReadonlySet<string> = new Set();

/** The article with its claims marked; overlapping claims are flattened paragraph by paragraph. */
export function ArticleText(props: ArticleTextProps) {
  const { root, points, language, claims, activeId, onPick, onOpen } = props;
  const paragraphs = useMemo(() => paragraphsOf(points), [points]);
  const shares = useMemo(() => sharesOf(paragraphs, claims), [paragraphs, claims]);
  const looks = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims]);
  usePicking(root, activeId, onPick, onOpen);
  const reachable = activeId && looks.has(activeId) ? activeId : (claims[0]?.id ?? null);

  return (
    <div ref={root} className={styles.text} lang={language || undefined} tabIndex={-1}>
      {paragraphs.map((paragraph, index) => {
        const share = shares[index] ?? EMPTY_SHARE;
        return (
          <ParagraphView
            key={paragraph.start}
            paragraph={paragraph}
            marks={share.marks}
            begun={share.begun}
            looks={looks}
            signature={share.signature}
            activeId={activeId && share.ids.has(activeId) ? activeId : null}
            reachableId={reachable && share.ids.has(reachable) ? reachable : null}
          />
        );
      })}
    </div>
  );
}

/** One paragraph's marks; `signature` changes exactly when the paragraph must be drawn anew. */
interface Share {
  marks: readonly Mark[];
  ids: ReadonlySet<string>;
  begun: ReadonlySet<string>;
  signature: string;
}

const EMPTY_SHARE: Share = { marks: [], ids: NO_IDS, begun: NO_IDS, signature: "" };

function sharesOf(paragraphs: readonly Paragraph[], claims: readonly TextClaim[]): Share[] {
  const looks = new Map(claims.map((claim) => [claim.id, claim.tone + String(claim.isFirm)]));
  const marks = claims.flatMap((claim) =>
    claim.segments.map(([start, end]) => ({ id: claim.id, start, end })),
  );
  let begun = NO_IDS;
  return marksByParagraph(paragraphs, marks).map((share) => {
    if (share.length === 0) return EMPTY_SHARE;
    const ids = new Set(share.map((mark) => mark.id));
    const before = begun;
    begun = new Set([...begun, ...ids]);
    const signature = share
      .map((m) => `${m.id}:${m.start}:${m.end}:${looks.get(m.id)}:${before.has(m.id)}`)
      .join("|");
    return { marks: share, ids, begun: before, signature };
  });
}

interface ParagraphViewProps {
  paragraph: Paragraph;
  marks: readonly Mark[];
  begun: ReadonlySet<string>;
  looks: ReadonlyMap<string, TextClaim>;
  signature: string;
  activeId: string | null;
  reachableId: string | null;
}

const ParagraphView = memo(
  function ParagraphView(props: ParagraphViewProps) {
    const { paragraph, marks, begun, looks, activeId, reachableId } = props;
    const pieces = flatten(paragraph, marks, begun);
    return (
      <p className={styles.paragraph} data-start={paragraph.start}>
        {pieces.map(({ start, text, ids, begins }) => {
          if (ids.length === 0) return text;
          const isActive = activeId !== null && ids.includes(activeId);
          const look = looks.get((isActive ? activeId : ids[0]) ?? "");
          const isStop = reachableId !== null && begins.includes(reachableId);
          return (
            <mark
              key={start}
              className={styles.piece}
              data-claims={ids.join(" ")}
              data-begins={begins.length > 0 ? begins.join(" ") : undefined}
              data-tone={look?.tone}
              data-firm={look?.isFirm || undefined}
              data-active={isActive || undefined}
              data-layers={ids.length > 1 ? Math.min(ids.length, 3) : undefined}
              role={begins.length > 0 ? "button" : undefined}
              aria-current={isActive && begins.includes(activeId) ? "true" : undefined}
              tabIndex={begins.length > 0 ? (isStop ? 0 : -1) : undefined}
            >
              {text}
            </mark>
          );
        })}
      </p>
    );
  },
  (a, b) =>
    a.signature === b.signature &&
    a.paragraph === b.paragraph &&
    a.activeId === b.activeId &&
    a.reachableId === b.reachableId,
);

/** One listener for all marks: 500 claims would otherwise mean thousands of handlers. */
function usePicking(
  root: RefObject<HTMLDivElement | null>,
  activeId: string | null,
  onPick: (id: string) => void,
  onOpen: (id: string) => void,
): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const click = (event: MouseEvent) => {
      const isSelecting = !(window.getSelection()?.isCollapsed ?? true);
      const ids = claimsAt(event.target);
      if (isSelecting || ids.length === 0) return;
      onPick(nextOf(ids, activeId));
    };
    const press = (event: KeyboardEvent) => {
      const ids = claimsAt(event.target);
      if (ids.length === 0 || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      onOpen(activeId && ids.includes(activeId) ? activeId : nextOf(ids, activeId));
    };
    element.addEventListener("click", click);
    element.addEventListener("keydown", press);
    return () => {
      element.removeEventListener("click", click);
      element.removeEventListener("keydown", press);
    };
  }, [root, activeId, onPick, onOpen]);
}

function claimsAt(target: EventTarget | null): string[] {
  if (!(target instanceof Element)) return [];
  return target.closest<HTMLElement>("[data-claims]")?.dataset.claims?.split(" ") ?? [];
}

/** Among claims that overlap, each further click takes the next one. */
function nextOf(ids: readonly string[], activeId: string | null): string {
  const at = activeId === null ? -1 : ids.indexOf(activeId);
  return ids[(at + 1) % ids.length] ?? "";
}
