import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type LastList, lastList } from "./lastList";

/** A list that is read page by page. */
export type PagedList = Pick<
  UseInfiniteQueryResult,
  | "data"
  | "isFetching"
  | "isPlaceholderData"
  | "hasNextPage"
  | "isFetchNextPageError"
  | "fetchNextPage"
>;

/** What was left of a list. */
interface ListAsLeft {
  /** Null for who doesn't come back to it. */
  left: LastList | null;
  /** Not all that was here is here again. */
  isComing: boolean;
}

/**
 * Read a list on until it is as long as when this window left it.
 *
 * address: where the list is; count: how many rows of it are here.
 */
export function useListAsLeft(list: PagedList, address: string, count: number): ListAsLeft {
  const [last] = useState(lastList);
  const left = last?.address === address ? last : null;
  const isShort = left !== null && count < left.count;
  useNextPage(list, isShort, count);
  const hasMore = list.data === undefined || (list.hasNextPage && !list.isFetchNextPageError);
  return { left, isComing: isShort && hasMore };
}

/** Read one page more where it is wanted, each time anew when the list has grown to `count` rows. */
export function useNextPage(list: PagedList, isWanted: boolean, count: number): void {
  const { isFetching, isPlaceholderData, hasNextPage, isFetchNextPageError, fetchNextPage } = list;
  const isReady = hasNextPage && !isFetching && !isPlaceholderData && !isFetchNextPageError;
  const isDue = isWanted && isReady;
  useEffect(() => {
    if (isDue) void fetchNextPage();
  }, [isDue, count, fetchNextPage]);
}
