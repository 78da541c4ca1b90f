import { page, type Script } from "./api";
import { article, claim, ME, publication, RATINGS, source, standing } from "./samples";

/** An accepted claim that waits for reviews. */
export const CLAIM = claim("carried 12,000 people", { review_state: "accepted" });
/** An earlier source with a passage that fits the claim. */
export const SUGGESTED = {
  source: source(),
  passage: { start: 14, end: 26, exact: "9,000 a day.", score: 0.6 },
};
/** No review yet. */
export const NONE = { results: [], hidden_until_you_rate: 0 };
/** Where the claim stands open. */
export const AT = "/articles/a1?claim=c1";

/** The API as a reviewer meets it who opens the claim; `script` changes its answers. */
export function desk(script: Script = {}): Script {
  return {
    "GET /me/": ME as never,
    "GET /ratings/": page(RATINGS as never),
    "GET /articles/a1/": article() as never,
    "GET /articles/a1/verdicts/": { results: [] },
    "GET /articles/a1/claims/": page([CLAIM] as never),
    "GET /articles/a1/sentences/": page([]),
    "GET /claims/c1/annotations/": NONE,
    "GET /claims/c1/verdict/": standing() as never,
    "GET /claims/c1/publication/": publication() as never,
    "GET /claims/c1/sources/": { results: [SUGGESTED as never] },
    "GET /sources/s1/": source() as never,
    ...script,
  };
}
