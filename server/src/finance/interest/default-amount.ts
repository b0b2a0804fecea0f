import type { AmountMeaning } from "../../catalog/value.ts";
import type { Bound, Said } from "../../note/bound.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import {
  assuming,
  dayOf,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { evaluate, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { caseOn, conversionDate, defaultDay, restingOn } from "../inputs/clauses.ts";
import { needOf } from "../inputs/readings.ts";
import { accountConverted, accountDue } from "./accounts.ts";
import { amountOf, type Balance } from "./balance.ts";
import { fallsDue } from "./due.ts";
import type { Account } from "./rows.ts";

/** What is owed when the note is in default: on a scenario's day, or, of a note by itself, when it is due and unpaid. */
export const accountInDefault: Source<Account> = step(
  "what is owed",
  { due: optional(accountDue), played: optional(accountConverted), terms: restingOn("note/defaultAmount") },
  (_, situation) => evaluate(situation.scenario ? accountConverted : accountDue, situation),
);

/** What is owed on default, as the clause holds; undefined where none sets it. */
function defaultAmountIn(situation: Situation): AmountMeaning | Waiting | undefined {
  const bound: Bound<AmountMeaning> = situation.note.clauses.defaultAmount;
  if (bound.state === "absent" || bound.state === "none") return undefined;
  if (bound.state !== "said") return waiting(needOf("default amount", bound.state));
  const day = evaluate(conversionDate, situation);
  const said = (situation.scenario ? undefined : onDefault(bound)) ?? caseOn(bound, day, situation);
  if (isWaiting(said)) return said;
  if (said.state === "none") return undefined;
  return said.state === "said" ? said.meaning : waiting(needOf("default amount", said.state));
}

/** What a note by itself says of an event of default: the base case, else the one that is said for it. */
function onDefault(bound: Said<AmountMeaning>): Said<AmountMeaning> | undefined {
  const statements = [bound, ...bound.cases];
  return (
    statements.find(({ condition }) => !condition) ??
    statements.find(({ condition }) => condition?.kind === "on" && condition.event.event === "default")
  );
}

/** Whether the scenario's event of default has happened by its day. */
export function hasFailed(situation: Situation): boolean {
  const day = evaluate(conversionDate, situation);
  const failed = evaluate(defaultDay, situation);
  return failed !== undefined && !isWaiting(failed) && !isWaiting(day) && dayOf(failed) <= dayOf(day);
}

/** Whether the scenario brings a default: an event of default by its day, another that the note names, or a day after the due date. */
export function isInDefault(situation: Situation): boolean {
  if (!situation.scenario) return situation.note.clauses.defaultAmount.state === "said";
  if (hasFailed(situation)) return true;
  const day = evaluate(conversionDate, situation);
  const due = evaluate(fallsDue, situation);
  if (!isWaiting(due) && !isWaiting(day) && dayOf(due) < dayOf(day)) return true;
  const said = situation.note.clauses.defaultAmount;
  if (said.state !== "said") return false;
  const holding = caseOn(said, day, situation);
  return !isWaiting(holding) && holding.state === "said" && holding.condition !== undefined;
}

/** What is owed in default: the default amount where the note has one, else principal and interest. */
export function owedInDefault(
  account: Account,
  situation: Situation,
  shares: Balance["shares"] | undefined,
): Result<"money"> {
  const said = defaultAmountIn(situation);
  if (isWaiting(said)) return said;
  const { principal } = account;
  const interest = named(account.late ? "unpaid interest" : "accrued interest", account.interest);
  if (!said) return arithmetic.plus(principal, interest);
  const owed = amountOf(
    said,
    { principal, interest: () => interest, ...(shares ? { shares } : {}) },
    situation,
  );
  return situation.scenario || isWaiting(owed)
    ? owed
    : assuming(owed, "the note is unpaid when it is due, and that is an event of default");
}
