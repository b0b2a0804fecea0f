import { type Day, daysBetween } from "../quantity/date.ts";
import { dayIn } from "./days.ts";
import { placeOf } from "./mapped.ts";
import type { Passage } from "./passage.ts";
import type { Statement } from "./statement.ts";

interface Stretch {
  readonly at: number;
  readonly end: number;
}

interface Window extends Stretch {
  readonly from: number;
  readonly to: number | undefined;
}

const windows =
  /(?:first (\d+) days)|(?:(on or before|up to|through|until|no(?:t)? later than|within|prior to|before) (?:and including )?(?:day )?(\d+)(?! (?:business|trading))(?:(?:st|nd|rd|th)? ?days?)?)|(?:(?:from |between |during )*(?:days? )?(?:day )?(\d{1,3})(?:st|nd|rd|th)?(?: days?)?(?: (?:after|from|following) [\w ]{1,16})? ?(?:to|through|and|-|until) (?:and including )?(?:day )?(\d{1,3})(?:st|nd|rd|th)? ?(?:days?)?)/gi;

function windowsIn(text: string): Window[] {
  return [...text.matchAll(windows)].flatMap((match) => {
    const [whole, first, word, until, from, to] = match;
    const at = match.index;
    const end = at + whole.length;
    if (/^(?:[%\d]|[.,]\d)/.test(text.slice(end)) || /[$\d.,]$/.test(text.slice(0, at))) return [];
    if (first !== undefined) return [{ at, end, from: 0, to: Number(first) }];
    if (until !== undefined)
      return [{ at, end, from: 0, to: Number(until) - (/^(?:before|prior to)$/i.test(word ?? "") ? 1 : 0) }];
    return [{ at, end, from: Number(from), to: Number(to) }];
  });
}

const premium = /((?<![\d.])\d+(?:\.\d+)?%)|without (?:premium|penalty)|at par\b/gi;

/** The lines of a prepayment schedule that a sentence states: days and what is paid on them. */
export function prepaymentIn(
  passage: Passage,
  context: { readonly open: boolean; readonly last: number; readonly issue: Day | undefined },
): Statement[] {
  const { words } = passage;
  const text = words.text;
  if (!context.open && !/prepa|pay early|redeem|redemption/i.test(text)) return [];
  if (/\bHOLDER may (?:ask|require|redeem|demand)|warrant/i.test(text)) return [];
  const spans = windowsIn(text);
  const amounts = [...text.matchAll(premium)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    text: match[1] ?? "100%",
  }));
  const statement = (line: string, { at, end }: Stretch): Statement => ({
    path: "note/prepayment",
    text: line,
    condition: "line",
    span: placeOf(words, at, end),
    sentence: passage.index,
    sure: 3,
  });
  const bare =
    amounts.length === 0
      ? /(?:paying|payment of|pay)(?: the)? principal(?: amount)? and accrued interest/i.exec(text)
      : null;
  if (bare) amounts.push({ at: bare.index, end: bare.index + bare[0].length, text: "100%" });
  const pairs = withLater(pairsOf(spans, amounts), text, context.issue);
  const rows = pairs.map(({ window, amount }) =>
    statement(`day ${window.from} to ${window.to ?? ""}  ${amount.text}`, {
      at: Math.min(window.at, amount.at),
      end: Math.max(window.end, amount.end),
    }),
  );
  const then = thenIn(text, pairs.at(-1));
  if (then) rows.push(statement(then.line, then));
  const ended = endIn(text, pairs.at(-1)?.window.to ?? (context.last > 0 ? context.last : undefined));
  if (ended) rows.push(statement(`after day ${ended.day}  none`, ended));
  if (rows.length > 0) return rows;
  const always = alwaysIn(text);
  return always ? [statement(`until maturity  ${always.percent}`, always)] : [];
}

/** `120% after that`: what is paid once the last window has passed. */
function thenIn(text: string, last: Pair | undefined): (Stretch & { readonly line: string }) | undefined {
  const match = /((?<![\d.])\d+(?:\.\d+)?%|\bpar)[^%;.]{0,40}(?:after that|thereafter|afterwards)/i.exec(
    text,
  );
  const day = last?.window.to;
  if (!match || !last || day === undefined) return undefined;
  if (match.index <= last.window.at - 12 || match.index < last.amount.end) return undefined;
  return {
    line: `after day ${day}  ${match[1] === "par" ? "100%" : match[1]}`,
    at: match.index,
    end: match.index + match[0].length,
  };
}

