import { describe, expect, test } from "vitest";
import { problemsIn } from "../support/analyse.ts";

const safe = (name: string, issued: string, financing: string, more = ""): string =>
  `note "${name}" {
  issuer "Example Corp."; holder "Example Fund LP"
  principal $200,000; issued ${issued}; matures none
  interest none
  qualified financing { threshold none; ${financing}; capitalization includes all shares }
  ${more}
}
`;
const favoured =
  "most favoured terms { notice within 10 days; compared with convertible securities issued later }";
const cap = (sum: string, basis = "post-money"): string => `valuation cap ${sum} ${basis}`;
const better = (...notes: readonly string[]): string[] =>
  problemsIn(notes.join(""))
    .filter(({ code }) => code === "better-terms-later")
    .map(({ message }) => message);

const first = safe("A", "2023-01-10", cap("$10,000,000"), favoured);

describe("better terms of a later note", () => {
  test("a lower cap is reported with both sums", () => {
    const [message, ...others] = better(first, safe("B", "2024-06-10", cap("$6,000,000")));
    expect(message).toContain(
      "“B” has a valuation cap of $6,000,000.00, below the $10,000,000.00 of the earlier note",
    );
    expect(others).toEqual([]);
  });

  test("a discount that the first has not", () => {
    const [message] = better(first, safe("B", "2024-06-10", `${cap("$10,000,000")}; discount 20%`));
    expect(message).toContain("a discount of 20 %, and the earlier note has none");
  });

  test("the order of the days counts, not that of the notes", () => {
    expect(better(safe("B", "2024-06-10", cap("$6,000,000")), first)).toHaveLength(1);
    expect(better(safe("B", "2022-06-10", cap("$6,000,000")), first)).toEqual([]);
  });

  test("a higher cap, another basis and another issuer are no better terms", () => {
    expect(better(first, safe("B", "2024-06-10", cap("$12,000,000")))).toEqual([]);
    expect(better(first, safe("B", "2024-06-10", cap("$6,000,000", "pre-money")))).toEqual([]);
    const other = safe("B", "2024-06-10", cap("$6,000,000")).replace("Example Corp.", "Other Corp.");
    expect(better(first, other)).toEqual([]);
  });

  test("without most favoured terms nothing is said", () => {
    const plain = safe("A", "2023-01-10", cap("$10,000,000"));
    expect(better(plain, safe("B", "2024-06-10", cap("$6,000,000")))).toEqual([]);
  });

  test("the later note may allow it", () => {
    const allowed = safe(
      "B",
      "2024-06-10",
      cap("$6,000,000"),
      'allow better-terms-later because "A has waived it"',
    );
    expect(better(first, allowed)).toEqual([]);
  });
});
