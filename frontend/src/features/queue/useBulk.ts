import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Move, useAssign, useGiveBack, useReassign } from "@/api/assignments";
import { type BulkDecision, useDecideMany } from "@/api/claims";
import { tellAct, tellProblem } from "@/components/tell";
import type { Undo, UndoStep } from "@/components/useUndo";
import type { Hold, Reviewer } from "@/model/assignment";
import type { Claim, Dismissal, QueuedClaim } from "@/model/claim";
import { refusalsOf } from "@/model/refusal";

/** A claim that kept a bulk act back, and why. */
export interface Refused {
  claim: QueuedClaim;
  detail: string;
}

/** The way back from an act, and there again. */
type Ways = Pick<UndoStep, "run" | "again">;

export interface AssignGiven {
  reviewer: Reviewer;
  dueAt: string;
  isMove: boolean;
}

/** Acts on many claims at once, whole or not at all, each with its way back. */
export function useBulk({ push, during }: Undo) {
  const { t } = useTranslation();
  const decideMany = useDecideMany();
  const assign = useAssign();
  const reassign = useReassign();
  const giveBack = useGiveBack();
  const [refused, setRefused] = useState<readonly Refused[]>([]);

  const attempt = (claims: readonly QueuedClaim[], what: string, act: () => Promise<Ways>) =>
    during(what, () => carryOut(claims, what, act));
  const carryOut = async (
    claims: readonly QueuedClaim[],
    what: string,
    act: () => Promise<Ways>,
  ): Promise<boolean> => {
    setRefused([]);
    try {
      push({ what, ...(await act()) });
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
    tellAct(t("decisions.done", { what }));
    return true;
  };

  const decide = (claims: readonly QueuedClaim[], act: "accept" | "dismiss", reason?: Dismissal) => {
    const decision = { act, ...(reason ? { reason } : {}) };
    return attempt(claims, t(`bulk.${act}`, { count: claims.length }), async () => {
      let latest: readonly Pick<Claim, "id" | "version">[] = claims;
      const send = async (what: Omit<BulkDecision, "claims">) => {
        latest = (await decideMany.mutateAsync({ ...what, claims: [...latest] })).results;
      };
      await send(decision);
      return { run: () => send({ act: "reopen" }), again: () => send(decision) };
    });
  };

  const giveTo = async (claims: readonly QueuedClaim[], given: AssignGiven): Promise<Ways> => {
    const body = { claims: claims.map(({ id }) => id), ...whom(given) };
    let made = (await assign.mutateAsync(body)).results;
    return {
      run: () => giveBack.mutateAsync(made.map(({ id }) => id)),
      again: async () => {
        made = (await assign.mutateAsync(body)).results;
      },
    };
  };
  const moveTo = async (claims: readonly QueuedClaim[], given: AssignGiven): Promise<Ways> => {
    const before = claims.flatMap((claim) => claim.holds.slice(0, 1));
    let now: readonly Pick<Hold, "id">[] = before;
    const send = async (goal: readonly Omit<Move, "assignment">[]) => {
      const moves = now.flatMap(({ id }, place) => {
        const to = goal[place];
        return to ? [{ assignment: id, ...to }] : [];
      });
      now = (await reassign.mutateAsync(moves)).results;
    };
    const there = before.map(() => whom(given));
    await send(there);
    const back = before.map((hold) => ({
      reviewer: hold.reviewer.id,
      due_at: dueOf(hold.until, given.dueAt),
    }));
    return { run: () => send(back), again: () => send(there) };
  };
  const assignTo = (claims: readonly QueuedClaim[], given: AssignGiven) => {
    const what = t("bulk.assign", { count: claims.length, name: given.reviewer.display_name });
    return attempt(claims, what, () => (given.isMove ? moveTo : giveTo)(claims, given));
  };

  const isPending = decideMany.isPending || assign.isPending || reassign.isPending;
  return { decide, assignTo, refused, forget: () => setRefused([]), isPending };
}

function whom({ reviewer, dueAt }: AssignGiven): { reviewer: string; due_at: string } {
  return { reviewer: reviewer.id, due_at: dueAt };
}

/** The old due time, unless it has passed: then the new one. */
function dueOf(until: string, otherwise: string): string {
  return new Date(until) > new Date() ? until : otherwise;
}
