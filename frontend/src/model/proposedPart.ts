import type { SpanPair } from "./claim";

/** Words of a claim that say less than all of it. */
export interface ProposedPart {
  text: string;
  segments: SpanPair[];
}

/** A part is known by where its words stand. */
export function keyOfSegments(part: Pick<ProposedPart, "segments">): string {
  return part.segments.map((pair) => pair.join("-")).join(" ");
}
