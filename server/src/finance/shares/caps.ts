import * as arithmetic from "../../quantity/arithmetic.ts";
import { assuming, type Figure, isWaiting, named } from "../../quantity/figure.ts";
import { conversionAmount } from "../conversion/amount.ts";
import { conversionShares, usablePrice } from "../conversion/conversion.ts";
import { evaluate, formula, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { clauseSource, isSaidIn, whereSaid } from "../inputs/clauses.ts";
import { outstanding } from "../inputs/sources.ts";

const source = "the note's caps on shares; for an exchange cap, the listing rules of the exchange";

const capClause = clauseSource(
  "note/conversion/exchangeCap",
  ({ note }) => note.clauses.conversion.inner.exchangeCap,
);

const shareCapClause = clauseSource("note/shareCap", ({ note }) => note.clauses.shareCap);

const signing = clauseSource(
  "market/outstandingAtSigning",
  ({ market }) => market?.clauses.outstandingAtSigning,
);

/** The shares outstanding at signing; where the market does not give them, those outstanding now. */
const outstandingAtSigning: Source<Figure<"shares">> = {
  label: "shares outstanding at signing",
  needs: [signing, outstanding],
  clauses: [],
  read: (situation) => {
    const said = situation.market?.clauses.outstandingAtSigning.state === "said";
    const stated = said ? evaluate(signing, situation) : undefined;
    if (isWaiting(stated)) return stated;
    if (stated) return named("shares outstanding at signing", stated.shares);
    const now = evaluate(outstanding, situation);
    if (isWaiting(now)) return now;
    const because = "as many shares were outstanding at signing as are now";
    return assuming(named("shares outstanding at signing", now), because);
  },
};

const hasExchangeCap = (situation: Situation): boolean =>
  isSaidIn(situation.note.clauses.conversion.inner.exchangeCap, situation);

const hasShareCap = (situation: Situation): boolean => isSaidIn(situation.note.clauses.shareCap, situation);

export const exchangeCapShares = formula({
  id: "exchange-cap-shares",
  label: "most shares under the exchange cap",
  kind: "shares",
  topic: "ownership",
  scope: "both",
  about: {
    definition: "floor(19.99 % × shares outstanding at signing), or the number that the note states",
    rounding: "down to whole shares",
    source,
  },
  applies: hasExchangeCap,
  headline: { rank: 4, say: (shown) => `at most ${shown.replace(/ shares?$/, "")} in all (exchange cap)` },
  needs: {
    cap: step(
      "exchange cap",
      { cap: capClause, known: optional(outstandingAtSigning) },
      ({ cap }, situation) => {
        if (cap.kind === "shares") return cap.value.shares;
        const before = evaluate(outstandingAtSigning, situation);
        if (isWaiting(before)) return before;
        return arithmetic.wholeShares(arithmetic.portion(named("exchange cap", cap.value.value), before));
      },
    ),
  },
  compute: ({ cap }) => cap,
});

export const exchangeCapAmount = formula({
  id: "exchange-cap-amount",
  label: "amount convertible under the exchange cap",
  kind: "money",
  topic: "ownership",
  scope: "both",
  about: {
    definition: "shares under the exchange cap × CP, if none were issued before",
    rounding: "to cents, half up",
    source,
  },
  applies: hasExchangeCap,
  needs: { shares: exchangeCapShares, price: usablePrice },
  compute: ({ shares, price }) =>
    assuming(
      arithmetic.payable(arithmetic.worth(shares, price)),
      "no shares were issued under the exchange cap before",
    ),
});

const shareCap: Source<Figure<"shares">> = step("share cap", { cap: shareCapClause }, ({ cap }) =>
  named("share cap", cap.shares),
);

export const mostSharesUnderCaps = formula({
  id: "most-shares-under-caps",
  label: "shares on conversion under the caps",
  kind: "shares",
  topic: "ownership",
  scope: "both",
  about: {
    definition: "min(N, exchange cap, share cap): what can be delivered if nothing was before",
    rounding: "none: its parts are whole",
    source,
  },
  applies: (situation) => hasExchangeCap(situation) || hasShareCap(situation),
  needs: {
    shares: conversionShares,
    exchangeCap: whereSaid(exchangeCapShares, ({ note }) => note.clauses.conversion.inner.exchangeCap),
    shareCap: whereSaid(shareCap, ({ note }) => note.clauses.shareCap),
  },
  compute: ({ shares, exchangeCap, shareCap: most }) => {
    const candidates = [
      { figure: shares, label: "shares on conversion" },
      ...(exchangeCap ? [{ figure: exchangeCap, label: "exchange cap" }] : []),
      ...(most ? [{ figure: most, label: "share cap" }] : []),
    ];
    return arithmetic.choose(
      "lowest",
      candidates.map(({ figure }) => figure),
      "lowest of",
      candidates.map(({ label }) => label),
    );
  },
});

export const amountOverCaps = formula({
  id: "amount-over-caps",
  label: "amount that the caps keep from being paid in shares",
  kind: "money",
  topic: "ownership",
  scope: "both",
  about: {
    definition: "A − shares under the caps × CP; nothing where the caps do not bind",
    rounding: "to cents, half up",
    source,
  },
  applies: (situation) => hasExchangeCap(situation) || hasShareCap(situation),
  needs: {
    amount: conversionAmount,
    all: conversionShares,
    shares: mostSharesUnderCaps,
    price: usablePrice,
  },
  compute: ({ amount, all, shares, price }) =>
    arithmetic.compared(shares, all) >= 0
      ? arithmetic.nothing("money", "the caps do not bind", [shares], amount.currency)
      : arithmetic.payable(arithmetic.minus(amount, arithmetic.worth(shares, price))),
});
