import type { Sentence } from "./sentences.ts";
import { holderRoles, issuerRoles } from "./wordings-table.ts";

/** A name that a sentence gives, and how it is called from then on. */
export interface PartyName {
  readonly side: "issuer" | "holder";
  readonly name: string;
  /** Other words for it in this paper, as defined in brackets behind it. */
  readonly also: readonly string[];
  readonly sentence: number;
  /** How sure it is: of several the surest holds. */
  readonly sure: number;
}

const word = "(?:[A-Z0-9][\\w&'./-]*[\\w&]|[A-Z]\\.?|&)";
const suffix =
  "(?:,? (?:Inc|INC|Corp|CORP|Ltd|LTD|LLC|L\\.L\\.C|LP|L\\.P|LLP|LLLP|N\\.A|S\\.A|PLC|plc|GmbH|Co|AG|Limited|Incorporated|Corporation|Trust)\\b\\.?)";
const name = `(${word}(?:(?: (?:of|and|de|du|van|von|the) | )${word}){0,7}${suffix}*(?:(?<=\\b(?:Inc|Corp|Ltd|LTD|INC|CORP|Co|L\\.P|N\\.A|S\\.A|L\\.L\\.C))\\.)?)`;
/** What may stand between a name and the word for it: its law, its kind, its affiliates. */
const behind =
  '(?:,? (?:an?|the|its|our|organized|together|and its|or its|as|on behalf)\\b[^()";]{0,110})?,?';

const defined = new RegExp(`${name}${behind} \\(([^()]{0,24}"[^()]{1,80})\\)`, "g");
const means = new RegExp(`"(\\w[\\w ]{2,20})" (?:means|is|shall mean) ${name}`, "g");

/** Every party that the sentences name. */
export function partiesIn(sentences: readonly Sentence[]): PartyName[] {
  const found = namedIn(sentences);
  const short = new Set(found.flatMap(({ also }) => also));
  return found.filter(
    ({ name: called, side }) =>
      !short.has(called) &&
      !found.some((other) => other.side !== side && other.name.startsWith(`${called} `)),
  );
}

function namedIn(sentences: readonly Sentence[]): PartyName[] {
  return sentences.flatMap((sentence, index) => {
    const text = sentence.words.text;
    return [
      ...definedIn(text, index),
      ...meantIn(text, index),
      ...labelledIn(sentence, index),
      ...actingIn(text, index),
    ];
  });
}

const issuers: ReadonlySet<string> = new Set([...issuerRoles, "we", "us", "our"]);
const holders: ReadonlySet<string> = new Set(holderRoles);

function sideOf(role: string): "issuer" | "holder" | undefined {
  const plain = role.toLowerCase();
  if (issuers.has(plain)) return "issuer";
  return holders.has(plain) ? "holder" : undefined;
}

function definedIn(text: string, sentence: number): PartyName[] {
  return [...text.matchAll(defined)].flatMap(([, called = "", list = ""]) => {
    const roles = [...list.matchAll(/"([^"]{1,40}?),?"/g)].map(([, role = ""]) => role);
    const side = roles.map(sideOf).find((one) => one !== undefined);
    const named = party(called);
    if (
      named === "" ||
      /\b(?:note|debenture|agreement|warrant|shares|date|stock|price|safe|act|lock-up)s?$/i.test(
        roles[0] ?? "",
      )
    )
      return [];
    if (side) return [{ side, name: named, also: roles, sentence, sure: 5 }];
    const isCompany = new RegExp(`${suffix}$`).test(named) && roles.length > 0;
    return isCompany ? [{ side: "holder" as const, name: named, also: roles, sentence, sure: 2 }] : [];
  });
}

function meantIn(text: string, sentence: number): PartyName[] {
  return [...text.matchAll(means)].flatMap(([, role = "", called = ""]) => {
    const side = sideOf(role);
    return side ? [{ side, name: party(called), also: [role], sentence, sure: 4 }] : [];
  });
}

