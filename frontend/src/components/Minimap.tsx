import { memo, type PointerEvent, useMemo } from "react";
import type { TextClaim } from "./ArticleText";
import styles from "./Minimap.module.css";

interface MinimapProps {
  /** Code points of the whole text. */
  length: number;
  claims: readonly TextClaim[];
  activeId: string | null;
  onPick: (id: string) => void;
}

const HEIGHT = 1000;
const LEAST = 3;

/**
 * Where the claims stand in the whole text, each in its rating's colour; a press opens the nearest.
 *
 * For eyes and pointers only: by keyboard j and k go the same way.
 */
export const Minimap = memo(function Minimap({ length, claims, activeId, onPick }: MinimapProps) {
  const places = useMemo(
    () =>
      claims.map(({ id, tone, segments }) => {
        const start = segments[0]?.[0] ?? 0;
        const end = segments.at(-1)?.[1] ?? start;
        const scale = HEIGHT / Math.max(1, length);
        return { id, tone, at: start * scale, size: Math.max(LEAST, (end - start) * scale) };
      }),
    [claims, length],
  );
  const pick = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = ((event.clientY - box.top) / box.height) * HEIGHT;
    const away = (place: (typeof places)[number]) => Math.abs(place.at + place.size / 2 - at);
    const [first, ...others] = places;
    if (!first) return;
    onPick(others.reduce((best, place) => (away(place) < away(best) ? place : best), first).id);
  };
  if (places.length === 0) return null;
  return (
    <svg
      className={styles.map}
      viewBox={`0 0 10 ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onPointerDown={pick}
    >
      {places.map(({ id, tone, at, size }) => (
        <rect
          key={id}
          className={styles.place}
          data-tone={tone}
          data-active={id === activeId || undefined}
          x={id === activeId ? 0 : 3}
          width={id === activeId ? 10 : 7}
          y={at}
          height={size}
        />
      ))}
    </svg>
  );
});
