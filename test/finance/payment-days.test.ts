import { expect, test } from "vitest";
import { recordsOf, valueIn } from "../support/figures.ts";

interface Said {
  readonly matures: string;
  readonly convention?: string;
  readonly more?: string;
  readonly payable?: string;
}

function note({ matures, convention, more = "", payable = "at maturity" }: Said): string {
  const clause = convention === undefined ? "" : `  business day convention ${convention}\n`;
  return `note "Example Note" {
  issuer "Example Corp."
  holder "Example Fund LP"
  principal $100,000.00
  issued January 5, 2024
  matures ${matures}
${clause}${more}  interest {
    rate 12%
    day count actual/365
    payable ${payable}
    simple
  }
}
`;
}

/** January 4, 2025 is a Saturday. Interest: 100,000.00 × 12 % × days ÷ 365. */
test.each([
  [undefined, "January 4, 2025", "12000.00"],
  ["no adjustment", "January 4, 2025", "12000.00"],
  // To Monday, January 6: 367 days.
  ["following", "January 4, 2025", "12065.75"],
  ["next business day", "January 4, 2025", "12065.75"],
  ["following with interest", "January 4, 2025", "12065.75"],
  ["following without interest", "January 4, 2025", "12000.00"],
  // To Friday, January 3: 364 days.
  ["preceding", "January 4, 2025", "11967.12"],
  ["previous business day", "January 4, 2025", "11967.12"],
  ["modified following", "January 4, 2025", "12065.75"],
  // November 30, 2024 is a Saturday; Monday is in December, so Friday, November 29: 329 days.
  ["modified following", "November 30, 2024", "10816.44"],
  // And following to Monday, December 2: 332 days.
  ["following", "November 30, 2024", "10915.07"],
  // Friday, January 3, 2025 is a business day.
  ["following", "January 3, 2025", "11967.12"],
])("interest under “%s” to %s", (convention, matures, interest) => {
  const text = note({ matures, ...(convention ? { convention } : {}) });
  expect(valueIn(text, "accrued-interest")).toBe(interest);
});

test("the note is due on the day of payment, also where interest stops before it", () => {
  const text = note({ matures: "January 4, 2025", convention: "following without interest" });
  const due = recordsOf(text).get("amount-at-maturity");
  expect(due?.value).toBe("112000.00");
  expect(valueIn(text, "interest-days")).toBe("365");
});

test("interest payments are made by the convention too", () => {
  // Quarterly from April 5, 2024; the last before maturity falls on Sunday, January 5, 2025.
  const said = { matures: "January 15, 2025", payable: "quarterly from April 5, 2024" };
  // From January 5: 10 days; from Monday, January 6: 9 days; from Friday, January 3: 12 days.
  expect(valueIn(note(said), "accrued-interest")).toBe("328.77");
  expect(valueIn(note({ ...said, convention: "following" }), "accrued-interest")).toBe("295.89");
  expect(valueIn(note({ ...said, convention: "preceding" }), "accrued-interest")).toBe("394.52");
  const without = note({ ...said, convention: "following without interest" });
  expect(valueIn(without, "accrued-interest")).toBe("328.77");
});

test("instalments are paid by the convention too", () => {
  // Half the principal on Saturday, June 1, 2024, the rest on Friday, January 3, 2025.
  const said = {
    matures: "January 3, 2025",
    more: "  instalments {\n    June 1, 2024  50% of principal\n  }\n",
  };
  // 148 days on 100,000.00 are 4,865.75, 216 on 50,000.00 are 3,550.68.
  expect(valueIn(note(said), "accrued-interest")).toBe("8416.43");
  // To Monday, June 3: 150 days, 4,931.51; then 214, 3,517.81.
  expect(valueIn(note({ ...said, convention: "following" }), "accrued-interest")).toBe("8449.32");
});
