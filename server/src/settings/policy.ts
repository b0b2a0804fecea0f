import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { safeParse } from "valibot";
import type { Span } from "../base/span.ts";
import type { Level, Settings } from "../checks/levels.ts";
import { didYouMean } from "./codes.ts";
import { levelsFrom } from "./rules.ts";
import { knownCode, type PolicyKey, policyShape } from "./shape.ts";

/** The name of the file that holds a house's policy. */
export const policyFile = "notewright.json";

/** Something in a policy file that can't be followed, and where it stands. */
export interface PolicyProblem {
  readonly message: string;
  readonly span: Span;
}

export interface Policy {
  readonly settings: Settings;
  readonly problems: readonly PolicyProblem[];
}

/**
 * Reads the text of a policy file: JSON, in which comments and commas at an end do no harm. What is wrong with one
 * entry leaves the others as they are; a text that is no JSON sets nothing.
 */
export function readPolicy(text: string): Policy {
  const { root, error, tooDeep } = parsed(text);
  let levels: ReadonlyMap<string, Level> = new Map();
  let neverAllowed: ReadonlySet<string> = new Set();
  const problems: PolicyProblem[] = [];
  const complain = (at: Node, message: string): void => {
    problems.push({ message, span: spanOf(at) });
  };
  const readers: Readonly<Record<PolicyKey, (value: Node) => void>> = {
    $schema: () => undefined,
    rules: (value) => {
      levels = rulesIn(value, complain);
    },
    neverAllow: (value) => {
      neverAllowed = codesIn(value, complain);
    },
  };
  if (tooDeep)
    problems.push({ message: "The brackets stand too deep in each other.", span: { start: 0, end: 0 } });
  else if (error) problems.push(brokenJson(error, text));
  else if (root?.type !== "object") {
    const message =
      'A house policy is an object in braces, such as { "rules": { "no-floor-price": "error" } }.';
    problems.push({ message, span: root ? spanOf(root) : { start: 0, end: text.length } });
  } else {
    for (const { name, key, value } of membersOf(root, complain)) {
      if (Object.hasOwn(readers, name)) readers[name as PolicyKey](value);
      else complain(key, unknownKey(name));
    }
  }
  return { settings: { levels, neverAllowed }, problems };
}

interface Parsed {
  readonly root?: Node | undefined;
  readonly error?: ParseError | undefined;
  readonly tooDeep?: boolean;
}

function parsed(text: string): Parsed {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text.replace(/^\uFEFF/, " "), errors, { allowTrailingComma: true });
    return { root, error: errors[0] };
  } catch {
    return { tooDeep: true };
  }
}

type Complain = (at: Node, message: string) => void;

function rulesIn(value: Node, complain: Complain): ReadonlyMap<string, Level> {
  if (value.type === "object")
    return levelsFrom(
      membersOf(value, complain).map(({ name, key, value: given }) => ({
        code: name,
        given: given.value,
        complain: (about, message) => complain(about === "code" ? key : given, message),
      })),
    );
  complain(value, '“rules” gives codes their levels in braces, such as { "no-floor-price": "error" }.');
  return new Map();
}

function codesIn(value: Node, complain: Complain): ReadonlySet<string> {
  const codes = new Set<string>();
  if (value.type !== "array")
    complain(value, '“neverAllow” lists codes in square brackets, such as ["no-floor-price"].');
  else
    for (const item of value.children ?? []) {
      const code = safeParse(knownCode, item.value);
      if (code.success) codes.add(code.output);
      else complain(item, code.issues[0].message);
    }
  return codes;
}

interface Member {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

/** The members of an object; of two with one name the first, and a complaint about the second. */
function membersOf(object: Node, complain: Complain): Member[] {
  const seen = new Set<string>();
  return (object.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    if (!key || !value) return [];
    const name = String(key.value);
    if (seen.has(name)) {
      complain(key, `“${name}” stands here for the second time; the first holds.`);
      return [];
    }
    seen.add(name);
    return [{ name, key, value }];
  });
}

function unknownKey(name: string): string {
  const names = Object.keys(policyShape.entries);
  const offer = didYouMean(name, names);
  return `A house policy says nothing by the name “${name}”.${offer || ` It has “rules” and “neverAllow”.`}`;
}

function brokenJson({ error, offset, length }: ParseError, text: string): PolicyProblem {
  const expected = expectations[printParseErrorCode(error)] ?? "this can't be read here";
  const start = Math.min(offset, text.length);
  const span = { start, end: Math.min(start + Math.max(1, length), text.length) };
  return { message: `This file is not JSON, so nothing in it holds: ${expected}.`, span };
}

const expectations: Readonly<Record<string, string>> = {
  PropertyNameExpected: "a name in quotes is missing here",
  ValueExpected: "a value is missing here",
  ColonExpected: "a colon is missing here",
  CommaExpected: "a comma is missing here",
  CloseBraceExpected: "a } is missing here",
  CloseBracketExpected: "a ] is missing here",
  EndOfFileExpected: "nothing may follow the closing brace",
  UnexpectedEndOfComment: "this comment is not closed",
  UnexpectedEndOfString: "this text has no closing quote",
};

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}
