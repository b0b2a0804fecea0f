import type { BlockSpec, ClauseSpec } from "../catalog/clause.ts";
import { note as noteSpec } from "../catalog/note.ts";
import { designation, type Stated, sentenceOf, theNote } from "../catalog/sentences.ts";
import { chosen } from "../catalog/value.ts";
import { quotedIn } from "../features/format/head.ts";
import type { BoundNote } from "../note/bound.ts";
import { divisions } from "../note/conditions.ts";
import { OpenBracket, spanOf, Word } from "../syntax/tokens.ts";
import type { Clause } from "../syntax/tree.ts";
import { wordOf } from "../syntax/vocabulary.ts";
import { onOneLine, prose, quoted, rowProse } from "./prose.ts";

/** A term of a note as documents have it. */
export interface Term {
  /** The clause's place in the catalog: `note/interest/rate`. */
  readonly path: string;
  /** The block that it stands in, from the note down, as a heading has it; empty for a term of the note itself. */
  readonly group: string;
  /** What it is said of: the note, a tranche, a financing. */
  readonly it: string;
  /** What the row of a term sheet calls it. */
  readonly called: string;
  /** What stands beside that in the row. */
  readonly says: readonly string[];
  readonly sentence: string;
  /** The rows of a table that the sentence introduces. */
  readonly table?: readonly (readonly string[])[];
}

/** What a note says, term by term, in the order of its clauses; what is taken over from a form in the language's. */
export function termsIn(note: BoundNote): Term[] {
  const clauses = note.clause.block?.clauses ?? [];
  const order = Object.keys(noteSpec.clauses);
  const place = ({ match }: Clause): number => order.indexOf(match?.id ?? "");
  const sorted = note.basedOn ? [...clauses].sort((a, b) => place(a) - place(b)) : clauses;
  const inside: Inside = { block: noteSpec, path: "note", it: theNote, group: "", text: note.tree.text };
  return sorted.flatMap((clause) => termsOf(clause, inside));
}

/** Where clauses stand, and what they are said of. */
interface Inside {
  readonly block: BlockSpec;
  readonly path: string;
  readonly it: string;
  readonly group: string;
  readonly text: string;
}

function termsOf(clause: Clause, inside: Inside): Term[] {
  const { match, phrase, block } = clause;
  const spec = match && inside.block.clauses[match.id];
  if (!spec || match.begins) return [];
  if (spec.value.form === "definition") return [definitionOf(clause, spec, inside)];
  const { said } = spec;
  if (!said) return [];
  const path = `${inside.path}/${match.id}`;
  const own = { path, group: inside.group, it: inside.it, called: said.called };
  if (!block || !spec.block) {
    const stated = statedIn(clause, spec, inside.text);
    const sentence = sentenceOf(spec, stated, inside.it);
    const says = [shortly(spec, stated, sentence ?? "")];
    return sentence === undefined ? [] : [{ ...own, says, sentence }];
  }
  if (spec.block.content === "clauses") {
    const name = spec.value.form === "heading" ? headingName(clause, inside.text) : undefined;
    const it = designation(said, name, inside.it);
    const group = name === undefined ? said.called : `${said.called} “${name}”`;
    const inner = { block: spec.block, path, it, group, text: inside.text };
    const opening = said.says === undefined ? [] : [{ ...own, group, says: ["Yes"], sentence: said.says }];
    return [...opening, ...block.clauses.flatMap((one) => termsOf(one, inner))];
  }
  const head = phrase.length > 0 ? prose(spec, phrase, inside.text) : "";
  return [{ ...own, ...linesOf(clause, spec, head, inside) }];
}

function definitionOf(clause: Clause, spec: ClauseSpec, { path, group, it, text }: Inside): Term {
  const name = quoted(quotedIn(text.slice(clause.name.start, clause.name.end)) ?? "");
  const words = blanked(prose(spec, clause.phrase, text));
  const sentence = `${name} means ${words}.`;
  return { path: `${path}/${clause.match?.id ?? ""}`, group, it, called: name, says: [words], sentence };
}

