import type { BoundNote, Said } from "../note/bound.ts";

/** The clause by which an exchange claims the exemption of Section 3(a)(9) of the Securities Act; undefined without one. */
export function claimsExchange({ clauses }: BoundNote): Said<string> | undefined {
  const { exchange, exemptions } = clauses;
  const claimed = exemptions.state === "said" && /3\s*\(a\)\s*\(9\)/i.test(exemptions.meaning);
  return exchange.state === "said" && claimed ? exemptions : undefined;
}
