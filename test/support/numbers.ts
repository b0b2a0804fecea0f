import { fraction, parseExact } from "../../server/src/quantity/exact.ts";
import { type Figure, figure, type Kind } from "../../server/src/quantity/figure.ts";

/** A figure that a note might state. */
export function stated<K extends Kind>(kind: K, digits: string, currency?: string): Figure<K> {
  const [numerator = "", denominator = "1"] = digits.split("/");
  const amount =
    denominator === "1" ? parseExact(numerator) : fraction(BigInt(numerator), BigInt(denominator));
  if (!amount) throw new Error(`no number: ${digits}`);
  return figure(
    kind,
    amount,
    { kind: "stated", text: digits, span: { start: 0, end: digits.length } },
    currency,
  );
}

export const money = (digits: string): Figure<"money"> => stated("money", digits, "USD");
export const price = (digits: string): Figure<"price"> => stated("price", digits, "USD");
export const ratio = (digits: string): Figure<"ratio"> => stated("ratio", digits);
export const shares = (digits: string): Figure<"shares"> => stated("shares", digits);
