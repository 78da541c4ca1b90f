/** One field's trouble; `pointer` is a JSON Pointer into what was sent. */
export interface FieldProblem {
  detail: string;
  pointer: string;
}

/** A problem document (RFC 9457) as the API sends it. */
export interface ProblemDocument {
  type?: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  errors?: FieldProblem[];
  [more: string]: unknown;
}

/** A refusal or failure of the API, with its stable `code`. */
export class Problem extends Error {
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument) {
    super(document.detail ?? document.title);
    this.name = "Problem";
    this.document = document;
  }

  get code(): string {
    return this.document.code;
  }

  get status(): number {
    return this.document.status;
  }
}

/** Has someone changed the thing since it was read (HTTP 412)? */
export function isConflict(error: unknown): error is Problem {
  return error instanceof Problem && error.status === 412;
}

/** Has what was asked for become impossible since the thing was read? */
export function isWrongState(error: unknown): error is Problem {
  return error instanceof Problem && error.code === "wrong-state";
}

/** Has this person reviewed the claim already, maybe in another window? */
export function isRepeated(error: unknown): error is Problem {
  return error instanceof Problem && error.code === "already-reviewed";
}

/** Is there nothing at that address? */
export function isMissing(error: unknown): error is Problem {
  return error instanceof Problem && error.status === 404;
}

/** Did no answer come at all, so that it may be tried again as it is? */
export function isOffline(error: unknown): error is Problem {
  return error instanceof Problem && error.code === "offline";
}
