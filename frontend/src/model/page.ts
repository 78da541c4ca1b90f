/** One page of a cursor-paged list. `next` is an address, null at the end. */
export interface Page<T> {
  next: string | null;
  previous: string | null;
  results: T[];
}
