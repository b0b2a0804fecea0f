import type { BlockSpec, ClauseSpec } from "../catalog/clause.ts";
import { file } from "../catalog/note.ts";
import type { ClausePath } from "../catalog/paths.ts";
import { asSaid, type Chosen, choose } from "./choose.ts";
import { plainText } from "./clauses.ts";
import type { NoteReading, PaperReading } from "./reading.ts";

/** The clauses that a sheet can't do without; in silence they are blanks. */
const needed: readonly ClausePath[] = [
  "note/issuer",
  "note/holder",
  "note/principal",
  "note/issued",
  "note/matures",
];

/** The draft sheet that a paper comes to; `name` is what the paper is called. */
export function draftOf(paper: PaperReading, name: string): string {
  return `${paper.notes.map((note) => noteText(note, paper, name)).join("\n")}`;
}

function noteText(note: NoteReading, paper: PaperReading, name: string): string {
  const chosen = note.asSaid ? asSaid(note.statements) : choose(note.statements);
  const lines = [
    `source  "${name.replaceAll('"', "'")}"`,
    ...blockLines(file.clauses.note.block as BlockSpec, "note", chosen, !note.asSaid),
  ];
  const unread = note.unread.map((index) =>
    comment(paper.passages[index]?.said.text ?? "", paper.passages[index]?.label ?? ""),
  );
  const rest = unread.length > 0 ? ["", "// The paper also says:", ...unread] : [];
  return `note "${note.name}" {\n${[...lines, ...rest].map((line) => (line === "" ? "" : `  ${line}`)).join("\n")}\n}\n`;
}

function comment(text: string, label: string): string {
  return `// ${label === "" ? "" : `${label}: `}${plainText(text)}`;
}

/** The clauses of a block; `blanks` says whether what a sheet can't do without is a blank where it is not said. */
function blockLines(block: BlockSpec, path: string, chosen: readonly Chosen[], blanks: boolean): string[] {
  return Object.entries(block.clauses).flatMap(([id, spec]) =>
    clauseLines(spec, `${path}/${id}` as ClausePath, chosen, blanks),
  );
}

function clauseLines(
  spec: ClauseSpec,
  path: ClausePath,
  chosen: readonly Chosen[],
  blanks: boolean,
): string[] {
  const [name] = spec.names;
  const own = chosen.filter((one) => one.path === path).sort((a, b) => order(a) - order(b));
  const rows = own.filter(({ condition }) => condition === "line");
  const said = own
    .filter(({ condition }) => condition !== "line")
    .map((one) => (one.path === "note/term" ? one.text : `${name}  ${one.text}`.trim()));
  if (rows.length > 0) return [...said, `${name} {`, ...rows.map(({ text }) => `  ${text}`), "}"];
  if (blanks && said.length === 0 && needed.includes(path))
    return unlessStated(path, chosen) ? [] : [`${name}  [ ]`];
  if (said.length > 0 || !spec.block || spec.block.content !== "clauses") return said;
  const within = chosen.filter((one) => one.path.startsWith(`${path}/`));
  const isNamed = spec.value.form === "heading";
  const parts = isNamed ? [...new Set(within.map(({ part }) => part))] : within.length > 0 ? [undefined] : [];
  return parts.flatMap((part) => {
    const inner = isNamed ? within.filter((one) => one.part === part) : within;
    const lines = blockLines(spec.block as BlockSpec, path, inner, blanks);
    const missing = blanks ? blanksIn(path, inner) : [];
    return [
      `${name}${part === undefined ? "" : ` "${part}"`} {`,
      ...[...missing, ...lines].map((line) => `  ${line}`),
      "}",
    ];
  });
}

/** What holds always first, then what holds until a day, from a day on, after maturity, and on an event. */
function order({ condition }: Chosen): number {
  return ["until", "from", "after", "on"].findIndex((word) => condition.startsWith(`${word} `));
}

function unlessStated(path: ClausePath, chosen: readonly Chosen[]): boolean {
  return (
    path === "note/principal" &&
    chosen.some((one) => one.path === "note/principalUpTo" || one.path === "note/tranche/principal")
  );
}

/** What a block can't do without and the paper does not say. */
function blanksIn(path: ClausePath, inner: readonly Chosen[]): string[] {
  const has = (id: string): boolean => inner.some((one) => one.path === `${path}/${id}`);
  if (path === "note/conversion")
    return [
      ...(has("option") ? [] : ["option  [ ]"]),
      ...(has("price") || has("conversionRate") ? [] : ["price  [ ]"]),
    ];
  if (path === "note/interest") return has("rate") ? [] : ["rate  [ ]"];
  if (path === "note/warrants") return has("strike") ? [] : ["strike price  [ ]"];
  if (path === "note/exchange") return has("value") ? [] : ["value  [ ]"];
  return [];
}
