import { counted } from "../../base/words.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { add, subtract, zero } from "../../quantity/exact.ts";
import { dayOf, type Figure, isWaiting, named, type Waiting, waiting } from "../../quantity/figure.ts";
import { evaluate, type Situation, type Source } from "../engine/formula.ts";
import { principal as lentInAll, paidOver } from "../inputs/sources.ts";
import type { Account, Owed, Row } from "./rows.ts";

/** The accounts of the tranches that are paid over, as one. */
export function together(account: Source<Account>, situation: Situation): Account | Waiting {
  const tranches = paidOver(situation);
  if (isWaiting(tranches)) return tranches;
  const accounts = tranches.map((tranche) => evaluate(account, tranche.situation));
  const missing = accounts.filter(isWaiting);
  if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
  const known = accounts as Account[];
  const changes = known.some(({ compounded, addedInKind }) => compounded ?? addedInKind);
  const sumOf = (
    what: string,
    part: (one: Account) => Figure<"money"> | undefined,
  ): Figure<"money"> | undefined => {
    const parts = known.flatMap((one, index) => {
      const sum = part(one);
      return sum ? [named(`${what} ${tranches[index]?.name ?? ""}`, sum)] : [];
    });
    const [first, ...others] = parts;
    return first && others.reduce((total, one) => arithmetic.plus(total, one), first);
  };
  const lent = evaluate(lentInAll, situation);
  const owed = (of: (one: Account) => Owed): Owed => {
    const [{ principal, interest }] = known.map(of) as [Owed, ...Owed[]];
    return {
      principal:
        changes || isWaiting(lent) ? (sumOf("principal of", (one) => of(one).principal) ?? principal) : lent,
      interest: sumOf("interest on", (one) => of(one).interest) ?? interest,
    };
  };
  const [first] = known as [Account, ...Account[]];
  const rows = merged(known.map((one) => one.rows));
  return {
    ...owed((one) => one),
    from: first.from,
    to: first.to,
    rows,
    instalments: [],
    billed: [],
    left: { ...owed((one) => one.left), rows },
    due: known.some((one) => one.due) ? owed((one) => one.due ?? one) : undefined,
    late: sumOf("late interest on", (one) => one.late),
    compounded: sumOf("interest added on", (one) => one.compounded),
    addedInKind: sumOf("interest added on", (one) => one.addedInKind),
    interestPaid: sumOf("interest paid on", (one) => one.interestPaid),
  };
}

/** Of more tranches than these a sum is one line, not a sum of each. */
const mostNamed = 40;

/** A sum over the tranches that goes on from row to row: the part of one takes the place of what that one had before. */
function runningTotal(
  what: string,
): (part: Figure<"money">, before: Figure<"money"> | undefined, tranches: number) => Figure<"money"> {
  let last: Figure<"money"> | undefined;
  return (part, before, tranches) => {
    const amount = add(last?.amount ?? zero, subtract(part.amount, before?.amount ?? zero));
    const operation = { form: "rows", text: `${what} on ${counted(tranches, "tranche")}` } as const;
    last = {
      ...part,
      name: undefined,
      amount,
      origin: { kind: "computed", operation, inputs: last ? [last, part] : [part] },
    };
    return last;
  };
}

/** The rows of several accounts in the order of time, each with what is owed on all of them after it. */
function merged(accounts: readonly (readonly Row[])[]): Row[] {
  const latest = new Map<number, Row>();
  const principal = runningTotal("principal owed");
  const interest = runningTotal("interest unpaid");
  return accounts
    .flatMap((rows, index) => rows.map((row) => ({ row, index })))
    .sort((a, b) => dayOf(a.row.on) - dayOf(b.row.on))
    .map(({ row, index }) => {
      const before = latest.get(index);
      latest.set(index, row);
      if (accounts.length > mostNamed)
        return {
          ...row,
          principalOwed: principal(row.principalOwed, before?.principalOwed, latest.size),
          interestUnpaid: interest(row.interestUnpaid, before?.interestUnpaid, latest.size),
        };
      const all = [...latest.values()];
      const sum = (part: (one: Row) => Figure<"money">): Figure<"money"> =>
        all.map(part).reduce((total, one) => arithmetic.plus(total, one));
      return {
        ...row,
        principalOwed: sum((one) => one.principalOwed),
        interestUnpaid: sum((one) => one.interestUnpaid),
      };
    });
}
