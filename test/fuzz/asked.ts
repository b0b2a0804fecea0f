import { asShipped } from "../../server/src/checks/levels.ts";
import { type Analysis, analyse } from "../../server/src/document/analysis.ts";
import { explain } from "../../server/src/features/explain.ts";
import { parseIsoDate } from "../../server/src/quantity/date.ts";
import type { Draft } from "./drafts.ts";
import type { Lines } from "./says.ts";

/** Something that no answer may be. */
export interface Fault {
  /** The feature that answered. */
  readonly feature: string;
  readonly what: string;
}

/** A draft, its analysis, and the faults found in what is answered of it. */
export interface Asked {
  readonly draft: Draft;
  readonly analysis: Analysis;
  readonly lines: Lines;
  readonly found: Fault[];
}

const valuedOn = parseIsoDate("2019-02-01");

export function analysed({ files }: Draft, text: string): Analysis {
  return analyse(text, valuedOn, undefined, asShipped, files);
}

/** Adds what is wrong, each as the feature's. */
export function note({ found }: Asked, feature: string, wrong: readonly string[]): void {
  for (const what of wrong) found.push({ feature, what });
}

/**
 * Whether it is this draft's turn among so many: what has to be read and worked out once more for a second answer is
 * compared in some.
 */
export function isTurn({ draft: { chance } }: Asked, among: number): boolean {
  return (chance >> 4) % among === 0;
}

/** The first figure that is not the same in both, by place. */
export function changedFigures(before: Analysis, after: Analysis): string | undefined {
  const [was, is] = [before, after].map((analysis) =>
    explain(analysis).flatMap(({ figures, tranches, scenarios }) =>
      [{ figures }, ...tranches, ...scenarios].flatMap(({ figures: all }) =>
        all.map(({ id, value }) => `${id} ${value}`),
      ),
    ),
  );
  return (
    was?.find((figure, at) => figure !== is?.[at]) ??
    (was?.length === is?.length ? undefined : "their number")
  );
}
