import { expect, test } from "vitest";
import { example } from "../support/analyse.ts";
import { hoverOn } from "../support/editor.ts";
import { convertible, market, scenario } from "../support/sheets.ts";

const first = (markdown: string): string => (markdown.split("\n")[0] ?? "").replaceAll("*", "");

test("price: behind the alternatives the market price at which the fixed one takes over", () => {
  expect(hoverOn(example("exchange-note"), "price            lowest")).toContain(
    "- $0.003 against 85% of average of VWAP over prior 5 trading days = $0.003 ÷ 85 % = $0.0035294118",
  );
});

test("each trigger speaks for itself", () => {
  const text =
    convertible(
      "$4.00",
      "    contingent conversion $5.00\n    forced conversion 150% of conversion price\n  }\n  issuer call {\n    trigger 130% of conversion price",
    ) + scenario("June 10, 2024");
  expect(first(hoverOn(text, "contingent"))).toBe("Convertible once the share reaches $5.00");
  expect(first(hoverOn(text, "forced"))).toBe("Conversion can be forced from $6.00");
  expect(first(hoverOn(text, "issuer call"))).toBe("Callable from $5.20");
});

test("a clause about something that one scenario brings is shown in that scenario", () => {
  const text =
    convertible("$1.00", "    anti-dilution full ratchet") +
    scenario("June 10, 2024", "", "Quiet") +
    scenario("June 10, 2024", "new issue { issued shares 5 shares; issue price $0.50 }", "Diluted");
  expect(hoverOn(text, "anti-dilution")).toContain("“Diluted”");
  expect(first(hoverOn(text, "anti-dilution"))).toMatch(/^\$0\.50 a share/);
  expect(hoverOn(text, "price $1.00")).toContain("“Quiet”");
});

test("late delivery: the scenario that is late, else what thirty days cost", () => {
  const note = convertible("$1.00", "    late delivery {\n      from day 1 $100\n    }");
  const late = `${note}${scenario("June 10, 2024", "", "In time")}${scenario("June 10, 2024", "delivered late 5 days", "Late")}`;
  expect(first(hoverOn(late, "late delivery"))).toBe("$500.00 of damages");
  expect(first(hoverOn(`${note}${scenario("June 10, 2024")}`, "late delivery"))).toBe("$3,000.00 of damages");
});

test("shares outstanding speak of ownership, whatever else they may weigh in", () => {
  const text = `${convertible("$1.00", "    ownership limit 9.99% after issuance")}market {\n  outstanding 1,000,000 shares\n}\n${scenario("June 10, 2024")}`;
  // 0.0999 × 1,000,000 ÷ 0.9001.
  expect(first(hoverOn(text, "outstanding"))).toBe("At most 110,987 shares at one time (9.99 %)");
});

test("reserve and exchange cap say their own number, and nothing of the ownership limit", () => {
  const text = `${convertible("$1.00", "    amount principal\n    ownership limit 9.99% after issuance\n    reserve 5 times\n    exchange cap 19.99%")}market {\n  outstanding 1,000,000 shares\n}\n${scenario("June 10, 2024")}`;
  expect(first(hoverOn(text, "reserve"))).toBe("500,000 shares in reserve");
  expect(first(hoverOn(text, "exchange cap"))).toBe("At most 199,900 in all (exchange cap)");
});

test("the days of one price out of a window stand in one line, the picked one marked", () => {
  const text =
    convertible("50% of lowest VWAP over prior 2 trading days", "    amount principal") +
    market("    date VWAP\n    2024-06-06 $1.50\n    2024-06-07 $1.40") +
    scenario("June 10, 2024");
  expect(hoverOn(text, "price 50%")).toContain("2024-06-06 $1.50; 2024-06-07 $1.40 (picked)");
});

test("a choice of anything but a price says what it is of", () => {
  const text = `${convertible("$1.00", "    interest make-whole 7.5%\n  }\n  interest {\n    rate 6%")}${scenario("June 10, 2024")}`;
  expect(hoverOn(text, "interest make-whole")).toContain(
    "| interest make-whole paid on conversion: lowest of |",
  );
});
