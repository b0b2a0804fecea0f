import { isPositive } from "../../quantity/arithmetic.ts";
import { show } from "../../quantity/format.ts";
import { claimsExchange } from "../exchange-exemption.ts";
import { ownWords } from "../own-words.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

const exchange = (more: string): string =>
  exampleNote(
    `  exchange {\n    surrendered  90 shares of "Series A Preferred Stock"\n    value        $95,000\n  }\n\n  exemption       Section 3(a)(9), held since September 23, 2016\n${more}`,
  );

export const exchangeWithNewMoney = rule({
  code: "exchange-with-new-money",
  severity: "warning",
  title: "An exchange under Section 3(a)(9) with new money or a paid solicitation",
  why: "Section 3(a)(9) of the Securities Act frees an issuer that gives new securities to its own holders for their old ones and for nothing else, and pays nobody for soliciting the exchange. Where the holder pays in money too, or a solicitor is paid, the exemption may be lost, and with it the holding period that carries over.",
  repair:
    "Take the new money into a note of its own, under an exemption of its own; or name another exemption.",
  bad: exchange("  purchase price  $5,000"),
  good: exchange("")
    .trimEnd()
    .replace(/\n\n\}$/, "\n}\n"),
  find: ({ note }) => {
    const claim = claimsExchange(note);
    const { purchasePrice } = note.clauses;
    if (!claim) return [];
    const found: Finding[] = [];
    const related = [{ message: "The exemption that is claimed.", span: claim.span }];
    const price = purchasePrice.state === "said" ? purchasePrice.meaning : undefined;
    const paid = price?.kind === "sum" ? price.value : price?.value.value;
    if (purchasePrice.state === "said" && paid && isPositive(paid))
      found.push({
        span: purchasePrice.clause.span,
        message: `The holder pays ${show(paid)}${price?.kind === "part" ? " of the principal" : ""} besides what it surrenders. Section 3(a)(9) is for exchanges and nothing else: with new money the exemption may be lost, and with it the holding period that carries over. Take the money into a note of its own, or name another exemption.`,
        related,
      });
    for (const { text, span, path } of ownWords(note)) {
      if (path === "note/eventsOfDefault" || !solicited.test(text) || denied.test(text)) continue;
      found.push({
        span,
        message:
          "Somebody seems to be paid for soliciting the exchange. Section 3(a)(9) is lost where a commission is paid for that, and with it the holding period that carries over. Say that nobody is paid for it, or name another exemption.",
        related,
      });
    }
    return found;
  },
});

/** Words for pay that goes to who brings an exchange about. */
const solicited =
  /\b(solicitation|solicitor|placement agent|finder'?s?) ?(fee|commission|is paid|are paid|of \$|\$)/i;
const denied = /\b(no|none|nobody|not)\b/i;
