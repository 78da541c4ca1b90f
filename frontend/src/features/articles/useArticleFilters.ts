import { useAddressFilters } from "@/components/useAddressFilters";

const FILTERS = ["q", "language", "publisher", "state", "assigned_to"] as const;

export const NO_FILTERS = Object.fromEntries(FILTERS.map((name) => [name, ""]));

/** The list's filters, held in the address. */
export function useArticleFilters() {
  return useAddressFilters(FILTERS);
}
