import * as arithmetic from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, named, type Result, waiting } from "../../quantity/figure.ts";

/**
 * One price at which a note may convert in a round: stated, or a valuation divided by all shares with the converted
 * notes, and by so many more, where the note counts others than the round does.
 */
export type Way = { readonly label: string } & (
  | { readonly price: Figure<"price"> }
  | { readonly valuation: Figure<"money">; readonly more?: Figure<"shares"> | undefined }
);

/** A note that converts in a round: its amount, and the ways of which the lowest price counts. */
export interface Holding {
  readonly name: string;
  readonly amount: Figure<"money">;
  readonly ways: readonly Way[];
}

/** What a holding takes in one way: so many shares, and a part of all shares with the converted notes. */
interface Take {
  readonly fixed: Figure<"shares"> | undefined;
  readonly part: Figure<"ratio"> | undefined;
}

/**
 * All shares before the new money, T, where notes convert at prices that depend on T themselves: a post-money cap
 * gives its holder the part amount ÷ cap of T. With the fixed shares F of the others and the sum f of those parts,
 * T = (shares before + F) ÷ (1 − f). Which way counts for a note depends on T too: what notes take together grows with
 * T and bends only upward, so going from each T to the one that its ways give ends at the least T that holds, exactly.
 * Fractions of shares count. Waits where the notes would take the whole company.
 */
export function capitalizationWith(before: Figure<"shares">, holdings: readonly Holding[]): Result<"shares"> {
  const takes = holdings.map(({ amount, ways, name }) => ways.map((way) => takeOf(way, amount, name)));
  let total = before.amount;
  const most = takes.reduce((count, ways) => count + ways.length, 1);
  for (let round = 0; round <= most; round++) {
    const here = total;
    const chosen = takes.flatMap((ways) => largest(ways, here));
    const sum = solved(before, chosen);
    if (!sum) {
      const parts = chosen.flatMap(({ part }) => (part ? [part.amount] : []));
      const whole = exact.toFixed(exact.multiply(parts.reduce(exact.add, exact.zero), exact.whole(100)), 2);
      return waiting(`valuations above what converts: the notes would take ${whole} % of the company`);
    }
    if (exact.compare(sum.amount, total) === 0) return sum;
    total = sum.amount;
  }
  return waiting("a capitalization with the converted notes that can be worked out");
}

const solutions = new WeakMap<
  readonly Holding[],
  { readonly before: Figure; readonly all: Result<"shares"> }
>();

/** The capitalization with the converted notes, solved once for notes that ask it of the same holdings over the same shares before. */
export function solvedFor(before: Figure<"shares">, holdings: readonly Holding[]): Result<"shares"> {
  const known = solutions.get(holdings);
  if (known && known.before.origin === before.origin && known.before.name === before.name) return known.all;
  const all = capitalizationWith(before, holdings);
  solutions.set(holdings, { before, all });
  return all;
}

function takeOf(way: Way, amount: Figure<"money">, name: string): Take {
  if ("price" in way)
    return {
      fixed: named(`shares of “${name}”`, arithmetic.sharesFor(amount, way.price)),
      part: undefined,
    };
  const part = named(`part of “${name}”`, arithmetic.ratio(amount, way.valuation));
  return { part, fixed: way.more && arithmetic.portion(part, way.more) };
}

/** The way that takes most where all shares are `total`; of equal ones the one that grows fastest. */
function largest(takes: readonly Take[], total: exact.Exact): Take[] {
  const sized = takes.map((take) => ({ take, size: sizeOf(take, total) }));
  const [best] = sized.sort(
    (a, b) =>
      exact.compare(b.size, a.size) ||
      exact.compare(b.take.part?.amount ?? exact.zero, a.take.part?.amount ?? exact.zero),
  );
  return best ? [best.take] : [];
}

function sizeOf({ fixed, part }: Take, total: exact.Exact): exact.Exact {
  const moving = part ? exact.multiply(part.amount, total) : exact.zero;
  return exact.add(moving, fixed?.amount ?? exact.zero);
}

/** The total under which these takes hold; undefined where their parts leave nothing. */
function solved(before: Figure<"shares">, takes: readonly Take[]): Figure<"shares"> | undefined {
  const fixed = takes.flatMap((take) => take.fixed ?? []).reduce(arithmetic.plus, before);
  const parts = takes.flatMap((take) => take.part ?? []);
  const [first, ...others] = parts;
  if (!first) return fixed;
  const rest = arithmetic.complement(others.reduce(arithmetic.plus, first));
  return arithmetic.isPositive(rest) ? arithmetic.over(fixed, rest) : undefined;
}
