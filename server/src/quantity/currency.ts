import { once } from "../base/once.ts";

/** The ISO 4217 codes that the platform knows. */
const known = once(() => new Set(Intl.supportedValuesOf("currency")));

export function isCurrency(code: string): boolean {
  return code === "USD" || known().has(code);
}

/** How many decimal places a sum of money is rounded to: 2 for dollars, 0 for yen. */
export function minorUnits(code: string): number {
  if (code === "USD") return 2;
  const { maximumFractionDigits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency: code,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/** What stands before a sum: `$` for dollars, the code and a space for others. */
export function currencySign(code: string): string {
  return code === "USD" ? "$" : `${code} `;
}
