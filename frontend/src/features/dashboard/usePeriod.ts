import { useAddressFilters } from "@/components/useAddressFilters";

const PERIOD = ["since", "until", "language"] as const;

/** The period asked for, held in the address. */
export function usePeriod() {
  return useAddressFilters(PERIOD);
}
