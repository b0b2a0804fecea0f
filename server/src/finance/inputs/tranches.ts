import type { BoundNote, NoteClauses } from "../../note/bound.ts";
import { compare } from "../../quantity/exact.ts";
import { inEachSituation, type Situation, varied } from "../engine/formula.ts";
import { withChanges } from "../engine/view.ts";

type BoundTranche = NoteClauses["tranche"][number];

/** A tranche, read as a note of its own: the note's terms with the tranche's money and dates. */
export interface Tranche {
  readonly name: string;
  readonly bound: BoundTranche;
  readonly situation: Situation;
}

/** The clauses that say what of a tranche is owed and when, by path. */
export const trancheClauses: readonly string[] = pathsOf("principal", "funded", "matures", "unfunded");

/** The clauses that say what is paid for a tranche, by path. */
export const tranchePrices: readonly string[] = pathsOf("purchasePrice", "originalIssueDiscount", "fees");

function pathsOf(...ids: readonly string[]): readonly string[] {
  return ids.map((id) => `note/tranche/${id}`);
}

/** The note's tranches in the order of the text, also those that were never paid over; none where it names none. */
export const tranchesAgreed = inEachSituation((situation): readonly Tranche[] =>
  situation.note.clauses.tranche.map((bound, index) => ({
    name: nameOf(bound, index),
    bound,
    situation: varied(situation, { note: asNote(bound, situation) }),
  })),
);

/** The tranches that are paid over: not those that never were, or that somebody may still decide on and that have no day. */
export function tranchesPaid(situation: Situation): readonly Tranche[] {
  return tranchesAgreed(situation).filter(({ bound: { inner } }) => {
    const open = inner.by.state === "said" && inner.funded.state === "absent";
    return inner.unfunded.state !== "said" && !open;
  });
}

/** Whether the note is paid over in tranches: its sums are then the sums of theirs. */
export function inTranches(situation: Situation): boolean {
  return situation.note.clauses.tranche.length > 0 && tranchesPaid(situation).length > 0;
}

function nameOf({ head }: BoundTranche, index: number): string {
  const name = head.state === "said" ? head.meaning.name : undefined;
  return name === undefined ? `tranche ${index + 1}` : `“${name}”`;
}

/** Whether a tranche that says nothing of its price is all of the principal: what is paid for the note is paid for it. */
function isWhole(
  { principal, purchasePrice, originalIssueDiscount, fees }: BoundTranche["inner"],
  { clauses }: BoundNote,
): boolean {
  const silent =
    [purchasePrice, originalIssueDiscount].every(({ state }) => state === "absent") && fees.length === 0;
  const whole = clauses.principal;
  if (!silent || principal.state !== "said" || whole.state !== "said") return false;
  return compare(principal.meaning.amount, whole.meaning.amount) === 0;
}

const absent = { state: "absent", clause: undefined } as const;

/**
 * The note as the tranche sees it. Interest runs from the tranche's own funding; a discount in per cent is every
 * tranche's, while sums, instalments and what was surrendered are the whole note's.
 */
function asNote({ inner }: BoundTranche, { note }: Situation): BoundNote {
  const { clauses } = note;
  const { originalIssueDiscount: whole, interest, exchange } = clauses;
  const shared = whole.state === "said" && whole.meaning.value.kind === "part" ? whole : absent;
  return withChanges(note, {
    clauses: withChanges(clauses, {
      tranche: [],
      principal: inner.principal,
      purchasePrice: isWhole(inner, note) ? clauses.purchasePrice : inner.purchasePrice,
      originalIssueDiscount:
        inner.originalIssueDiscount.state === "absent" ? shared : inner.originalIssueDiscount,
      fees: inner.fees,
      proceeds: absent,
      funded: inner.funded.state === "absent" ? clauses.funded : inner.funded,
      matures: inner.matures.state === "absent" ? clauses.matures : inner.matures,
      instalments: withChanges(clauses.instalments, { state: "absent", clause: undefined, rows: [] }),
      exchange: withChanges(exchange, {
        state: "absent",
        inner: withChanges(exchange.inner, { value: absent }),
      }),
      interest: withChanges(interest, {
        inner: withChanges(interest.inner, {
          accruesFrom: inner.funded.state === "absent" ? interest.inner.accruesFrom : inner.funded,
        }),
      }),
    }),
  });
}