/** What is paid for a prepayment on whatever day. */
function alwaysIn(text: string): (Stretch & { readonly percent: string }) | undefined {
  const any =
    /(?:at any time|prior to maturity date)[^.;%]{0,100}prepa[iy][^.;%]{0,120}\bat (?:\w+ )*?(\d+(?:\.\d+)?%)|prepa[iy][^.;%]{0,100}(?:at any time)[^.;%]{0,100} (?:at|for|to) (?:\w+ )*?(\d+(?:\.\d+)?%)/i.exec(
      text,
    );
  const allowed =
    /^(?:optional )?prepayment: (?:permitted|allowed|at any time)[^.;%]{0,60}\b(?:at|for) (\d+(?:\.\d+)?%)/i.exec(
      text,
    );
  const found = any ?? allowed;
  const percent = any?.[1] ?? any?.[2] ?? allowed?.[1];
  return found && percent ? { percent, at: found.index, end: found.index + found[0].length } : undefined;
}

interface Pair {
  readonly window: Window;
  readonly amount: Amount;
}

interface Amount extends Stretch {
  readonly text: string;
}

/** Each window with its amount: the one behind it, or before it where the sentence begins with an amount. */
function pairsOf(spans: readonly Window[], amounts: readonly Amount[]): Pair[] {
  const [first] = spans;
  const [amount] = amounts;
  if (!first || !amount) return [];
  const amountFirst = amount.at < first.at;
  const found: Pair[] = [];
  for (const [index, window] of spans.entries()) {
    const next = spans[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const near = amountFirst
      ? amounts.findLast(({ at }) => at < window.at)
      : amounts.find(({ at }) => at >= window.end && at < next);
    if (near && window.to !== undefined && window.to > window.from) found.push({ window, amount: near });
  }
  return found;
}

/** `and after September 24, 2018 an additional $25,000`: the last window parted on that day. */
function withLater(pairs: readonly Pair[], text: string, issue: Day | undefined): readonly Pair[] {
  const [only, second] = pairs;
  const match = later.exec(text);
  const from = dayIn(match?.[1] ?? "");
  const to = only?.window.to;
  if (!only || second || !match || from === undefined || issue === undefined || to === undefined)
    return pairs;
  const day = daysBetween(issue, from);
  if (day <= only.window.from || day >= to) return pairs;
  const amount = {
    at: match.index,
    end: match.index + match[0].length,
    text: `principal and interest plus ${match[2]}`,
  };
  return [
    { ...only, window: { ...only.window, to: day } },
    { window: { ...only.window, from: day + 1 }, amount },
  ];
}

function endIn(text: string, last: number | undefined): (Stretch & { readonly day: number }) | undefined {
  const match =
    /(?:(?:after that|thereafter|afterwards|after such (?:date|period|time))|(?:after|once|following|from and after)(?: the)? (?:day )?(\d+)(?:th|st|nd|rd)? ?(?:days?)?[^.;%$]{0,40})[^.;%$]{0,50}(?:\bno\b|\bnot\b|no longer|no right|may not|cannot)(?! later)/i.exec(
      text,
    );
  if (!match) return undefined;
  const day = match[1] === undefined ? last : Number(match[1]);
  return day === undefined ? undefined : { day, at: match.index, end: match.index + match[0].length };
}

const money = "(\\$[\\d,]*\\d(?:\\.\\d+)?)";
const date =
  "((?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{1,2}, \\d{4})";
const later = new RegExp(`after ${date}[^$]{0,40}additional ${money}`, "i");
const instalments = [
  new RegExp(
    `(\\d+)(?: equal| consecutive| successive)* (monthly|weekly|quarterly|annual|semi-annual)?(?: equal)? ?(?:payments|instal?lments)[^$]{0,80}${money}[^.]{0,90}?(?:first|beginning|commencing|starting)[^.]{0,50}?${date}`,
    "i",
  ),
  new RegExp(
    `(\\d+)(?: equal| consecutive| successive)* (monthly|weekly|quarterly|annual|semi-annual)?(?: equal)? ?(?:payments|instal?lments)[^$.]{0,60}(?:first|beginning|commencing|starting)[^$]{0,50}?${date}[^$]{0,60}${money}`,
    "i",
  ),
];

const endless = new RegExp(
  `(?:beginning|commencing|starting)(?: on)? ${date}[^$]{0,100}monthly (?:payments|instal?lments) (?:of|in amount of) ${money}`,
  "i",
);

/** Equal instalments, so many from a day on. */
export function instalmentsIn({ words, index }: Passage): Statement[] {
  const text = words.text;
  if (/interest payments|interest instal/i.test(text)) return [];
  for (const [way, pattern] of instalments.entries()) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [whole, times = "", every = "monthly"] = match;
    const [sum = "", from = ""] = way === 0 ? [match[3], match[4]] : [match[4], match[3]];
    const each =
      every.toLowerCase() === "annual"
        ? "annually"
        : every.toLowerCase() === "semi-annual"
          ? "semi-annually"
          : every.toLowerCase();
    return [
      {
        path: "note/instalments",
        text: `${each} from ${from}, ${times} times  ${sum}`,
        condition: "line",
        span: placeOf(words, match.index, match.index + whole.length),
        sentence: index,
        sure: 3,
      },
    ];
  }
  const open = endless.exec(text);
  if (!open) return [];
  const [whole, from = "", sum = ""] = open;
  return [
    {
      path: "note/instalments",
      text: `monthly from ${from}  ${sum}`,
      condition: "line",
      span: placeOf(words, open.index, open.index + whole.length),
      sentence: index,
      sure: 3,
    },
  ];
}

