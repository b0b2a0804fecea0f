import { Decimal as Library } from "decimal.js";
import { countStep } from "../base/steps.ts";
import { withoutTrailingZeros } from "../base/words.ts";

/**
 * A number with nothing lost: a fraction of two whole numbers in lowest terms, the denominator positive.
 * Amounts stay fractions through a whole chain, so that what divides exactly is exact; `decimal.js` serves
 * where no fraction can (powers with a broken exponent, logarithms).
 */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * What can't be worked out, in words for what is missing: thrown where a divisor is zero and where a number outgrows its
 * bounds, and taken as waiting where a source of figures is read (`finance/engine/formula.ts`).
 */
export class Unworkable extends Error {
  readonly need: string;

  constructor(need: string) {
    super(`waits for ${need}`);
    this.need = need;
  }
}

/** Powers of ten from which on a figure is beyond all sense: twenty digits more than the largest sums of any market. */
const mostMagnitude = 40;

/**
 * The longest whole number, some five thousand digits, that a fraction may be made of. Figures of real notes take sixty;
 * what takes more than this is no term of a note, and each step with it would cost more than the last.
 */
const longest = 1n << 16_384n;
const longestBelow = -longest;

/** The longest power that is worked out as a fraction, in bits; beyond it, its first 60 digits. */
const longestPower = 8_192;

const tooLarge = `numbers of sense: it comes to more than ${mostMagnitude} digits`;
const tooLong = "numbers of fewer digits: it takes more than 5,000 digits to work it out exactly";

/** Digits that a power or an exponential is good for: the cents of the largest figure have forty-two. */
const goodDigits = 60;

/**
 * What they are worked out with. The error of a quotient at the last of these digits grows with the exponent, which is
 * below 10^8 for any days and any compounding: at least ten of the twenty digits to spare stay right.
 */
const Decimal = Library.clone({ precision: goodDigits + 20, toExpNeg: -1e6, toExpPos: 1e6 });

export const zero: Exact = { numerator: 0n, denominator: 1n };
export const one: Exact = { numerator: 1n, denominator: 1n };

/** The fraction of two whole numbers. Throws `Unworkable` where the denominator is zero. */
export function fraction(numerator: bigint, denominator: bigint): Exact {
  countStep();
  if (denominator === 1n) return { numerator, denominator };
  if (denominator === 0n) throw new Unworkable("a divisor above zero");
  const divisor = commonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return bounded(numerator / divisor, denominator / divisor);
}

export function whole(value: bigint | number): Exact {
  return { numerator: BigInt(value), denominator: 1n };
}

/** Reads digits with an optional minus and point (`-12.50`, `.003`); undefined for anything else. */
export function parseExact(digits: string): Exact | undefined {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(digits);
  const [, sign = "", ahead = "", behind = ""] = match ?? [];
  if (!match || ahead + behind === "") return undefined;
  return fraction(BigInt(`${sign}${ahead}${behind}`), 10n ** BigInt(behind.length));
}

