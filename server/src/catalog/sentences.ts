import { once } from "../base/once.ts";
import { capitalized } from "../base/words.ts";
import type { ClauseSpec } from "./clause.ts";
import type { Saying } from "./saying.ts";
import { allClauses, type PlacedClause } from "./vocabulary.ts";

/** What the clauses of a note itself are said of. */
export const theNote = "the Note";

/** What a summary opens with beside the note's name, where it is known: who issued it to whom, on which day, over how much. */
export const openingPaths = ["note/issued", "note/issuer", "note/holder", "note/principal"] as const;

export type OpeningPath = (typeof openingPaths)[number];

/** The sentence that opens a summary of terms: it names the note, and says what `known` has where that is all plain. */
export function summaryOpening(
  name: string,
  known: Readonly<Partial<Record<OpeningPath, string>>> = {},
): string {
  const [issued = "", issuer = "", holder = "", principal = ""] = openingPaths.map((path) => known[path]);
  const plain =
    longDay.test(issued) &&
    [issuer, holder, principal].every((words) => words !== "" && !/[[“”]/.test(words));
  if (!plain) return `This is a summary of the terms of the “${name}” (the “Note”).`;
  return `On ${issued}, ${issuer} (the “Company”) issued to ${holder} (the “Holder”) a note in the principal amount of ${principal}, the “${name}” (the “Note”).`;
}

const longDay = /^[A-Z][a-z]+ \d{1,2}, \d{4}$/;

/** What a sentence says that opens a summary: the note's name, and the words of the clauses that it states. */
export interface Opening {
  readonly name: string;
  readonly said: readonly { readonly path: OpeningPath; readonly words: string }[];
}

/** Undefined of a sentence that opens no summary. */
export function readOpening(sentence: string): Opening | undefined {
  const line = sentence.trim();
  const short = /^This is a summary of the terms of the “(.*)” \(the “Note”\)\.$/.exec(line)?.[1];
  if (short !== undefined) return { name: short, said: [] };
  const [, name, ...words] = longOpening(line) ?? [];
  if (name === undefined) return undefined;
  return { name, said: openingPaths.map((path, index) => ({ path, words: words[index] ?? "" })) };
}

function longOpening(line: string): readonly string[] | undefined {
  const found =
    /^On (?<issued>[A-Z][a-z]+ \d{1,2}, \d{4}), (?<issuer>[^“”]+) \(the “Company”\) issued to (?<holder>[^“”]+) \(the “Holder”\) a note in the principal amount of (?<principal>[^“”]+), the “(?<name>[^“”]*)” \(the “Note”\)\.$/.exec(
      line,
    );
  const { issued = "", issuer = "", holder = "", principal = "", name = "" } = found?.groups ?? {};
  return found ? [line, name, issued, issuer, holder, principal] : undefined;
}

/** What a block's clauses are said of: `tranche “First”`; of a block without a designation, what it is said of itself. */
export function designation(said: Saying | undefined, name: string | undefined, outer: string): string {
  if (said?.it === undefined) return outer;
  return said.it.replace("{}", name === undefined ? "" : `“${name}”`).trim();
}

/** What is said of a clause: its words, perhaps with the condition under which they hold; or that there is none. */
export type Stated =
  | { readonly kind: "words"; readonly words: string }
  /** One of a few words, and the condition behind it. */
  | { readonly kind: "choice"; readonly word: string; readonly condition: string }
  | { readonly kind: "none"; readonly condition: string };

/** The sentence that says it of `it`; undefined where the catalog has none. */
export function sentenceOf(spec: ClauseSpec, stated: Stated, it: string): string | undefined {
  const template = templateFor(spec, stated);
  if (template === undefined) return undefined;
  const filled = template.replaceAll("{it}", it).replaceAll("{It}", capitalized(it));
  const words = stated.kind === "words" ? stated.words : stated.condition;
  if (filled.includes("{}")) return ended(filled.replace("{}", () => words));
  return words === "" ? filled : ended(`${filled.slice(0, -1)} ${words}.`);
}

/** With one full stop, whatever the words end with. */
function ended(sentence: string): string {
  if (sentence.endsWith("..")) return sentence.slice(0, -1);
  return sentence.endsWith(" .") ? `${sentence.slice(0, -2)}.` : sentence;
}

function templateFor({ said }: ClauseSpec, stated: Stated): string | undefined {
  if (!said) return undefined;
  if (stated.kind === "words") return said.says;
  if (stated.kind === "choice") return said.each?.[stated.word];
  return said.none ?? `There is no ${said.called.toLowerCase()} of {it}.`;
}

/** A sentence read back as what the catalog has it say. */
export interface ReadSentence {
  /** The clause's place: `note/interest/rate`. */
  readonly path: string;
  /** The name of what it is said of, of a tranche or a lot of warrants that has one. */
  readonly of: string | undefined;
  readonly stated: Stated;
  /** Whether it introduces lines that may be others too. */
  readonly open: boolean;
}

interface Pattern {
  readonly path: string;
  readonly matches: RegExp;
  readonly stated: (words: string) => Stated;
  readonly open: boolean;
  /** How much of the sentence it tells; the pattern that tells most is meant. */
  readonly weight: number;
}

/** What a sentence says in the catalog's own words; undefined of any other sentence. */
export function readSentence(sentence: string): ReadSentence | undefined {
  for (const { path, matches, stated, open } of patterns()) {
    const found = matches.exec(sentence.trim());
    if (!found) continue;
    const { name, words = "" } = found.groups ?? {};
    return { path, of: name, stated: stated(words.trim()), open };
  }
  return undefined;
}

const patterns = once((): readonly Pattern[] =>
  allClauses()
    .filter(({ path }) => path.startsWith("note/"))
    .flatMap(patternsOf)
    .sort((a, b) => b.weight - a.weight),
);

function patternsOf({ path, spec }: PlacedClause): Pattern[] {
  const { said } = spec;
  if (!said) return [];
  const pattern = (template: string | undefined, stated: Pattern["stated"], open = false): Pattern[] =>
    template === undefined
      ? []
      : [
          {
            path,
            matches: patternFor(template, itPattern(path)),
            stated,
            open,
            weight: template.replaceAll(/\{\w*\}/g, "").length,
          },
        ];
  return [
    ...pattern(said.says, (words) => ({ kind: "words", words })),
    ...pattern(said.open, (words) => ({ kind: "words", words }), true),
    ...pattern(templateFor(spec, { kind: "none", condition: "" }), (condition) => ({
      kind: "none",
      condition,
    })),
    ...Object.entries(said.each ?? {}).flatMap(([word, template]) =>
      pattern(template, (condition) => ({ kind: "choice", word, condition })),
    ),
  ];
}

function patternFor(template: string, it: string): RegExp {
  const open = template.includes("{}") ? template : template.replace(/\.$/, "{}.");
  const source = open
    .replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&")
    .replace(/\{[iI]t\}/, it)
    .replaceAll(/\{[iI]t\}/g, "[^.]*?")
    .replace(/ ?\{\}/, (blank, at: number) =>
      at === 0 ? "(?<words>.*?)" : blank === "{}" ? "(?<words> .*)?" : "(?: (?<words>.*))?",
    );
  return new RegExp(`^${source}$`, "isu");
}

/** What a clause of this place is said of, as a pattern: its block's designation, or that of the block around it. */
function itPattern(path: string): string {
  const parts = path.split("/");
  for (let end = parts.length - 1; end > 1; end--) {
    const outer = allClauses().find((one) => one.path === parts.slice(0, end).join("/"));
    const it = outer?.spec.said?.it;
    if (it !== undefined) return it.replace(/ ?\{\}/, " ?(?:“(?<name>[^”]*)”)?");
  }
  return theNote;
}
