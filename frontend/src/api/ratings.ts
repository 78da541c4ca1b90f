import { useQuery } from "@tanstack/react-query";
import type { Page } from "@/model/page";
import type { Rating } from "@/model/rating";
import { send } from "./client";

const NONE: Rating[] = [];

/** The site's rating scale, in its order, and how its reading goes. */
export function useRatingScale() {
  return useQuery({
    queryKey: ["ratings"],
    queryFn: ({ signal }) => send<Page<Rating>>("/ratings/", { signal }),
    staleTime: Infinity,
    select: inOrder,
  });
}

/** The site's rating scale, in its order; none until it is read. */
export function useRatings(): Rating[] {
  return useRatingScale().data ?? NONE;
}

function inOrder(page: Page<Rating>): Rating[] {
  return [...page.results].sort((a, b) => a.position - b.position);
}