const redemption = new RegExp(
  `(?:each|every|per)(?: calendar)? (month|week|quarter)[^.]{0,40}(?:from|beginning|commencing|starting)(?: on)? ${date}[^.$]{0,120}redeem[^$]{0,60}${money}`,
  "i",
);

/** What the holder may ask to be paid each month. */
export function redemptionIn({ words, index }: Passage): Statement[] {
  const match = redemption.exec(words.text);
  if (!match) return [];
  const [whole, every = "month", from = "", sum = ""] = match;
  const each = { month: "monthly", week: "weekly", quarter: "quarterly" }[every.toLowerCase()] ?? "monthly";
  return [
    {
      path: "note/holderRedemption",
      text: `${each} from ${from}  ${sum}`,
      condition: "line",
      span: placeOf(words, match.index, match.index + whole.length),
      sentence: index,
      sure: 3,
    },
  ];
}

const daily = new RegExp(
  `${money}(?: in cash| per)?,? ?(?:for (?:each|every|any)|per|a|each) (?:\\w+ )?day|(?:for |on )?(?:each|every)(?: such)?(?: trading| business| calendar)? day[^$.]{0,160}${money}|${money} day\\b`,
  "i",
);

/** What each day costs on which shares are late; `within` is how soon they have to be there. */
export function lateDeliveryIn({ words, index }: Passage, within: number | undefined): Statement[] {
  const text = words.text;
  if (!/deliver|late|shares/i.test(text) || /registration/i.test(text)) return [];
  const match = daily.exec(text);
  const sum = match?.slice(1).find(Boolean);
  if (!match || !sum) return [];
  const named =
    /(?:from|beginning(?: with| on)?|commencing(?: with| on)?|starting(?: with| on)?)(?: the)? (\d+)(?:st|nd|rd|th)/i.exec(
      text,
    )?.[1];
  const behind = /day after(?: the)? (\d+)(?:st|nd|rd|th)/i.exec(text)?.[1];
  const first = named === undefined ? (behind === undefined ? within : Number(behind)) : Number(named) - 1;
  const day = first === undefined ? undefined : first + 1;
  if (day === undefined) return [];
  const rest = text.slice(match.index + match[0].length);
  const each = /^,? (?:for each|for every|per|on each) (\$[\d,]*\d)/.exec(rest)?.[1];
  return [
    {
      path: "note/conversion/lateDelivery",
      text: `from day ${day}  ${sum}${each === undefined ? "" : ` per ${each}`}`,
      condition: "line",
      span: placeOf(words, match.index, match.index + match[0].length),
      sentence: index,
      sure: 3,
    },
  ];
}
