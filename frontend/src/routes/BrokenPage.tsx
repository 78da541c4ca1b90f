import { Component, type ReactNode } from "react";
import { Translation } from "react-i18next";
import { ProblemNote } from "@/components/ProblemNote";
import styles from "./Shell.module.css";

interface BrokenPageProps {
  children: ReactNode;
}

/** Catches a fault in a screen, or a part of it that couldn't be loaded, and says so in words. */
export class BrokenPage extends Component<BrokenPageProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <div className={styles.problem}>
        <ProblemNote onRetry={() => window.location.reload()}>
          <Translation>{(t) => t("brokenPage.title")}</Translation>
        </ProblemNote>
      </div>
    );
  }
}
