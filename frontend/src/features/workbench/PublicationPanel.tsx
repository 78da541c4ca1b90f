import { useTranslation } from "react-i18next";
import { usePublication } from "@/api/publications";
import { LoadState } from "@/components/LoadState";
import type { Undo } from "@/components/useUndo";
import type { Article } from "@/model/article";
import type { Claim } from "@/model/claim";
import type { Me } from "@/model/person";
import type { Publication } from "@/model/publication";
import { DraftForm } from "./DraftForm";
import { GateList } from "./GateList";
import { Panel } from "./Panel";
import styles from "./Publication.module.css";
import { PublicationActs } from "./PublicationActs";
import { RightOfReply } from "./RightOfReply";
import { PublishedVersions } from "./PublishedVersions";
import { useDraft } from "./useDraft";

interface PublicationPanelProps {
  claim: Claim;
  article: Article;
  me: Me;
  undo: Undo;
}

/** What the public will read or reads: draft, gate, acts (editors), versions (everyone). */
export default function PublicationPanel({ claim, article, me, undo }: PublicationPanelProps) {
  const { t } = useTranslation();
  const query = usePublication(claim.id);
  const isEditor = me.roles.includes("editor");
  const publication = query.data;
  if (!isEditor && publication?.state === "unpublished") return null;
  return (
    <Panel
      id="publication"
      title={t("publication.title")}
      aside={publication && <span>{t(`publication.states.${publication.state}`)}</span>}
    >
      <LoadState of={query} />
      {publication && (
        <>
          {publication.current && (
            <a className={styles.publicPage} href={publication.current.url} target="_blank" rel="noreferrer">
              {t("publication.publicPage")}
            </a>
          )}
          {isEditor && (
            <EditorsPart claim={claim} article={article} publication={publication} undo={undo} />
          )}
          <PublishedVersions versions={publication.versions} />
        </>
      )}
    </Panel>
  );
}

interface EditorsPartProps extends Omit<PublicationPanelProps, "me"> {
  publication: Publication;
}

/** What is missing, the draft, and the acts, which wait for a draft that couldn't be kept. */
function EditorsPart({ claim, article, publication, undo }: EditorsPartProps) {
  const drafting = useDraft(claim.id, publication.draft);
  return (
    <>
      <GateList gate={publication.gate} />
      <RightOfReply claim={claim} replies={publication.replies} />
      <DraftForm article={article} drafting={drafting} />
      <PublicationActs
        claim={claim}
        publication={publication}
        isUnsaved={drafting.theirs !== null || drafting.saving.state === "failed"}
        undo={undo}
      />
    </>
  );
}
