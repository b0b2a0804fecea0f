import type { Span } from "../base/span.ts";
import { withoutEnd } from "../base/words.ts";
import type { PhraseRule } from "../syntax/phrase-grammar.ts";
import { readPhrase } from "../syntax/phrases.ts";
import { phraseTokens } from "../syntax/written.ts";
import { type Mapped, placeOf, replaced, sliced } from "./mapped.ts";
import { inOrder } from "./wording.ts";
import type { Wording } from "./wordings-table.ts";

/** Words of a paper as the language's grammar reads them, and where they stand in the paper. */
export interface PaperValue {
  readonly text: string;
  readonly span: Span;
}

/** The most words that a value is made of. */
const mostTokens = 90;

/** As much from the start of the words as a rule of the language reads; undefined where it reads nothing. */
export function valueAt(words: Mapped, rule: PhraseRule, terms: readonly string[]): PaperValue | undefined {
  const plain = inOrder(
    replaced(words, /;/g, () => ","),
    [...termWordings(terms), ...wordings],
  );
  const tokens = phraseTokens(plain.text).slice(0, mostTokens);
  for (let length = tokens.length; length > 0; length--) {
    const taken = tokens.slice(0, length);
    const last = taken.at(-1);
    if (!last || /^(?:[,(]|and|or|of|the|to|per)$/i.test(last.image)) continue;
    const reading = readPhrase(rule, taken, 0);
    if (!reading.phrase || reading.problems.length > 0) continue;
    const end = last.startOffset + last.image.length;
    if (isCut(plain.text.slice(0, end), plain.text.slice(end))) continue;
    const from = taken[0]?.startOffset ?? 0;
    return { text: withoutEnd(sliced(plain, from, end).text.trim(), ".,"), span: placeOf(plain, from, end) };
  }
  return undefined;
}

/** Whether a value goes on behind where it was read: in its last word, or with another of its alternatives. */
function isCut(text: string, rest: string): boolean {
  if (/^\w/.test(rest) && /\w$/.test(text)) return true;
  if (
    /^ (?:and|or|plus|minus|less)\b(?! (?:HOLDER|ISSUER|NOTE|is|are|may|shall|will|at|interest|principal|accrued|payable)\b)/.test(
      rest,
    ) &&
    /\b(?:of|than)\b/.test(text)
  )
    return true;
  const chooses = /\b(?:lesser|lower|greater|higher|lowest|highest|earlier|later|least|greatest) of\b/i.test(
    text,
  );
  return (
    chooses && /^,? ?(?:(?:and|or),? )?(?:\((?:[ivx]{1,4}|[a-z]|\d)\)|(?:\$|\d+(?:\.\d+)?%))/i.test(rest)
  );
}

function termWordings(terms: readonly string[]): Wording[] {
  return terms.map((term) => [new RegExp(`"?\\b${term}\\b"?`, "gi"), `"${term}"`] as const);
}

const before =
  "(?:immediately )?(?:before|prior to|previous to|preceding|that precede|which precede|prior|that end(?:s)? on (?:the )?last(?: complete| full)? trading day (?:before|prior to)|ending on(?: and including)?(?: the)? (?:last|latest)(?: complete| full)? trading day (?:before|prior to|preceding)|ending on(?: the)? trading day (?:immediately )?(?:before|prior to|preceding)|before (?:the )?day of)";
const conversion =
  "(?:(?:such |applicable |respective )?(?:date|day|time|delivery|receipt) of )?(?:(?:such |applicable |respective |relevant |that |each |any )*(?:notice of )?conversion(?: date| notice)?(?: is (?:delivered|submitted))?|HOLDER converts?|exercise(?: date| notice)?|(?:interest )?payment date|payment)";

/** How papers speak of prices and rates where the language says it in other words. */
const wordings: readonly Wording[] = [
  [
    /\b(VWAP|price|prices|bid|bids|VWAPs)((?: per share)?)(?: for| of| on)(?: ISSUER's)?(?: publicly traded)? (?:shares?|stock)(?: of ISSUER)?\b/gi,
    "$1",
  ],
  [/\bISSUER's shares\b/gi, "shares"],
  [
    /\b(?:as )?(?:reported|quoted|published) (?:by|on) [^,;.()]{2,50}?(?=,| during| over| for| in | on )/gi,
    "",
  ],
  [/\bdaily (?=VWAP|volume)/gi, ""],
  [/\b(\d+) days? trading period/gi, "$1 trading days"],
  [/\b(\d+)[ -](?:consecutive )?(?:trading )?days? (?:trading )?period\b/gi, "$1 trading days"],
  [
    new RegExp(
      `,? ?\\b(?:during|in|over|for|of|within|from|on)(?: the| any)?(?: period of| period)? (?:prior |last |previous |preceding )?(\\d+)(?: consecutive)? (?:trading|business) days?(?: period)?(?: \\(which[^)]*\\))? ${before} ${conversion}`,
      "gi",
    ),
    " over prior $1 trading days",
  ],
  [
    new RegExp(`\\b(\\d+)(?: consecutive)? trading days? ${before} ${conversion}`, "gi"),
    "prior $1 trading days",
  ],
  [
    new RegExp(
      `,? ?\\b(?:during|in|over|for|of|within)(?: the)?(?: period of)? (\\d+)(?: consecutive)? trading days?(?: period)? ${before} (?:issue date|issuance(?: of NOTE)?|closing date)`,
      "gi",
    ),
    " over $1 trading days before issue",
  ],
  [new RegExp(`\\b(?:of|on|for) (?:the )?trading day ${before} ${conversion}`, "gi"), "on prior trading day"],
  [
    /\b(?:during|over|for|in) (?:prior|previous|last|preceding) (\d+) trading days?(?: period)?(?: (?:immediately )?(?:before|prior to|preceding) [\w ]{2,30}conversion(?: date)?)?/gi,
    "over prior $1 trading days",
  ],
  [
    /\b(?:highest|maximum|greatest)(?: lawful| legal| permissible)?(?: interest)? (?:rate|amount)(?: of interest)?(?: that| which)?(?: is| may be)?(?: [\w ]{0,20})?\b(?:law|permitted|allowed|allows|permits|permissible)\b(?: (?:permits|allows|by (?:applicable )?law|under (?:applicable )?law))?/gi,
    "legal maximum",
  ],
  [
    /\b(?:maximum|highest) lawful rate\b|\bmaximum (?:rate )?permitted by(?: applicable)? law\b/gi,
    "legal maximum",
  ],
  [/\b(closing bid|closing|trading|bid) price(s?)\b/gi, "$1 price$2"],
  [/\baverage of VWAPs?(?: of)? (?=over)/gi, "average of VWAP "],
  [/\bper share\b/gi, ""],
  [/\((?:an? )?\d+(?:\.\d+)?% discount\) ?/gi, ""],
  [/\bin arrears\b|\bof each year\b|\bin each year\b/gi, ""],
  [/\bconsecutive (?=trading)/gi, ""],
  [/\s+/g, " "],
];
