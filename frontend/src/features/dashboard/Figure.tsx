import { Button } from "@mantine/core";
import { Download, Table2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Cell, csvOf, saveAs } from "./csv";
import styles from "./Figure.module.css";

interface FigureProps {
  title: string;
  /** Name of the CSV, without its ending. */
  file: string;
  note?: string;
  head: string[];
  rows: Cell[][];
  /** The picture; without one the table stands in its place. */
  children?: ReactNode;
}

/** A chart with its table: screen readers always read the table, everybody can show and save it. */
export function Figure({ title, file, note, head, rows, children }: FigureProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isTable, setTable] = useState(false);
  const isShown = isTable || !children;
  return (
    <section className={styles.figure} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {children && rows.length > 0 && (
          <Button
            variant={isTable ? "light" : "subtle"}
            aria-pressed={isTable}
            leftSection={<Table2 size={15} aria-hidden="true" />}
            onClick={() => setTable(!isTable)}
          >
            {t("dashboard.table")}
            <span className="visually-hidden">: {title}</span>
          </Button>
        )}
        {rows.length > 0 && (
          <Button
            variant="subtle"
            leftSection={<Download size={15} aria-hidden="true" />}
            onClick={() => saveAs(`${file}.csv`, csvOf(head, rows))}
          >
            CSV<span className="visually-hidden">: {title}</span>
          </Button>
        )}
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {rows.length === 0 && <p className={styles.empty}>{t("dashboard.nothing")}</p>}
      {children && rows.length > 0 && !isTable && <div aria-hidden="true">{children}</div>}
      {rows.length > 0 && (
        <div
          className={isShown ? styles.table : "visually-hidden"}
          role="group"
          aria-labelledby={id}
          // a wide table is scrolled with the arrows too
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={isShown ? 0 : undefined}
        >
          <table aria-labelledby={id}>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, column) =>
                    column === 0 ? (
                      <th key={column} scope="row">
                        {isShown ? linked(cell) : cell.text}
                      </th>
                    ) : (
                      <td key={column}>{isShown ? linked(cell) : cell.text}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** No link is in the hidden table: the focus would vanish there. */
function linked({ text, to, href }: Cell): ReactNode {
  if (to) return <Link to={to}>{text}</Link>;
  if (href) {
    return (
      <a href={href} target="_blank" rel="noreferrer">
        {text}
      </a>
    );
  }
  return text;
}
