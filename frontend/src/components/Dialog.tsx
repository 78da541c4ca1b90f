import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import styles from "./Dialog.module.css";
import { useFocusBack } from "./useFocusBack";

interface DialogProps {
  title: string;
  size?: "md" | "lg" | "xl" | "wide";
  onClose: () => void;
  children: ReactNode;
}

const WIDE = "70rem";

/** A dialog under its title; Esc and the cross close it, and the focus goes back where it was.
 *  Not mounted means closed. */
export function Dialog({ title, size = "md", onClose, children }: DialogProps) {
  const { t } = useTranslation();
  useFocusBack();
  return createPortal(
    <Modal.Root
      opened
      withinPortal={false}
      centered
      size={size === "wide" ? WIDE : size}
      onClose={onClose}
      transitionProps={{ duration: 0 }}
      // locking would style the whole document anew; the overlay keeps the wheel to itself
      lockScroll={false}
      classNames={{ overlay: styles.still, inner: styles.still }}
    >
      <Modal.Overlay />
      {/* React lets events rise through a portal: a form inside must not send one around it */}
      <Modal.Content onSubmit={(event) => event.stopPropagation()}>
        {/* not Mantine's own header element: a page has one banner only */}
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t("common.close")} />
        </div>
        <Modal.Body className={styles.body}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>,
    document.body,
  );
}
