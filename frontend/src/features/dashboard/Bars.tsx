import type { ReactNode } from "react";
import { Link } from "react-router";
import styles from "./Bars.module.css";

export interface Bar {
  key: string;
  label: string;
  /** Where what is counted is listed; for the mouse alone, the table has the link too. */
  to?: string;
  /** Told at the bar's end. */
  value: string;
  /** Length, as a share in [0, 1] of the longest. */
  share: number;
  /** A darker part of it, as a share of the longest. */
  part?: number;
  /** Drawn below the bar. */
  below?: ReactNode;
}

/** Bars that lie, one below the other; for the eye alone, the figure's table holds the words. */
export function Bars({ bars }: { bars: Bar[] }) {
  return (
    <div className={styles.bars}>
      {bars.map((bar) => (
        <div key={bar.key} className={styles.bar}>
          {bar.to ? (
            <Link className={styles.label} to={bar.to} tabIndex={-1}>
              {bar.label}
            </Link>
          ) : (
            <span className={styles.label}>{bar.label}</span>
          )}
          <span className={styles.value}>{bar.value}</span>
          <div className={styles.track}>
            {bar.share > 0 && (
              <span className={styles.whole} style={{ inlineSize: percent(bar.share) }} />
            )}
            {bar.part !== undefined && (
              <span className={styles.part} style={{ inlineSize: percent(bar.part) }} />
            )}
          </div>
          {bar.below}
        </div>
      ))}
    </div>
  );
}

function percent(share: number): string {
  return `${Math.min(Math.max(share, 0), 1) * 100}%`;
}
