import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Move, useAssign, useGiveBack, useReassign } from "@/api/assignments";
import { type BulkDecision, useDecideMany } from "@/api/claims";
import { tellAct, tellProblem } from "@/components/tell";
import { useOnce } from "@/components/useOnce";
import { carriedOut, type Undo, type UndoStep } from "@/components/useUndo";
import type { AssignGiven, Hold } from "@/model/assignment";
import type { Claim, Dismissal, QueuedClaim } from "@/model/claim";
import { refusalsOf } from "@/model/refusal";

/** A claim that kept a bulk act back, and why. */
export interface Refused {
  claim: QueuedClaim;
  detail: string;
}

/** The way back from an act, and there again. */
type Ways = Pick<UndoStep, "run" | "again">;

/** Acts on many claims at once, whole or not at all, each with its way back. */
export function useBulk({ push, during }: Undo) {
  const { t } = useTranslation();
  const decideMany = useDecideMany();
  const assign = useAssign();
  const reassign = useReassign();
  const giveBack = useGiveBack();
  const [refused, setRefused] = useState<readonly Refused[]>([]);

  /** Carry an act out that fails as its answer fails, with its way back. */
  const carryOut = (what: string, act: () => Promise<Ways>): Promise<void> =>
    carriedOut(during, what, async () => {
      push({ what, ...(await act()) });
      tellAct(t("decisions.done", { what }));
    });
  /** The same, with what kept it back told; says whether it was done. */
  const attempt = async (claims: readonly QueuedClaim[], what: string, act: () => Promise<Ways>) => {
    setRefused([]);
    try {
      await carryOut(what, act);
      return true;
    } catch (error) {
      const blamed = refusedAmong(claims, error);
      setRefused(blamed);
      if (blamed.length === 0) tellProblem(error, t);
      return false;
    }
  };

  const decide = useOnce((claims: readonly QueuedClaim[], act: "accept" | "dismiss", reason?: Dismissal) => {
    const decision = { act, ...(reason ? { reason } : {}) };
    return attempt(claims, t(`bulk.${act}`, { count: claims.length }), async () => {
      let latest: readonly Pick<Claim, "id" | "version">[] = claims;
      const send = async (what: Omit<BulkDecision, "claims">) => {
        latest = (await decideMany.mutateAsync({ ...what, claims: [...latest] })).results;
      };
      await send(decision);
      return { run: () => send({ act: "reopen" }), again: () => send(decision) };
    });
  });

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
    return carryOut(what, () => (given.isMove ? moveTo : giveTo)(claims, given));
  };

  return { decide, assignTo, refused, forget: () => setRefused([]) };
}

/** Which of the claims kept a bulk act back, and why. */
export function refusedAmong(claims: readonly QueuedClaim[], error: unknown): Refused[] {
  return refusalsOf(error).flatMap(({ place, detail }) => {
    const claim = claims[place];
    return claim ? [{ claim, detail }] : [];
  });
}

function whom({ reviewer, dueAt }: AssignGiven): { reviewer: string; due_at: string } {
  return { reviewer: reviewer.id, due_at: dueAt };
}

/** The old due time, unless it has passed: then the new one. */
function dueOf(until: string, otherwise: string): string {
  return new Date(until) > new Date() ? until : otherwise;
}
