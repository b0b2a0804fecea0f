import type { ClausePath } from "../catalog/paths.ts";
import type { Passage } from "./passage.ts";
import type { Statement } from "./statement.ts";

const ordinal =
  /\b(first|initial|second|third|fourth|fifth|sixth) (?:tranche|closing|advance|draw)\b|\btranche (\d|[A-D])\b/i;
const every = /\b(?:each|every) (?:such )?(?:tranche|advance)\b/i;

/** The clauses that a tranche has of its own, by those of a note. */
const ofTranche: Readonly<Partial<Record<ClausePath, ClausePath>>> = {
  "note/principal": "note/tranche/principal",
  "note/purchasePrice": "note/tranche/purchasePrice",
  "note/originalIssueDiscount": "note/tranche/originalIssueDiscount",
  "note/fees": "note/tranche/fees",
  "note/funded": "note/tranche/funded",
  "note/matures": "note/tranche/matures",
};

/** Statements about a part of the note put under it; a sentence that begins with `it` or `its` goes on with the one before. */
export function inTranches(statements: readonly Statement[], passages: readonly Passage[]): Statement[] {
  const names = namesBySentence(passages);
  const all = [...new Set(names.values())].filter((name) =>
    statements.some(
      ({ sentence, path }) => names.get(sentence) === name && ofTranche[path] && path !== "note/matures",
    ),
  );
  if (all.length < 2) return [...statements];
  return statements.flatMap((statement) => {
    const path = ofTranche[statement.path];
    const passage = passages[statement.sentence];
    const name = names.get(statement.sentence);
    if (path && name !== undefined && all.includes(name)) return [{ ...statement, path, part: name }];
    if (path && passage && every.test(passage.words.text))
      return [statement, ...all.map((part) => ({ ...statement, path, part }))];
    return [statement];
  });
}

function namesBySentence(passages: readonly Passage[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  let current: { readonly name: string; readonly block: number } | undefined;
  for (const { words, block, index } of passages) {
    const match = ordinal.exec(words.text);
    const goesOn = current?.block === block && /^(?:it|its|principal|purchase price)\b/i.test(words.text);
    if (every.test(words.text)) current = undefined;
    else if (match) current = { name: titled(match[1] ?? match[2] ?? ""), block };
    else if (!goesOn) current = undefined;
    if (current) names.set(index, current.name);
  }
  return names;
}

function titled(word: string): string {
  const name = word.toLowerCase() === "initial" ? "first" : word;
  return name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase();
}

/** The most that may be owed is the principal where the tranches add up to it. */
export function withSum(statements: readonly Statement[]): Statement[] {
  const upTo = statements.find(({ path }) => path === "note/principalUpTo");
  const parts = new Map(
    statements.filter(({ path }) => path === "note/tranche/principal").map(({ part, text }) => [part, text]),
  );
  if (!upTo || parts.size < 2 || statements.some(({ path }) => path === "note/principal"))
    return [...statements];
  const sum = [...parts.values()].reduce<bigint | undefined>((total, text) => {
    const part = cents(text);
    return total === undefined || part === undefined ? undefined : total + part;
  }, 0n);
  return sum !== undefined && sum === cents(upTo.text)
    ? [...statements, { ...upTo, path: "note/principal" }]
    : [...statements];
}

function cents(text: string): bigint | undefined {
  const match = /^\$([\d,]+)(?:\.(\d{2}))?$/.exec(text.trim());
  return match ? BigInt((match[1] ?? "").replaceAll(",", "") + (match[2] ?? "00")) : undefined;
}
