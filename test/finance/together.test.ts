import { describe, expect, test, vi } from "vitest";
import { memo } from "../../server/src/cli/memo.ts";
import { analyse, problemsOf } from "../../server/src/document/analysis.ts";
import { explain } from "../../server/src/features/explain.ts";
import { formulas } from "../../server/src/finance/formulas.ts";

/** So many notes of one issuer, and what follows them. */
function crowd(count: number, terms: (index: number) => string, more: string): string {
  const notes = Array.from(
    { length: count },
    (_, index) => `note "N${index}" {
  issuer "Example Corp."
  holder "Holder ${index}"
  principal $${50_000 + 1_000 * index}
  issued March 1, 2024
  matures March 1, 2027
  interest none
${terms(index)}
}
`,
  );
  return notes.join("") + more;
}

const safes = (count: number): string =>
  crowd(
    count,
    (index) => `  qualified financing {
    threshold none
    valuation cap $${5_000_000 + 50_000 * index} post-money
    discount 20%
    converts automatically
  }`,
    `market {
  capitalization 8,000,000 shares
}
scenario "Round" {
  on March 1, 2025
  round {
    new money $5,000,000
    pre-money $15,000,000
  }
}
`,
  );

const convertibles = (count: number): string =>
  crowd(
    count,
    (index) => `  conversion {
    option holder
    amount principal
    price $0.${10 + (index % 80)}
  }`,
    `market {
  outstanding 8,000,000 shares
}
scenario "Played" {
  on March 1, 2025
}
`,
  );

/** How often any formula is read while everything is worked out of a text, and after an edit of one note. */
function readsOf(text: string): { readonly opened: number; readonly edited: number } {
  const spies = formulas.map((formula) => vi.spyOn(formula, "read"));
  const reads = (): number => spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  try {
    const analysis = analyse(text, undefined);
    problemsOf(analysis);
    explain(analysis);
    memo(analysis);
    const opened = reads();
    const later = analyse(text.replace("$50000", "$60000"), undefined, analysis);
    problemsOf(later);
    explain(later);
    return { opened, edited: reads() - opened };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe.each([
  ["notes that convert in one round", safes],
  ["notes that convert in one market", convertibles],
])("%s", (_, crowdOf) => {
  test("what is worked out grows as their number does", () => {
    const [some, more] = [readsOf(crowdOf(8)), readsOf(crowdOf(32))];
    expect(some.opened).toBeGreaterThan(100);
    expect(more.opened).toBeLessThan(4.5 * some.opened);
    expect(more.edited).toBeLessThan(4.5 * some.edited);
  });
});
