import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { wordDiff } from "@/model/wordDiff";
import styles from "./WordDiff.module.css";

/** Two texts in one: what is gone is struck through, what is new underlined; both are also said. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation();
  return (
    <span className={styles.diff}>
      {wordDiff(before, after).map(({ kind, text }, index) => {
        if (kind === "same") return <Fragment key={index}>{text}</Fragment>;
        const [Tag, said] =
          kind === "gone" ? (["del", t("diff.gone")] as const) : (["ins", t("diff.new")] as const);
        return (
          <Tag key={index}>
            <span className="visually-hidden">{said} </span>
            {text}
            <span className="visually-hidden"> {t("diff.end")}</span>
          </Tag>
        );
      })}
    </span>
  );
}
