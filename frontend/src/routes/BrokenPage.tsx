import { Component, type ReactNode } from "react";
import { Translation } from "react-i18next";
import { ProblemNote } from "@/components/ProblemNote";
import styles from "./Shell.module.css";

interface BrokenPageProps {
  /** The address shown: at another one the fault is forgotten. */
  place: string;
  children: ReactNode;
}

/** Catches a fault in a screen, or a part of it that couldn't be loaded, and says so in words. */
export class BrokenPage extends Component<BrokenPageProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidUpdate(before: BrokenPageProps) {
    if (this.state.isBroken && before.place !== this.props.place) this.setState({ isBroken: false });
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
