import type { Block } from "./lines.ts";
import { type Mapped, sliced, trimmed } from "./mapped.ts";

/** A sentence of a paper, or the words of a row, with the label that they stand under. */
export interface Sentence {
  readonly words: Mapped;
  readonly label: string;
  /** The block that it is in, counted from 0. */
  readonly block: number;
}

/** Words behind which a full stop ends no sentence. */
const abbreviations =
  /(?:\b(?:No|Nos|Sec|Art|Mr|Mrs|Ms|Dr|St|vs|approx|U\.S|U\.K|L\.P|p\.a|e\.g|i\.e|Ex|Exh|cf|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])$/;
const companies = /\b(?:Inc|Corp|Ltd|LTD|INC|CORP|Co|LLC|L\.L\.C|LP|L\.P|N\.A|S\.A|plc|PLC|Bros)$/;
/** What a sentence begins with behind a company's name. */
const opens =
  /^["“(]?(?:The|This|These|It|Its|In|If|On|Under|As|At|We|Our|They|There|Each|All|No|Upon|Any|After|During|For|From|Once|Subject|When|While|Interest|Principal)\b/;

/** The number that a section begins with: `2.1`, `Section 4.`, `(c)`. */
const number =
  /^(?:(?:[Ss]ection|SECTION|[Aa]rticle|ARTICLE)\s+)?(?:\d{1,2}(?:\.\d{1,2})*\.?|\([a-z]\)|[IVX]{1,5}\.)\s+(?=["“A-Z])/;
/** A title that runs into its paragraph: `Right to convert. During …`. */
const runIn = /^([A-Z][\w'’&/()-]*(?:[;,]? [\w'’&/()-]+){0,6})[.:]\s+(?=\S)/;

export function sentencesOf(blocks: readonly Block[]): Sentence[] {
  return blocks.flatMap((block, index) => {
    const bare = withoutNumber(block.words);
    const title = block.label === "" ? runIn.exec(bare.text) : null;
    const isTitle = title !== null && !companies.test(title[1] ?? "") && !hasVerb.test(title[1] ?? "");
    const label = isTitle ? (title[1] ?? "").toLowerCase().replace(/’/g, "'") : block.label;
    const rest = isTitle ? withoutNumber(trimmed(sliced(bare, title[0].length))) : bare;
    return split(rest)
      .flatMap(byNotes)
      .map((words) => ({ words, label, block: index }));
  });
}

const hasVerb =
  /\b(?:is|are|was|were|has|have|had|will|shall|may|bears?|accrues?|matures?|can|did|does|do|gets?)\b/;

function withoutNumber(words: Mapped): Mapped {
  const match = number.exec(words.text);
  return match ? trimmed(sliced(words, match[0].length)) : words;
}

function split(words: Mapped): Mapped[] {
  const found: Mapped[] = [];
  let from = 0;
  for (const match of words.text.matchAll(/[.?!]["”’)]{0,2}\s+(?=["“(•-]?\s?[A-Z0-9$])/g)) {
    const before = words.text.slice(Math.max(0, match.index - 24), match.index);
    const behind = words.text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    if (abbreviations.test(before) && !/\d$/.test(before)) continue;
    if (companies.test(before) && !opens.test(behind)) continue;
    const end = match.index + match[0].trimEnd().length;
    found.push(trimmed(sliced(words, from, end)));
    from = end;
  }
  const last = trimmed(sliced(words, from));
  return last.text === "" ? found : [...found, last];
}

const noteDefined = /\((?:the |each,? an? )?["“][^"”()]*\b(?:Note|Debenture)["”]\)(?=,? and\b)/g;

/** A sentence that introduces one note and then another is one for each. */
function byNotes(words: Mapped): Mapped[] {
  const found: Mapped[] = [];
  let from = 0;
  for (const match of words.text.matchAll(noteDefined)) {
    const end = match.index + match[0].length;
    const rest = words.text.slice(end);
    if (!/\$\d/.test(rest) || !/\((?:the )?["“][^"“”()]*\b(?:Note|Debenture)["”]/.test(rest)) continue;
    found.push(sliced(words, from, end));
    from = end;
  }
  return [...found, trimmed(sliced(words, from))];
}
