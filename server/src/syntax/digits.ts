/** Arithmetic on numbers as they are written, digit by digit, so that nothing is rounded before a number is judged. */

/** So many times each of some numbers, and a number, with the point moved to the right by some places. */
export interface Sum {
  readonly times: readonly number[];
  readonly plus?: number;
  readonly shift?: number;
}

/** The digits that a sum comes to; undefined below zero. Commas between thousands are passed over. */
export function digitsOf(
  numbers: readonly string[],
  { times, plus = 0, shift = 0 }: Sum,
): string | undefined {
  const parts = numbers.map((digits) => digits.replaceAll(",", "").split("."));
  const places = Math.max(0, ...parts.map(([, decimals = ""]) => decimals.length));
  const units = parts.map(([whole = "", decimals = ""]) => BigInt(`${whole}${decimals.padEnd(places, "0")}`));
  const sum = units.reduce(
    (total, unit, index) => total + unit * BigInt(times[index] ?? 0),
    BigInt(plus) * 10n ** BigInt(places),
  );
  return sum < 0n ? undefined : pointed(String(sum), places - shift);
}

/** Whether two numbers are the same, however they are written. */
export function sameNumber(one: string, other: string): boolean {
  const sum = { times: [1, -1] };
  return digitsOf([one, other], sum) === "0" && digitsOf([other, one], sum) === "0";
}

/** Whole units with the point so many places from their end; zeros at the end of decimals left out. */
function pointed(units: string, places: number): string {
  if (places <= 0) return units === "0" ? "0" : `${units}${"0".repeat(-places)}`;
  const all = units.padStart(places + 1, "0");
  const decimals = withoutEndingZeros(all.slice(-places));
  return decimals === "" ? all.slice(0, -places) : `${all.slice(0, -places)}.${decimals}`;
}

/** Digits without the zeros at their end. */
export function withoutEndingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === "0") end -= 1;
  return digits.slice(0, end);
}
