import { useAddressFilters } from "@/components/useAddressFilters";

const FILTERS = ["q", "language", "publisher", "state"] as const;

/** The list's filters, held in the address. */
export function useArticleFilters() {
  return useAddressFilters(FILTERS);
}
