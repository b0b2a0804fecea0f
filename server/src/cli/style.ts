import pc from "picocolors";
import type { Severity } from "../base/problem.ts";
import type { Io } from "./io.ts";

type Paint = (text: string) => string;

/** How a terminal shows what stands out; without colours every text stays as it is. */
export interface Style {
  readonly bold: Paint;
  readonly faint: Paint;
  readonly added: Paint;
  readonly removed: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

export function styleFor({ isTerminal, colours = false }: Io): Style {
  const paints = pc.createColors(isTerminal && colours);
  return {
    bold: paints.bold,
    faint: paints.dim,
    added: paints.green,
    removed: paints.red,
    severity: {
      error: paints.red,
      warning: paints.yellow,
      information: paints.cyan,
      hint: paints.cyan,
    },
  };
}
