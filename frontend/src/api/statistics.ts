import { useQuery } from "@tanstack/react-query";
import type { DashboardFigures, DeskAgreement, Period } from "@/model/statistics";
import { queryOf, send } from "./client";

const FRESH_MS = 60_000;

/** Work in hand, pace, balance and sources. */
export function useDashboard(period: Period) {
  return useFigures<DashboardFigures>("dashboard", period);
}

/** How far reviewers agree, over the claims whose reviews the caller may read. */
export function useAgreement(period: Period) {
  return useFigures<DeskAgreement>("agreement", period);
}

function useFigures<Figures>(name: string, period: Period) {
  return useQuery({
    queryKey: [name, period],
    queryFn: ({ signal }) => send<Figures>(`/${name}/${queryOf({ ...period })}`, { signal }),
    staleTime: FRESH_MS,
    placeholderData: (earlier) => earlier,
  });
}
