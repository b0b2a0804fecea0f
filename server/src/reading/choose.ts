import type { ClausePath } from "../catalog/paths.ts";
import type { Day } from "../quantity/date.ts";
import { dayCounted, dayIn } from "./days.ts";
import { meaningOf } from "./meaning.ts";
import { sheetWords } from "./reading.ts";
import type { Statement } from "./statement.ts";

/** What a draft says of a clause, and the statements that it comes from. */
export interface Chosen {
  readonly path: ClausePath;
  readonly text: string;
  readonly condition: string;
  readonly part: string | undefined;
  readonly from: readonly Statement[];
}

/** Clauses that a note says several times without contradicting itself. */
const repeated: ReadonlySet<ClausePath> = new Set([
  "note/commitmentShares",
  "note/fees",
  "note/term",
  "note/rank",
]);
/** Clauses in free words: of several sentences the first says it. */
const free: ReadonlySet<ClausePath> = new Set([
  "note/security", "note/collateral", "note/guarantee", "note/exemptions", "note/usurySaving", "note/registrationRights",
  "note/conversion/excludedIssuances", "note/conversion/rescission", "note/qualifiedFinancing/includes",
  "note/mostFavoured/compares", "note/paymentsApplied",
]); // biome-ignore format: a list

/** Of each clause what the paper says most surely; both where it says two things. */
export function choose(statements: readonly Statement[]): Chosen[] {
  const issue = dayIn(statements.find(({ path }) => path === "note/issued")?.text ?? "");
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const { path, condition, part } = statement;
    const key = [path, condition, part].join("\0");
    groups.set(key, [...(groups.get(key) ?? []), statement]);
  }
  const chosen = [...groups.values()].flatMap((group) => chosenOf(group, issue));
  return ofPrice(withoutNone(chosen));
}

/** Each statement as it stands. */
export function asSaid(statements: readonly Statement[]): Chosen[] {
  return statements.map((statement) => {
    const { path, text, condition, part } = statement;
    const words = condition === "line" ? text : `${text} ${condition}`.trim();
    return { path, text: words, condition, part, from: [statement] };
  });
}

function chosenOf(group: readonly Statement[], issue: Day | undefined): Chosen[] {
  const [first] = group;
  if (!first) return [];
  const { path, condition, part } = first;
  const most = Math.max(...group.map(({ sure }) => sure));
  const surest = group.filter(({ sure }) => sure === most);
  const distinct = withoutCounted(distinctOf(surest), issue);
  const one = (text: string, from: readonly Statement[]): Chosen => ({
    path,
    text: condition === "line" || condition === "" || path === "note/term" ? text : `${text} ${condition}`,
    condition,
    part,
    from,
  });
  if (condition === "line" || repeated.has(path))
    return distinct.map((statement) => one(statement.text, [statement]));
  if (free.has(path) || distinct.length === 1)
    return distinct.slice(0, 1).map(({ text }) => one(text, group));
  const bare = distinct.map(({ text }) => text.replace(/[[\]]/g, ""));
  return [one(`[${bare.join(" | ")}]`, surest)];
}

/** One of each meaning, the first that says it. */
function distinctOf(statements: readonly Statement[]): Statement[] {
  const found = new Map<string, Statement>();
  for (const statement of statements) {
    const key = meaningOf(statement.path, sheetWords(statement.text, statement.condition)) ?? statement.text;
    if (!found.has(key)) found.set(key, statement);
  }
  return [...found.values()];
}

/** A day that is counted from the issue says the same as the day that it comes to. */
function withoutCounted(distinct: readonly Statement[], issue: Day | undefined): readonly Statement[] {
  const days = new Set(distinct.map(({ text }) => dayIn(text)));
  const left = distinct.filter(({ text }) => {
    const counted = issue === undefined ? undefined : dayCounted(text, issue);
    return counted === undefined || !days.has(counted);
  });
  return left.length > 0 ? left : distinct;
}

/** What a financing says of its conversion is no right to convert at a price, where no price of one is stated. */
function ofPrice(chosen: readonly Chosen[]): Chosen[] {
  const has = (path: RegExp): boolean => chosen.some((one) => path.test(one.path));
  if (!has(/^note\/qualifiedFinancing\//) || has(/^note\/conversion\/(?:price|conversionRate|premium)$/))
    return [...chosen];
  return chosen.filter(({ path }) => !/^note\/conversion\/(?:option|amount|until|from)$/.test(path));
}

/** `rate none` beside a rate is no contradiction but half of a sentence; the number holds. */
function withoutNone(chosen: readonly Chosen[]): Chosen[] {
  return chosen.filter(
    (one) =>
      !(
        one.text === "none" &&
        chosen.some((other) => other !== one && other.path === one.path && other.text !== "none")
      ),
  );
}
