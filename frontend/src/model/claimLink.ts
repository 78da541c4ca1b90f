/** A claim as something else names it. */
export interface ClaimLink {
  id: string;
  text: string;
  article: string;
}

/** The workbench's address with the claim open. */
export function workbenchOf(claim: ClaimLink): string {
  return `/articles/${claim.article}?claim=${claim.id}`;
}
