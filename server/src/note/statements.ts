import type { Bound, Said } from "./bound.ts";

/** Every statement of a clause: the base case or the first, then those under conditions; none where it is not said. */
export function statementsOf<M>(bound: Bound<M>): readonly Said<M>[] {
  return bound.state === "said" ? [bound, ...bound.cases] : [];
}

/** What another clause says where a statement holds: its own case under the same condition, else its base case. */
export function beside<M>(bound: Bound<M>, { condition }: Said<unknown>): Bound<M> {
  if (bound.state !== "said") return bound;
  const words = condition?.text.toLowerCase();
  const statements = statementsOf(bound);
  const same = (one: { readonly condition?: Said<M>["condition"] }): boolean =>
    one.condition?.text.toLowerCase() === words;
  return (
    statements.find(same) ??
    bound.gaps.find(same) ??
    statements.find((one) => !one.condition) ?? { state: "absent", clause: undefined }
  );
}
