/** A piece of work took more steps than it was allowed. */
export class TooManySteps extends Error {
  constructor(most: number) {
    super(`more than ${most} steps`);
  }
}

let taken = 0;
let most = Number.POSITIVE_INFINITY;

/**
 * Counts one turn of a loop whose length depends on what an author wrote: a token, a formula, an operation on exact
 * numbers, a day of a calendar. Steps are the same on every machine, so that a test can bound them where it could not
 * bound a time. Throws `TooManySteps` inside `withinSteps`, and never outside it.
 */
export function countStep(): void {
  if (++taken > most) throw new TooManySteps(most);
}

/** What a task gives and the steps that it took; it throws `TooManySteps` at the first step beyond the bound. */
export function withinSteps<T>(bound: number, task: () => T): { readonly value: T; readonly steps: number } {
  const outer = { taken, most };
  taken = 0;
  most = bound;
  try {
    const value = task();
    return { value, steps: taken };
  } finally {
    taken = outer.taken + taken;
    most = outer.most;
  }
}

/** The same of a task that waits in between, as long as no other one is under way. */
export async function withinStepsOf<T>(
  bound: number,
  task: () => Promise<T>,
): Promise<{ readonly value: T; readonly steps: number }> {
  const outer = { taken, most };
  taken = 0;
  most = bound;
  try {
    const value = await task();
    return { value, steps: taken };
  } finally {
    taken = outer.taken + taken;
    most = outer.most;
  }
}
