import { withoutEnd } from "../base/words.ts";
import { plainText } from "./clauses.ts";
import { placeOf, sliced } from "./mapped.ts";
import { listBegins, type Passage } from "./passage.ts";
import type { Statement } from "./statement.ts";
import { valueAt } from "./values.ts";

const place = "(\\[[^\\]]+\\]|[A-Z]\\w+(?: (?:of )?[A-Z]\\w+)?)";
const laws: readonly RegExp[] = [
  new RegExp(
    `[Ll]aws? of (?:the )?(?:(?:internal )?laws of )?(?:the )?(?:(?:State|Commonwealth|Province|state|commonwealth) of )?${place}`,
  ),
  new RegExp(`^(?:[Tt]he )?(?:[Ll]aws? of )?(?:[Tt]he )?(?:State of |Commonwealth of )?${place}`),
  /\b((?!The |This |Such |Federal |Applicable )[A-Z][a-z]+(?: [A-Z][a-z]+)?) law(?:s)?\b(?: applies| apply| governs?| \(|\.|,|$)/,
];

/** The law that governs the note. */
export function lawIn({ said, label, index }: Passage): Statement[] {
  const isLabel = /^(?:governing law|law|choice of law|applicable law)/.test(label);
  const [full, alone, short] = laws;
  const governs = /govern|appl/i.test(said.text);
  const match =
    (governs && full?.exec(said.text)) || (isLabel && alone?.exec(said.text)) || short?.exec(said.text);
  const either = isLabel ? new RegExp(`^${place} or ${place}$`).exec(withoutEnd(said.text, ". ")) : null;
  const name = either ? `[${either[1]} | ${either[2]}]` : match?.[1];
  if (
    !match ||
    name === undefined ||
    /^(?:Federal|Securities|Company|This|The|Delaware corporation)$/.test(name)
  )
    return [];
  if (/corporation|blue sky|securities laws/i.test(match[0])) return [];
  const at = match.index + Math.max(0, match[0].indexOf(name));
  return [
    {
      path: "note/governingLaw",
      text: name,
      condition: "",
      span: placeOf(said, at, at + name.length),
      sentence: index,
      sure: isLabel || governs ? 3 : 2,
    },
  ];
}

/** The exemptions from registration that a sentence claims. */
export function exemptionsIn({ said, index }: Passage): Statement[] {
  if (!/relian|exempt|pursuant to/i.test(said.text) || !/exempt|relian/i.test(said.text)) return [];
  const found = [
    ...said.text.matchAll(
      /(?:Sections? )?(?<![\d(])([34]\(a\)\(\d+\))|Rule 506(?:\([bc]\))?|Regulation S\b/g,
    ),
  ];
  const names = found.map(([whole, section]) => (section ? `Section ${section}` : whole));
  const [first] = found;
  if (!first) return [];
  return [
    {
      path: "note/exemptions",
      text: [...new Set(names)].join(" and "),
      condition: "",
      span: placeOf(said, first.index, first.index + first[0].length),
      sentence: index,
      sure: 2,
    },
  ];
}

const company =
  "((?:[A-Z][\\w&'.-]*,? )+(?:(?:Inc|Corp|Ltd|L\\.P)\\b\\.?|(?:LLC|LP|Limited|GmbH)\\b)|[A-Z][\\w&'.-]*(?: [A-Z][\\w&'.-]*){1,3})";

/** Who answers for the note besides the issuer. */
export function guaranteeIn({ said, label, index }: Passage): Statement[] {
  const match =
    new RegExp(
      `${company},? (?:has |have |will )?(?:unconditionally |jointly and severally )?(?:guaranteed|guarantees?)\\b`,
    ).exec(said.text) ??
    new RegExp(
      `guarant(?:eed|y|ee)[^.;]{0,60}? by (?:our subsidiary, |its subsidiary, |the )?${company}`,
    ).exec(said.text) ??
    (/^guarant/.test(label) ? new RegExp(`^${company}`).exec(said.text) : null);
  const name =
    match?.[1] ??
    /guarant(?:eed|y|ee) (?:of|by|from) ((?:the |our |its |all |each |certain )+[a-z][\w ]{3,50}?)(?=[.,;]| under| pursuant|$)/.exec(
      said.text,
    )?.[1];
  if (!name) return [];
  const at = said.text.indexOf(name);
  return [
    {
      path: "note/guarantee",
      text: match ? `"${name}"` : name,
      condition: "",
      span: placeOf(said, at, at + name.length),
      sentence: index,
      sure: 2,
    },
  ];
}

/** A price that the paper defines under a name and uses by it. */
export function termIn({ words, said, index }: Passage, terms: readonly string[]): Statement[] {
  return terms.flatMap((term) => {
    const match = new RegExp(`"?${term}"? (?:is|means|shall mean|will mean|equals)(?: equal to)? `, "i").exec(
      words.text,
    );
    if (!match || !new RegExp(`"${term}"`, "i").test(said.text)) return [];
    const value = valueAt(sliced(words, match.index + match[0].length), "price", []);
    return value
      ? [
          {
            path: "note/term" as const,
            text: `"${term}" means ${value.text}`,
            condition: term,
            span: value.span,
            sentence: index,
            sure: 3,
          },
        ]
      : [];
  });
}

/** Securities and debts that are given up for the note, and what they were worth. */
export function exchangeIn({ said, index }: Passage): Statement[] {
  const text = said.text;
  if (!/surrender|exchange|gave up|given up|owed on/i.test(text)) return [];
  const found: Statement[] = [];
  const add = (path: Statement["path"], words: string, at: number, length: number): void => {
    found.push({
      path,
      text: words,
      condition: "",
      span: placeOf(said, at, at + length),
      sentence: index,
      sure: 2,
    });
  };
  const shares =
    /(?:surrender|exchange|give up|gave up)[^.;]{0,60}?(\d[\d,]*) shares of (?:(?:its|our|the|outstanding|issued and outstanding|Company's) )*((?:[A-Z][\w-]*(?: \d+%?)? ?)+)/.exec(
      text,
    );
  if (shares)
    add(
      "note/exchange/surrendered",
      `${shares[1]} shares of "${(shares[2] ?? "").trim()}"`,
      shares.index,
      shares[0].length,
    );
  const worth =
    shares &&
    /\((\$[\d,]+(?:\.\d+)?)[^)]{0,80}\)|(?:value|valued at|worth|aggregate of)[^$.]{0,40}(\$[\d,]+(?:\.\d+)?)/.exec(
      text.slice(shares.index),
    );
  const value = worth?.[1] ?? worth?.[2];
  if (shares && worth && value)
    add("note/exchange/value", value, shares.index + worth.index + worth[0].indexOf(value), value.length);
  const debt =
    /(?:aggregate|total)(?: amount)? of (\$[\d,]+(?:\.\d+)?)[^.;]{0,40}(?:was|were|is|are)? ?(?:owed|outstanding|due)[^.;]{0,60}notes?/i.exec(
      text,
    ) ??
    /(?<!in )(?:surrender|exchange|gave up|give up|cancel)(?![^$.;]{0,120}issued)[^$.;]{0,120}notes?[^$.;]{0,80}(?:aggregate|total|together|worth|owing|balance)[^$.;]{0,60}(\$[\d,]+(?:\.\d+)?)/i.exec(
      text,
    );
  const owed = debt?.[1];
  if (!shares && debt && owed) {
    const at = debt.index + debt[0].indexOf(owed);
    add("note/exchange/debt", owed, at, owed.length);
    add("note/exchange/value", owed, at, owed.length);
  }
  return found;
}

/** The events of default that a sentence or a row lists, an event a line in the paper's words. */
export function defaultsIn({ said, label, index }: Passage, isFirst: boolean): Statement[] {
  const begins = listBegins.exec(said.text);
  const row =
    /^(?:events? of default|defaults?)$/.test(label) && isFirst && !/\bowed at|\bowes?\b/.test(said.text);
  if (!begins && !row) return [];
  const from = begins ? begins.index + begins[0].length : 0;
  const rest = said.text.slice(from);
  const found = itemsOf(rest).map(({ text, at, length }) => ({
    path: "note/eventsOfDefault" as const,
    text,
    condition: "line",
    span: placeOf(said, from + at, from + at + length),
    sentence: index,
    sure: 3,
  }));
  const open = /among other|not limited|without limitation|customary|certain|including/i.test(
    said.text.slice(0, from),
  );
  const lines = found.filter(({ text }) => text.length > 2);
  const [first] = lines;
  return first && open ? [...lines, { ...first, text: "and others" }] : lines;
}

function itemsOf(list: string): { readonly text: string; readonly at: number; readonly length: number }[] {
  const labels = /(?:^|[\s;,])\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s/gi;
  const bullets = /(?:^|\s)[-•*·]\s/g;
  const sign = labels.test(list)
    ? labels
    : /^[-•*·]\s/.test(list)
      ? bullets
      : /;/.test(list)
        ? /;/g
        : /,(?=\s)(?! (?:insolvency|reorganization)(?:,| or| and))|\band (?=(?:[^,]|,\d)*$)|\bor (?=(?:becomes?|is|fails?)\b[^,]*$)/g;
  sign.lastIndex = 0;
  const found: { readonly text: string; readonly at: number; readonly length: number }[] = [];
  let from = 0;
  const take = (to: number): void => {
    const piece = list.slice(from, to);
    const text = plainText(piece)
      .replace(/[,;]? (?:and|or)$/i, "")
      .replace(/^(?:if|our|the Company's|the Borrower's|the Issuer's|Company's)\s+/i, "");
    if (text !== "") found.push({ text, at: from, length: piece.length });
  };
  for (const match of list.matchAll(sign)) {
    if (sign !== labels || from > 0 || match.index > 20) take(match.index);
    from = match.index + match[0].length;
  }
  take(list.length);
  return found;
}
