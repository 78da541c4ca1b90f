import { type ReactNode, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CodePoints } from "@/anchoring/codePoints";
import { rangeOfSpan, type TextSpan } from "@/anchoring/selection";
import { KeyButton } from "@/components/KeyButton";
import type { Undo } from "@/components/useUndo";
import { useKeys } from "@/keyboard/useKeys";
import styles from "./ArticlePane.module.css";
import { NewClaimDialog } from "./NewClaimDialog";
import { usePendingSpan } from "./usePendingSpan";

interface NewClaimProps {
  articleId: string;
  points: CodePoints;
  text: RefObject<HTMLDivElement | null>;
  sentences: readonly TextSpan[];
  openId: string | null;
  /** The words of the open claim, from its first to its last. */
  open: TextSpan | null;
  /** Anchors the open claim to other words; null while none is open. */
  onResize: ((span: TextSpan) => void) | null;
  onAdded: (id: string) => void;
  undo: Undo;
}

/** The bar beside chosen words, and the dialog that makes a claim of them. */
export function NewClaim(props: NewClaimProps) {
  const { articleId, points, text, sentences, openId, open, onResize, onAdded, undo } = props;
  const { t } = useTranslation();
  const { span, clear } = usePendingSpan({ points, text, sentences, open });
  const [isOpen, setOpen] = useState(false);
  const resize = () => {
    if (span) onResize?.(span);
    clear();
  };
  useKeys([
    { keys: ["z"], does: t("claim.resize"), isOff: !span || !onResize, run: resize },
    { keys: ["Enter", "n"], does: t("newClaim.title"), isOff: !span, run: () => setOpen(true) },
    { keys: ["Escape"], does: t("newClaim.drop"), isOff: !span, run: clear },
  ]);
  if (!span) return null;
  const close = () => {
    setOpen(false);
    clear();
  };
  return (
    <>
      <PlacedBar text={text} span={span}>
        <KeyButton shortcut="Enter" onClick={() => setOpen(true)}>
          {t("newClaim.title")}
        </KeyButton>
        {onResize && (
          <KeyButton variant="default" shortcut="z" onClick={resize}>
            {t("claim.resize")}
          </KeyButton>
        )}
        <KeyButton variant="subtle" shortcut="Escape" onClick={clear}>
          {t("newClaim.drop")}
        </KeyButton>
      </PlacedBar>
      {isOpen && (
        <NewClaimDialog
          articleId={articleId}
          span={span}
          exact={points.slice(span.start, span.end)}
          from={openId}
          onClose={close}
          onAdded={onAdded}
          undo={undo}
        />
      )}
    </>
  );
}

interface PlacedBarProps {
  text: RefObject<HTMLDivElement | null>;
  span: TextSpan;
  children: ReactNode;
}

/** Least distance from the sheet's sides, CSS pixels. */
const EDGE = 8;

/** Stands just below the chosen words, never over them. */
function PlacedBar({ text, span, children }: PlacedBarProps) {
  const place = (bar: HTMLDivElement | null) => {
    const root = text.current;
    const sheet = bar?.offsetParent;
    const range = root && rangeOfSpan(root, span);
    if (!bar || !sheet || !range) return;
    const words = range.getBoundingClientRect();
    const box = sheet.getBoundingClientRect();
    bar.style.insetBlockStart = `${words.bottom - box.top + 8}px`;
    const room = box.width - bar.offsetWidth - EDGE;
    bar.style.insetInlineStart = `${Math.max(EDGE, Math.min(words.left - box.left, room))}px`;
  };
  return (
    <div ref={place} className={styles.bar}>
      {children}
    </div>
  );
}
