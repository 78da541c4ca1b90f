import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAssign, useGiveBack, useReassign } from "@/api/assignments";
import { type BulkDecision, useDecideMany } from "@/api/claims";
import { tell, tellProblem } from "@/components/tell";
import type { Undo } from "@/components/useUndo";
import type { Reviewer } from "@/model/assignment";
import type { Claim, Dismissal, QueuedClaim } from "@/model/claim";
import { refusalsOf } from "@/model/refusal";

/** A claim that kept a bulk act back, and why. */
export interface Refused {
  claim: QueuedClaim;
  detail: string;
}

export interface AssignGiven {
  reviewer: Reviewer;
  dueAt: string;
  isMove: boolean;
}

/** Acts on many claims at once, whole or not at all, each with its way back. */
export function useBulk({ push }: Undo) {
  const { t } = useTranslation();
  const decideMany = useDecideMany();
  const assign = useAssign();
  const reassign = useReassign();
  const giveBack = useGiveBack();
  const [refused, setRefused] = useState<readonly Refused[]>([]);

  const attempt = async (
    claims: readonly QueuedClaim[],
    what: string,
    act: () => Promise<() => Promise<unknown>>,
  ): Promise<boolean> => {
    setRefused([]);
    try {
      push({ what, run: await act() });
    } catch (error) {
      const refusals = refusalsOf(error);
      setRefused(
        refusals.flatMap(({ place, detail }) => {
          const claim = claims[place];
          return claim ? [{ claim, detail }] : [];
        }),
      );
      if (refusals.length === 0) tellProblem(error, t);
      return false;
    }
    tell(t("decisions.done", { what }));
    return true;
  };

  const decide = (claims: readonly QueuedClaim[], act: "accept" | "dismiss", reason?: Dismissal) => {
    const decision: BulkDecision = { act, claims: [...claims], ...(reason ? { reason } : {}) };
    return attempt(claims, t(`bulk.${act}`, { count: claims.length }), async () => {
      const { results } = await decideMany.mutateAsync(decision);
      return () => decideMany.mutateAsync({ act: "reopen", claims: seen(results) });
    });
  };

  const assignTo = (claims: readonly QueuedClaim[], { reviewer, dueAt, isMove }: AssignGiven) => {
    const what = t("bulk.assign", { count: claims.length, name: reviewer.display_name });
    return attempt(claims, what, async () => {
      if (!isMove) {
        const ids = claims.map(({ id }) => id);
        const made = await assign.mutateAsync({ claims: ids, reviewer: reviewer.id, due_at: dueAt });
        return () => giveBack.mutateAsync(made.results.map(({ id }) => id));
      }
      const held = claims.flatMap((claim) => claim.holds.slice(0, 1));
      const moves = held.map(({ id }) => ({ assignment: id, reviewer: reviewer.id, due_at: dueAt }));
      const made = await reassign.mutateAsync(moves);
      return () =>
        reassign.mutateAsync(
          made.results.map(({ id }, place) => ({
            assignment: id,
            reviewer: held[place]?.reviewer.id ?? "",
            due_at: dueOf(held[place]?.until, dueAt),
          })),
        );
    });
  };

  const isPending = decideMany.isPending || assign.isPending || reassign.isPending;
  return { decide, assignTo, refused, forget: () => setRefused([]), isPending };
}

function seen(claims: readonly Claim[]): Pick<Claim, "id" | "version">[] {
  return claims.map(({ id, version }) => ({ id, version }));
}

/** The old due time, unless it has passed: then the new one. */
function dueOf(until: string | undefined, otherwise: string): string {
  return until && new Date(until) > new Date() ? until : otherwise;
}
