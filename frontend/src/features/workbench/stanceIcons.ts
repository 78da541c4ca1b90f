import { Info, type LucideIcon, ThumbsDown, ThumbsUp } from "lucide-react";
import type { Stance } from "@/model/review";

export const STANCE_ICONS: Record<Stance, LucideIcon> = {
  supports: ThumbsUp,
  refutes: ThumbsDown,
  context: Info,
};
