import { capitalized } from "../base/words.ts";
import { type BlockSpec, type ClauseSpec, requirementOf } from "../catalog/clause.ts";
import { file } from "../catalog/note.ts";
import type { Choice, Value } from "../catalog/value.ts";
import { allClauses, type PlacedClause } from "../catalog/vocabulary.ts";
import { measures } from "../catalog/words.ts";
import { affectedBy } from "../finance/affects.ts";

/** The reference page: every clause of the catalog with its words, its meaning, what silence means and an example. */
export function referencePage(): string {
  const blocks = new Map<BlockSpec, PlacedClause[]>();
  for (const clause of allClauses()) blocks.set(clause.block, [...(blocks.get(clause.block) ?? []), clause]);
  const parts = [...blocks].map(([block, clauses]) => blockSection(block, clauses));
  return `${["# Reference", intro, ...parts, measureSection()].join("\n\n")}\n`;
}

const intro =
  "Every clause of Note Terms, block by block. A clause is a name and the words behind it on one line; letter case does not matter and the order of clauses carries no meaning. `none` behind an optional clause says that it is absent by choice.";

function blockSection(block: BlockSpec, clauses: readonly PlacedClause[]): string {
  const title = block === file ? "At the top of a file" : `In ${article(block.title)}`;
  return [`## ${title}`, ...clauses.map(clauseSection)].join("\n\n");
}

function article(title: string): string {
  return `\`${title} { … }\``;
}

function clauseSection({ spec, path, block }: PlacedClause): string {
  const [name, ...others] = spec.names;
  const figures = affectedBy(path).map(({ formula }) => `\`${formula.id}\``);
  const facts = [
    `- Says: ${valueWords(spec)}`,
    spec.required ? `- Required: ${requirementOf(spec, block)}` : "",
    spec.silent ? `- Where it is not said: ${spec.silent}` : "",
    others.length > 0 ? `- Also understood: ${others.map((other) => `\`${other}\``).join(", ")}` : "",
    figures.length > 0 ? `- Figures that rest on it: ${figures.join(", ")}` : onRecord(path),
    spec.timeless ? `- Said once, without a condition: ${spec.timeless}` : "",
  ].filter(Boolean);
  return [
    `### ${name}`,
    spec.summary,
    facts.join("\n"),
    ["```note-terms", spec.example, "```"].join("\n"),
  ].join("\n\n");
}

/** Of a clause of a note that no figure rests on, that it is there to be read and checked. */
function onRecord(path: string): string {
  return path.startsWith("note/")
    ? "- No figure rests on it: it stands on record, and rules may look at it"
    : "";
}

function valueWords({ value, block }: ClauseSpec): string {
  const braces = block
    ? block.line
      ? `, then a line for each: ${block.line}`
      : ", then its clauses in braces"
    : "";
  const words = wordsOf(value);
  return value.form === "block" ? `${words}${braces}` : block ? `${words}; or a block${braces}` : words;
}

function wordsOf(value: Value): string {
  if (value.form === "choice") return choiceWords(value.choices);
  if (value.form === "tagged") return `${wordsOf(value.value)}; behind it perhaps ${choiceWords(value.tags)}`;
  return value.says;
}

function choiceWords(choices: readonly Choice[]): string {
  return choices.map(({ word, means }) => `\`${word}\` (${means})`).join(", ");
}

function measureSection(): string {
  const rows = measures.map(({ id, summary, synonyms, headings }) => {
    const also = [...synonyms, ...headings.map((heading) => `${heading} (in a table's heading)`)].join(", ");
    return `| \`${id}\` | ${capitalized(summary)} | ${also} |`;
  });
  return [
    "## Price measures",
    ["| measure | what it is | also understood |", "|---|---|---|", ...rows].join("\n"),
  ].join("\n\n");
}
