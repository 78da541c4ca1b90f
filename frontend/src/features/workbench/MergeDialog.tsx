import { Checkbox, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { readClaim, useClaims } from "@/api/claims";
import { useMergeClaims } from "@/api/reshaping";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { useDialogAct } from "@/components/useDialogAct";
import { useKept } from "@/components/useKept";
import type { Claim } from "@/model/claim";
import styles from "./Reshape.module.css";
import type { Reshape } from "./useReshaped";

/** How many neighbours are offered. */
const OFFERED = 12;

/** What is merged with a claim, and the words if they aren't just joined. */
interface Joining {
  ids: readonly string[];
  text: string | null;
}

const ALONE: Joining = { ids: [], text: null };

interface MergeDialogProps {
  claim: Claim;
  onReshape: Reshape;
  onClose: () => void;
}

/** Make one claim out of this and others near it. */
export function MergeDialog({ claim, onReshape, onClose }: MergeDialogProps) {
  const { t } = useTranslation();
  const merge = useMergeClaims(claim.article);
  const near = neighbours(useClaims(claim.article).data ?? [], claim);
  const { given, setGiven, forget } = useKept(`merge.${claim.id}`, ALONE);
  const ids = new Set(given.ids);
  const others = near.filter((other) => ids.has(other.id));
  const joined = [claim, ...others].sort((a, b) => a.start - b.start).map((one) => one.text);
  const words = given.text ?? joined.join(" ");

  const toggle = (id: string) => {
    const next = new Set(ids);
    if (!next.delete(id)) next.add(id);
    setGiven({ ...given, ids: [...next] });
  };
  const { carryOut, error, isPending } = useDialogAct(onClose);
  const mergeWith = (as: Claim, beside: readonly Claim[]) =>
    merge.mutateAsync({ claim: as, others: beside, text: words.trim() });
  const mergeAnew = async () => {
    const [fresh, ...beside] = await Promise.all([claim, ...others].map((one) => readClaim(one.id)));
    return mergeWith(fresh ?? claim, beside);
  };
  const submit = () =>
    void carryOut(() =>
      onReshape(t("merge.done"), () => mergeWith(claim, others), mergeAnew).then(forget),
    );
  return (
    <Dialog title={t("merge.title")} size="xl" onClose={onClose}>
      <ModForm className={styles.form} onSubmit={() => others.length > 0 && submit()}>
        <blockquote className={styles.exact}>{claim.text}</blockquote>
        {near.length === 0 ? (
          <p>{t("merge.none")}</p>
        ) : (
          <fieldset className={styles.choices}>
            <legend>{t("merge.with")}</legend>
            {near.map((other, index) => (
              <Checkbox
                key={other.id}
                label={other.text}
                data-autofocus={index === 0 || undefined}
                checked={ids.has(other.id)}
                onChange={() => toggle(other.id)}
              />
            ))}
          </fieldset>
        )}
        {others.length > 0 && (
          <Textarea
            label={t("newClaim.text")}
            description={t("newClaim.textHelp")}
            rows={3}
            value={words}
            onChange={(event) => setGiven({ ...given, text: event.currentTarget.value })}
          />
        )}
        <DialogActions
          act={t("merge.act")}
          error={error}
          isReady={others.length > 0 && words.trim() !== ""}
          isPending={isPending}
          onClose={onClose}
        />
      </ModForm>
    </Dialog>
  );
}

/** The claims nearest to this one, in reading order; what was set aside or has reviews isn't offered. */
function neighbours(claims: readonly Claim[], claim: Claim): Claim[] {
  const distance = (other: Claim) =>
    Math.max(other.start - claim.end, claim.start - other.end, 0);
  return claims
    .filter((other) => other.id !== claim.id && other.review_state !== "dismissed" && !other.fixed)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, OFFERED)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
