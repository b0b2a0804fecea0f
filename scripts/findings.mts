// Everything that the rules find in the examples and in real instruments, for a person to read.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { counted } from "../server/src/base/words.ts";
import { asShipped } from "../server/src/checks/levels.ts";
import { analyseFile } from "../server/src/cli/analyse.ts";
import { locatedProblems } from "../server/src/features/diagnostics.ts";
import { beyondTheRules } from "../test/support/mistakes.ts";
import { isFound, sampled } from "../test/support/mistakes-found.ts";

const folders = ["examples", "test/field"];

/** The page of findings: what is found in each sheet, and which random mistakes are beyond the rules. */
export function findingsPage(): string {
  const sheets = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".note"))
      .sort()
      .map((name) => join(folder, name)),
  );
  const parts = ["# Findings", intro, ...sheets.map(sheetSection), mistakesSection()];
  return `${parts.join("\n\n")}\n`;
}

const intro =
  "Everything that the rules find in the examples and in the sheets of real instruments under test/field, as the command line says it. Every one of them is meant to be true; read it and judge. An error stands only where the document itself is wrong.";

function sheetSection(file: string): string {
  const analysis = analyseFile(file, readFileSync(file, "utf8"), undefined, asShipped);
  const found = locatedProblems(analysis);
  const lines = found.map(
    ({ problem: { severity, code, message }, range }) =>
      `- line ${range.start.line + 1}, ${severity}, \`${code}\`: ${message.replace(/\n\s*/g, " ")}`,
  );
  return [`## ${file}`, found.length === 0 ? "Nothing." : lines.join("\n")].join("\n\n");
}

function mistakesSection(): string {
  const sample = sampled();
  const share = sample.filter(isFound).length;
  const missed = new Set(sample.filter((made) => !isFound(made)).map(({ kind }) => kind));
  const lines = beyondTheRules.map(
    ({ kind, why }) => `| ${kind} | ${why} | ${missed.has(kind) ? "yes" : "no"} |`,
  );
  return [
    "## Random mistakes",
    `Of ${counted(sample.length, "mistake")} made at random in clean sheets, one a sheet, ${share} are found. The others are of kinds that no rule can tell from what may well be meant:`,
    ["| mistake | why no rule finds it | missed here |", "|---|---|---|", ...lines].join("\n"),
  ].join("\n\n");
}