function labelledIn({ words, label }: Sentence, sentence: number): PartyName[] {
  const side = sideOf(label.replace(/^(?:the|name of) /, ""));
  const called = side && new RegExp(`^${name}`).exec(words.text)?.[1];
  return side && called ? [{ side, name: party(called), also: [], sentence, sure: 5 }] : [];
}

/** Who acts: issues, borrows, promises to pay; and to whom, or with whom. */
const acts: readonly { readonly side: "issuer" | "holder"; readonly sure: number; readonly says: RegExp }[] = [
  {
    side: "holder",
    sure: 2,
    says: new RegExp(`${name}${behind} (?:will |agrees to |agreed to |has )?(?:lends?|lent|loans?|loaned)\\b`),
  },
  { side: "issuer", sure: 2, says: new RegExp(`(?:lends?|lent|loaned|[Ll]oan to|lend to) ${name}`) },
  { side: "holder", sure: 2, says: new RegExp(`(?:[Ll]oan from|borrow(?:s|ed) [^.]{0,30}from|notes?,? (?:issued )?to|debentures?,? (?:issued )?to) ${name}`) },
  { side: "issuer", sure: 3, says: new RegExp(`${name}${behind} (?:hereby |unconditionally )?(?:promises|undertakes|agrees|owes)\\b(?: to pay)?`) },
  { side: "issuer", sure: 2, says: new RegExp(`${name}${behind} (?:has )?(?:issued|sold|borrows|borrowed|entered into|executed|signed|closed)\\b`) },
  { side: "issuer", sure: 1, says: new RegExp(`(?:CEO|CFO|COO|President|Treasurer|Officer|Director|Controller), ${name}`) },
  { side: "issuer", sure: 1, says: new RegExp(`notes? (?:payable )?of ${name}`) },
  { side: "holder", sure: 3, says: new RegExp(`(?:order of|pay to|promises to pay to|owes|issued to|sold to|issued and sold to|payable to|held by|in favor of) ${name}`) },
  { side: "holder", sure: 2, says: new RegExp(`(?:[Aa]greement|[Nn]ote|[Dd]ebenture|[Oo]ffering|[Pp]lacement|[Dd]eal)s? (?:\\([^()]{1,60}\\) )?(?:with|to|from) ${name}`, "") },
  { side: "holder", sure: 2, says: /held by (an? (?:director|officer|stockholder|shareholder|affiliate|employee)\b[^,.;()]{0,30})/ },
  { side: "holder", sure: 1, says: new RegExp(`(?:up|deal|agreed|terms) with ${name}`) },
]; // biome-ignore format: a row a line

function actingIn(text: string, sentence: number): PartyName[] {
  return acts.flatMap(({ side, sure, says }) => {
    const called = says.exec(text)?.[1];
    const named = called === undefined ? "" : party(called);
    return named === "" ? [] : [{ side, name: named, also: [], sentence, sure }];
  });
}

const noParty =
  /^(?:the|this|each|such|we|our|its?|they|on|in|company|issuer|borrower|maker|holder|lender|investor|purchaser|buyer|payee|principal|interest|section|item|note|exhibit|january|february|march|april|may|june|july|august|september|october|november|december|act|securities act|[\d.,%/-]+)$/i;

/** A name without what is no part of it; empty where it names nobody. */
function party(called: string): string {
  const named = called
    .replace(/^(?:On|In|The|And|To|With|By|From|Under|For value received,?) /, "")
    .replace(/^(?:between|among) /, "")
    .trim();
  return noParty.test(named) ||
    !/[A-Za-z]{2}/.test(named) ||
    (/^\d/.test(named) && !new RegExp(`${suffix}$`).test(named)) ||
    /\b(?:Note|Debenture|Agreement|Act|Date)s?$/.test(named)
    ? ""
    : named;
}
