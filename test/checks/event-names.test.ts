import { expect, test } from "vitest";
import { isSlip } from "../../server/src/checks/event-names.ts";

test.each([
  ["Pricing Dates", "Pricing Date"],
  ["Covered Offering", "Covering Offering"],
  ["Fundemental Change", "Fundamental Change"],
  ["Purchase Date", "Purchase Price Date"],
])("“%s” may be a slip of “%s”, and the other way round", (one, other) => {
  expect([isSlip(one, other), isSlip(other, one)]).toEqual([true, true]);
});

test.each([
  ["Series A", "Series B"],
  ["First Closing", "Second Closing"],
  ["Initial Closing", "Final Closing"],
  ["Closing", "Second Closing"],
  ["Qualified Offering", "Offering"],
  ["Purchase Date", "Maturity Date"],
  ["Closing Date", "closing date"],
])("“%s” and “%s” are two names, or one", (one, other) => {
  expect([isSlip(one, other), isSlip(other, one)]).toEqual([false, false]);
});
