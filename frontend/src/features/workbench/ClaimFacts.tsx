import { useTranslation } from "react-i18next";
import { Worthiness } from "@/components/Worthiness";
import { formatNumber } from "@/i18n/format";
import type { Claim, Quantity } from "@/model/claim";
import styles from "./OpenClaim.module.css";

/** What is known of a claim: worth, words, speaker, numbers, dates, where it comes from. */
export function ClaimFacts({ claim }: { claim: Claim }) {
  const { t, i18n } = useTranslation();
  const inWords = ({ text, value, unit }: Quantity) => {
    const read = [formatNumber(value, i18n.language), unit].filter(Boolean).join(" ");
    return unspaced(read) === unspaced(text) ? text : `${text} = ${read}`;
  };
  const tone = [
    claim.hedged && t("claim.hedged"),
    claim.negated && t("claim.negated"),
  ].filter(Boolean);
  return (
    <div className={styles.facts}>
      <Worthiness score={claim.check_worthiness} reasons={claim.reasons} />
      <dl className={styles.list}>
        {claim.speaker && <Fact name={t("claim.speaker")}>{claim.speaker.name}</Fact>}
        {claim.quantities.length > 0 && (
          <Fact name={t("claim.quantities")}>{claim.quantities.map(inWords).join("; ")}</Fact>
        )}
        {claim.dates.length > 0 && (
          <Fact name={t("claim.dates")}>
            {claim.dates.map((d) => (d.edtf && d.edtf !== d.text ? `${d.text} = ${d.edtf}` : d.text)).join("; ")}
          </Fact>
        )}
        {claim.unresolved.length > 0 && (
          <Fact name={t("claim.unresolved")}>
            {claim.unresolved.map(({ text, candidates }) => `${text} (${candidates.join(" / ")})`).join("; ")}
          </Fact>
        )}
        {tone.length > 0 && <Fact name={t("claim.manner")}>{tone.join(", ")}</Fact>}
        <Fact name={t("claim.origin")}>
          {claim.origin.by === "machine"
            ? t("claim.byMachine", { pipeline: claim.origin.pipeline ?? "" })
            : t("claim.byPerson", { name: claim.origin.name ?? "" })}
        </Fact>
      </dl>
    </div>
  );
}

/** Whether “7.4%” or “7.4 %” is written tells nothing. */
function unspaced(words: string): string {
  return words.replace(/\s/g, "");
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
