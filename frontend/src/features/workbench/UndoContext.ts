import { createContext } from "react";
import type { Undo } from "@/components/useUndo";

/** The acts of this visit to the bench, for what lies deep in it; null outside of one. */
export const UndoContext = createContext<Undo | null>(null);
