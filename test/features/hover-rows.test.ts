import { expect, test } from "vitest";
import { hoverAt, hoverOn } from "../support/editor.ts";
import { convertible, scenario, sheet } from "../support/sheets.ts";

/** $100,000 at 36.5 %, which is $100 a day from January 2, 2024. */
const note = (lines: string): string =>
  sheet(`  interest { rate 36.5%; day count actual/365; simple }\n${lines}`);
const first = (markdown: string): string => (markdown.split("\n")[0] ?? "").replaceAll("*", "");

const ladder = note(
  "  prepayment {\n    day 0 to 60  [115% | 120%]\n    day 61 to 120  [125%]\n    after July 2, 2024  none\n  }",
);

test("a line of the prepayment: what is paid on its first and on its last day, and how it is made", () => {
  const text = hoverOn(ladder, "day 0 to 60");
  // 100,000 × 115 % on day 0; 106,000 × 115 % on day 60, which is March 2.
  expect(first(text)).toBe("$115,000.00 on January 2, 2024 · $121,900.00 on March 2, 2024");
  expect(text).toContain(
    "115 % × $106,000.00, rounded to cents = $121,900.00\n  - principal and interest = principal + accrued interest = $100,000.00 + $6,000.00 = $106,000.00",
  );
  // 106,000 × 120 % = 127,200.
  expect(text).toContain(
    "- with 120% instead of the first alternative: $127,200.00 on March 2, 2024 (+$5,300.00)",
  );
  expect(text).not.toContain("is proposed");
});

test("another line of it is reported by itself, and says that it is proposed", () => {
  const text = hoverOn(ladder, "day 61 to 120");
  // 106,100 × 125 % on day 61, 112,000 × 125 % on day 120.
  expect(first(text)).toBe("$132,625.00 on March 3, 2024 · $140,000.00 on May 1, 2024");
  expect(text).toContain("this line is proposed, not agreed: day 61 to 120 \\[125%\\]");
  expect(hoverOn(ladder, "after July 2")).toBe("A line of “prepayment”: after July 2, 2024 none.");
});

test("the hover marks the line; on the block's name stands the whole schedule", () => {
  expect(hoverAt(ladder.replace("61 to", "6‸1 to"))?.marked).toBe("day 61 to 120  [125%]");
  expect(hoverOn(ladder, "prepayment {")).toContain("at the end of the first window");
});

test("two lines that hold the same day are each reported by its own terms", () => {
  const text = note("  prepayment {\n    day 0 to 60  115%\n    day 0 to 60  120%\n  }");
  expect(first(hoverOn(text, "day 0 to 60  120%"))).toBe(
    "$120,000.00 on January 2, 2024 · $127,200.00 on March 2, 2024",
  );
});

test("a line of the instalments: its days, and its amount on each", () => {
  const text = note(
    "  instalments {\n    2024-07-01  $20,000\n    monthly from 2024-08-01, 3 times  1/10 of principal\n    2024-08-01  $1,234.56\n  }",
  );
  expect(first(hoverOn(text, "2024-07-01"))).toBe("$20,000.00 on July 1, 2024");
  expect(first(hoverOn(text, "2024-08-01  $1"))).toBe("$1,234.56 on August 1, 2024");
  const monthly = hoverOn(text, "monthly from");
  expect(first(monthly)).toBe("$30,000.00 in 3 instalments, August 1, 2024 to October 1, 2024");
  for (const day of ["August", "September", "October"])
    expect(monthly).toMatch(new RegExp(`^  - ${day} 1, 2024 = .* = \\$10,000\\.00$`, "m"));
});

test("a line of the holder's redemption", () => {
  const text = note("  holder redemption {\n    monthly from 2024-03-01, 2 times  $5,000\n  }");
  expect(first(hoverOn(text, "monthly from"))).toBe(
    "$10,000.00 in 2 payments, March 1, 2024 to April 1, 2024",
  );
});

test("a line of the damages: a day, over its days, and where it rises the day after", () => {
  const text = `${convertible("$1.00", "    amount principal\n    late delivery {\n      day 1 to 5  $10 per $1,000\n      after day 5  $20 per $1,000 rising by $1 per day\n    }")}${scenario("March 1, 2024", "delivered late 3 days")}`;
  // 100,000 is a hundred times 1,000.
  const flat = hoverOn(text, "day 1 to 5");
  expect(first(flat)).toBe("$1,000.00 a day · $5,000.00 for days 1 to 5");
  expect(flat).toContain("In the scenario “Played”");
  expect(first(hoverOn(text, "after day 5"))).toBe("$2,000.00 on day 6 · $2,100.00 on day 7");
});

test("a line waits for what its amounts rest on; one that can't be read is reported by its block", () => {
  const open = ladder.replace("rate 36.5%", "rate [ ]");
  expect(hoverOn(open, "day 0 to 60")).toContain("Waits for the blank in “rate”.");
  const broken = ladder.replace("[125%]", "quite a lot");
  expect(hoverOn(broken, "day 61 to 120")).toContain("Whether, and for how much");
});
