import { claimsExchange } from "../exchange-exemption.ts";
import { exampleNote, rule } from "../rule.ts";

const exchange = (exemption: string): string =>
  exampleNote(
    `  exemption  ${exemption}, held since September 23, 2016\n\n  exchange {\n    surrendered  90 shares of "Series A Preferred Stock"\n    value        $95,000\n  }`,
  );

/** The exemptions of a private placement. */
const placement = /4\s*\(a\)\s*\(2\)|\brule 506|\bregulation d\b/i;
/** Words that say how the exemptions stand to each other. */
const ordered = /\balternativ|\bto the extent\b|\brespectively\b|\bor\b|\bfailing\b/i;

export const exchangeClaimsPlacement = rule({
  code: "exchange-claims-placement",
  severity: "information",
  title: "An exchange that claims the exemption of a private placement too",
  why: "Section 3(a)(9) is for an exchange with the issuer's own holders and for nothing else; what they get is as free or as restricted as what they gave. Section 4(a)(2) and Rule 506 are for a private placement, which asks who the buyer is, and what is bought there is restricted. A sheet that claims both for one exchange leaves open which shares the holder has.",
  repair:
    "Say which of them is relied on, and that the other is claimed in the alternative; or which part of the deal each is for.",
  bad: exchange("Sections 3(a)(9) and 4(a)(2)"),
  good: exchange("Section 3(a)(9), in the alternative Section 4(a)(2)"),
  find: ({ note }) => {
    const claim = claimsExchange(note);
    if (!claim || !placement.test(claim.meaning) || ordered.test(claim.meaning)) return [];
    return [
      {
        span: claim.span,
        message: `“${claim.text}” are claimed for one exchange, and they do not lead to the same: under Section 3(a)(9) the new securities are as free or as restricted as the old ones, under the exemption of a private placement they are restricted. Say which is relied on, or that the other is claimed in the alternative.`,
        related: note.clauses.exchange.clause
          ? [{ message: "What is surrendered.", span: note.clauses.exchange.clause.name }]
          : [],
      },
    ];
  },
});