export function add(a: Exact, b: Exact): Exact {
  if (a.denominator === b.denominator) return fraction(a.numerator + b.numerator, a.denominator);
  if (b.denominator === 1n) return shifted(a, b.numerator);
  if (a.denominator === 1n) return shifted(b, a.numerator);
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

export function negate(a: Exact): Exact {
  return { numerator: -a.numerator, denominator: a.denominator };
}

/** Shortened crosswise before it multiplies: a sum of money by a growth of thousands of digits costs next to nothing. */
export function multiply(a: Exact, b: Exact): Exact {
  countStep();
  const first = b.denominator === 1n ? 1n : commonDivisor(a.numerator, b.denominator);
  const second = a.denominator === 1n ? 1n : commonDivisor(b.numerator, a.denominator);
  return bounded(
    (a.numerator / first) * (b.numerator / second),
    (a.denominator / second) * (b.denominator / first),
  );
}

/** The quotient. Throws `Unworkable` where the divisor is zero. */
export function divide(a: Exact, b: Exact): Exact {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Exact, b: Exact): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isZero(a: Exact): boolean {
  return a.numerator === 0n;
}

/** The largest whole number that is no greater. */
export function floor(a: Exact): bigint {
  const quotient = a.numerator / a.denominator;
  return a.numerator < 0n && quotient * a.denominator !== a.numerator ? quotient - 1n : quotient;
}

/** Rounded to so many decimal places: half up, or always up or down. */
export function roundWay(a: Exact, places: number, way: "nearest" | "up" | "down"): Exact {
  if (way === "nearest") return round(a, places);
  const unit = fraction(1n, 10n ** BigInt(places));
  const units = divide(a, unit);
  const count = way === "down" ? floor(units) : -floor(negate(units));
  return multiply(whole(count), unit);
}

/** Rounded half up (a half goes away from zero) to so many decimal places. */
export function round(a: Exact, places: number): Exact {
  const unit = 10n ** BigInt(places);
  const away = a.numerator < 0n ? -1n : 1n;
  const units = (2n * a.numerator * away * unit + a.denominator) / (2n * a.denominator);
  return fraction(away * units, unit);
}

/** The power with a whole exponent that is not negative: exact. */
export function power(base: Exact, exponent: bigint): Exact {
  return { numerator: base.numerator ** exponent, denominator: base.denominator ** exponent };
}

/**
 * The power of a positive base with any exponent: exact where the exponent is a small whole number, else to 60 digits,
 * eighteen more than the cents of the largest figure have. Throws `Unworkable` for what would be larger than that.
 */
export function realPower(base: Exact, exponent: Exact): Exact {
  if (exponent.denominator === 1n && exponent.numerator >= 0n && isShortPower(base, exponent.numerator))
    return power(base, exponent.numerator);
  const key = [base.numerator, base.denominator, exponent.numerator, exponent.denominator].join();
  const known = powers.get(key) ?? poweredByLibrary(toLibrary(base), toLibrary(exponent));
  if (powers.size >= mostPowers) powers.clear();
  powers.set(key, known);
  return known;
}

function isShortPower({ numerator, denominator }: Exact, exponent: bigint): boolean {
  const bits = bitsIn(numerator) + bitsIn(denominator);
  return exponent < 400n && bits * Number(exponent) <= longestPower;
}

/** Sizes are judged before anything is worked out: a power beyond all sense takes no time. */
function poweredByLibrary(base: Library, exponent: Library): Exact {
  const magnitude = base.isZero() ? new Rough(0) : new Rough(base).log(10).times(exponent);
  return ofMagnitude(magnitude, () => base.pow(exponent));
}

/** The value where a figure may be of that power of ten; zero where nothing is left of it. */
function ofMagnitude(magnitude: Library, value: () => Library): Exact {
  if (magnitude.gt(mostMagnitude)) throw new Unworkable(tooLarge);
  return magnitude.lt(leastMagnitude) ? zero : fromLibrary(value());
}

/** A power of ten below which nothing is left of any figure. */
const leastMagnitude = -1_000;

/** Digits enough to tell sizes. */
const Rough = Library.clone({ precision: 20 });
const tensInE = new Rough("0.43429448190325182765");

/** A power takes a millisecond, and every edit of a sheet asks for the same ones again. */
const powers = new Map<string, Exact>();
const mostPowers = 5_000;

/** e to the power of `exponent`, good to 60 digits. Throws `Unworkable` where that would be larger than any figure. */
export function exponential(exponent: Exact): Exact {
  const value = toLibrary(exponent);
  return ofMagnitude(new Rough(value).times(tensInE), () => value.exp());
}

/** Whether a figure may be as large, above zero or below; throws `Unworkable` where none may. */
export function judgeSize({ numerator, denominator }: Exact): void {
  if (numerator <= mostSense && numerator >= -mostSense) return;
  const most = mostSense * denominator;
  if (numerator > most || numerator < -most) throw new Unworkable(tooLarge);
}

const mostSense = 10n ** BigInt(mostMagnitude);

/** Plain digits without an exponent, rounded half up to so many places; trailing zeros stay. */
export function toFixed(a: Exact, places: number): string {
  const rounded = round(a, places);
  const units = (rounded.numerator * 10n ** BigInt(places)) / rounded.denominator;
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const sign = units < 0n ? "-" : "";
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Plain digits without an exponent, rounded half up to so many significant digits; trailing zeros go. */
export function toSignificant(a: Exact, digits: number): string {
  if (isZero(a)) return "0";
  return trimmed(toFixed(a, Math.max(0, digits - 1 - magnitude(a))));
}

/** All digits where they come to an end within `most` of them, else so many significant ones. */
export function toPlain(a: Exact, significant: number, most = 40): string {
  const places = decimalPlaces(a, most);
  if (places !== undefined) {
    const all = toFixed(a, places);
    if (all.replace(/\D/g, "").length <= most) return all;
  }
  return toSignificant(a, significant);
}

/** How many places the decimal digits have; undefined where they have more than `most`, or no end. */
function decimalPlaces({ denominator }: Exact, most: number): number | undefined {
  let unit = 1n;
  for (let places = 0; places <= most; places++, unit *= 10n) if (unit % denominator === 0n) return places;
  return undefined;
}

/** The power of ten of the first digit: 0 for 1 to 9, -3 for 0.001; 0 for zero, which has no first digit. */
export function magnitude(a: Exact): number {
  if (a.numerator === 0n) return 0;
  const numerator = a.numerator < 0n ? -a.numerator : a.numerator;
  let guess = numerator.toString().length - a.denominator.toString().length;
  const atLeast = (exponent: number): boolean =>
    exponent >= 0
      ? numerator >= a.denominator * 10n ** BigInt(exponent)
      : numerator * 10n ** BigInt(-exponent) >= a.denominator;
  while (!atLeast(guess)) guess--;
  while (atLeast(guess + 1)) guess++;
  return guess;
}

/** The fraction of two numbers in lowest terms; throws `Unworkable` where they outgrow all bounds. */
function bounded(numerator: bigint, denominator: bigint): Exact {
  if (numerator > longest || numerator < longestBelow || denominator > longest) throw new Unworkable(tooLong);
  return { numerator, denominator };
}

/** About how many bits a number has, from its hexadecimal digits. */
function bitsIn(value: bigint): number {
  return value.toString(16).length * 4;
}

/** A whole number more; what was in lowest terms stays so. */
function shifted(a: Exact, by: bigint): Exact {
  return { numerator: a.numerator + by * a.denominator, denominator: a.denominator };
}

function trimmed(digits: string): string {
  return digits.includes(".") ? withoutTrailingZeros(digits) : digits;
}

function toLibrary(a: Exact): Library {
  return new Decimal(a.numerator.toString()).div(new Decimal(a.denominator.toString()));
}

function fromLibrary(value: Library): Exact {
  return parseExact(value.toSignificantDigits(goodDigits).toFixed()) ?? zero;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
