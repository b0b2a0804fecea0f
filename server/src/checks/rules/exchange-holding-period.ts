import { claimsExchange } from "../exchange-exemption.ts";
import { ownWords } from "../own-words.ts";
import { exampleNote, rule } from "../rule.ts";

const exchange = (exemption: string): string =>
  exampleNote(
    `  exemption  ${exemption}\n\n  exchange {\n    surrendered  90 shares of "Series A Preferred Stock"\n    value        $95,000\n  }`,
  );

export const exchangeHoldingPeriod = rule({
  code: "exchange-holding-period",
  severity: "information",
  title: "An exchange that does not say since when the holder has held",
  why: "Under Rule 144(d)(3)(ii) what an issuer gives solely in exchange for its own securities counts as acquired when those were. From that day runs the time after which the shares may be sold, which is why transfer agents ask for it.",
  repair:
    "Say it in the document's words: `exemption Section 3(a)(9), held since September 23, 2016`, or state the days of issue of the parts.",
  bad: exchange("Section 3(a)(9)"),
  good: exchange("Section 3(a)(9), held since September 23, 2016"),
  find: ({ note }) => {
    const claim = claimsExchange(note);
    if (!claim) return [];
    const { part } = note.clauses.exchange.inner;
    const dated = part.length > 0 && part.every(({ inner }) => inner.issued.state === "said");
    const words = [claim.meaning, ...ownWords(note).map(({ text }) => text)];
    if (dated || words.some((text) => /holding period|\btack|\bheld since|acquired on/i.test(text)))
      return [];
    return [
      {
        span: claim.span,
        message:
          "In an exchange under Section 3(a)(9) the time for which the old securities were held counts for the new ones (Rule 144(d)(3)(ii)). Nothing says since when the holder has held them; add the day.",
        related: note.clauses.exchange.clause
          ? [{ message: "What is surrendered.", span: note.clauses.exchange.clause.name }]
          : [],
      },
    ];
  },
});