/** What a clause without lines of its own states. */
function statedIn({ phrase, name, span }: Clause, spec: ClauseSpec, text: string): Stated {
  const [first, ...behind] = phrase;
  if (first?.tokenType === Word && wordOf(first) === "none") {
    const under = behind.length === 0 ? "" : onOneLine(text, behind);
    if (under === "" || divisions(behind, 0)[0]?.value.length === 0)
      return { kind: "none", condition: quoted(under) };
  }
  if (spec.value.form === "text")
    return {
      kind: "words",
      words: blanked(quoted(text.slice(name.end, span.end).replace(/\s+/g, " ").trim())),
    };
  if (spec.value.form === "name") return { kind: "words", words: blanked(unquoted(onOneLine(text, phrase))) };
  const choice = choiceIn(spec, phrase, text);
  if (choice && spec.said?.each?.[choice.word] !== undefined) return { kind: "choice", ...choice };
  return { kind: "words", words: blanked(prose(spec, phrase, text)) };
}

/** The choice that a clause's words are, with the condition behind it; undefined of what brackets leave open. */
function choiceIn(
  { value }: ClauseSpec,
  phrase: Clause["phrase"],
  text: string,
): { readonly word: string; readonly condition: string } | undefined {
  if (value.form !== "choice" || phrase.some(({ tokenType }) => tokenType === OpenBracket)) return undefined;
  const whole = chosen(value.choices, onOneLine(text, phrase));
  if (whole) return { word: whole.word, condition: "" };
  for (const { value: words } of divisions(phrase, 0)) {
    const found = chosen(value.choices, onOneLine(text, words));
    if (found) return { word: found.word, condition: quoted(onOneLine(text, phrase.slice(words.length))) };
  }
  return undefined;
}

/** What a term sheet has in its row: the words alone where there are any. */
function shortly(spec: ClauseSpec, stated: Stated, sentence: string): string {
  if (stated.kind === "none") return `None ${stated.condition}`.trim();
  if (stated.kind === "choice") return sentence;
  return stated.words === "" ? (spec.value.form === "flag" ? "Yes" : "") : stated.words;
}

type Lines = Pick<Term, "says" | "sentence" | "table">;

/** What a block of lines says: of events, of a schedule, of a table. */
function linesOf(
  { block }: Clause,
  { said, block: spec }: ClauseSpec,
  head: string,
  { it, text }: Inside,
): Lines {
  const clauses = block?.clauses ?? [];
  const template = (words: string, open = false): string =>
    ((open ? said?.open : said?.says) ?? "{}.")
      .replaceAll("{it}", it)
      .replaceAll("{It}", it.charAt(0).toUpperCase() + it.slice(1))
      .replace("{}", () => words);
  if (spec?.rows === "make-whole" || spec?.rows === "prices") {
    const table = clauses.map(({ span }) =>
      text
        .slice(span.start, span.end)
        .trim()
        .split(/\s{2,}/),
    );
    const rows = table.map((cells) => cells.join("  "));
    const where = head === "" ? "" : `${head}: `;
    return { says: head === "" ? [] : [head], sentence: template(`${where}${rows.join("; ")}`), table };
  }
  const rows = clauses.map(({ phrase, span }) =>
    blanked(
      spec?.content === "rows"
        ? rowProse(phrase, text)
        : quoted(text.slice(span.start, span.end).replace(/\s+/g, " ").trim()),
    ),
  );
  const others = /^and others\.?$/i;
  const items = rows.filter((row) => !others.test(row));
  const list = items.length === 1 ? (items[0] ?? "") : labelledList(items);
  return { says: rows, sentence: template(list, items.length < rows.length) };
}

/** `(i) one; (ii) another; and (iii) a third`. */
function labelledList(items: readonly string[]): string {
  return items
    .map(
      (item, index) =>
        `${index > 0 && index === items.length - 1 ? "and " : ""}(${roman(index + 1)}) ${item}`,
    )
    .join("; ");
}

export function roman(count: number): string {
  const signs = [
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ] as const;
  const [size, sign] = signs.find(([most]) => most <= count) ?? [0, ""];
  return size === 0 ? "" : sign + roman(count - size);
}

/** A blank as documents have it. */
function blanked(words: string): string {
  return words.replace(/\[\s*\]/g, "[●]");
}

function headingName({ phrase }: Clause, text: string): string | undefined {
  const [first] = phrase;
  if (!first) return undefined;
  const { start, end } = spanOf(first);
  return unquoted(text.slice(start, end));
}

function unquoted(words: string): string {
  return words.replace(/["“”„]/g, "").trim();
}
