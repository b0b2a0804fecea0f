import type { ShapeCode } from "../catalog/shape.ts";
import type { NoteAnalysis } from "../document/analysis.ts";
import { rangeAt, whereIs } from "../document/whereabouts.ts";
import { evaluate } from "../finance/engine/formula.ts";
import { matures } from "../finance/inputs/dates.ts";
import { isWaiting } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";
import type { NoteRow } from "../render/note-row.ts";
import { termsOf } from "../render/terms.ts";
import { foundIn } from "./found.ts";
import { scenarioResults } from "./lenses.ts";
import { headed } from "./message.ts";
import type { KnownDocument } from "./navigation.ts";

const openCode: ShapeCode = "still-open";
const order = ["error", "warning", "information", "hint"] as const;

/** The notes of some documents at a glance, in the order of their files. */
export function noteRows(documents: readonly KnownDocument[]): NoteRow[] {
  return inOrder(
    documents.flatMap((document) => document.analysis.notes.map((note) => rowOf(note, document))),
  );
}

/** Rows in the order of their files and of their lines there. */
export function inOrder(rows: readonly NoteRow[]): NoteRow[] {
  return rows.toSorted((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.line - b.line));
}

function rowOf(note: NoteAnalysis, { uri, analysis }: KnownDocument): NoteRow {
  const found = foundIn(note, analysis);
  const [worst] = order.flatMap((severity) => found.filter(({ problem }) => problem.severity === severity));
  const due = evaluate(matures, note.alone);
  const terms = termsOf(note.note);
  const said = (label: string): string => terms.find((term) => term.label === label)?.lines[0] ?? "";
  const lineOf = (tree: Parameters<typeof whereIs>[1], span: Parameters<typeof whereIs>[2]) => {
    const where = whereIs(analysis, tree, span);
    return where && where.path === undefined ? rangeAt(where).start.line : undefined;
  };
  return {
    uri,
    line: lineOf(note.note.tree, note.note.clause.name) ?? 0,
    name: note.note.name.trim() || "Note",
    issuer: said("Issuer"),
    principal: said("Principal"),
    due: isWaiting(due) ? "" : show(due),
    blanks: found.filter(({ problem }) => problem.code === openCode).length,
    worst: worst && {
      severity: worst.problem.severity,
      message: headed(worst.problem).head,
      line: worst.range.start.line,
    },
    scenarios: note.played.map((situation) => ({
      name: situation.scenario?.name || "Scenario",
      line: situation.scenario && lineOf(situation.scenario.tree, situation.scenario.clause.name),
      results: scenarioResults(situation),
    })),
  };
}
