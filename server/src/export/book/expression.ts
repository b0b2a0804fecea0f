/** A formula of a spreadsheet with what it comes to, so that it can be compared with the number that it stands for. */
export interface Expression {
  readonly text: string;
  readonly value: number;
  /** How closely its outermost sign binds: 4 for a number, a name or a function. */
  readonly level: number;
  /** Holds a difference, whose last digits are what binary numbers leave of decimals: it is settled before it is rounded. */
  readonly unsettled?: true;
}

export function numeral(value: number): Expression {
  return { text: String(value), value, level: value < 0 ? 1 : 4 };
}

export function reference(text: string, value: number): Expression {
  return { text, value, level: 4 };
}

export function call(name: string, args: readonly Expression[], value: number): Expression {
  const settles = name.startsWith("ROUND");
  return {
    text: `${name}(${args.map(({ text }) => text).join(",")})`,
    value,
    level: 4,
    ...(!settles && args.some(({ unsettled }) => unsettled) ? { unsettled: true } : {}),
  };
}

export type Sign = "+" | "−" | "×" | "÷" | "^";

const signs = {
  "+": { text: "+", level: 1, right: 1, of: (a: number, b: number) => a + b },
  "−": { text: "-", level: 1, right: 2, of: (a: number, b: number) => a - b },
  "×": { text: "*", level: 2, right: 2, of: (a: number, b: number) => a * b },
  "÷": { text: "/", level: 2, right: 3, of: (a: number, b: number) => a / b },
  "^": { text: "^", level: 3, right: 4, of: (a: number, b: number) => a ** b },
} as const;

export function combined(sign: Sign, left: Expression, right: Expression): Expression {
  const { text, level, right: rightLevel, of } = signs[sign];
  return {
    text: `${within(left, level)}${text}${within(right, rightLevel)}`,
    value: of(left.value, right.value),
    level,
    ...(sign === "−" || left.unsettled || right.unsettled ? { unsettled: true } : {}),
  };
}

function within({ text, level }: Expression, least: number): string {
  return level < least ? `(${text})` : text;
}

/** Half away from zero, as spreadsheets round: what is a half in decimals counts as one. */
export function rounded(value: number, places: number, way: "nearest" | "up" | "down" = "nearest"): number {
  const scaled = value * 10 ** places;
  const settled = Number(scaled.toPrecision(15));
  const size = Math.abs(settled);
  const whole =
    way === "nearest" ? Math.floor(size + 0.5) : way === "up" ? Math.ceil(size) : Math.floor(size);
  return (Math.sign(settled) * whole) / 10 ** places;
}

/** Digits behind the point that a binary number of a spreadsheet holds beside any number of shares. */
const settledPlaces = 6;

/** `ROUND`, or rounding up or down; what binary numbers add in their last digits is taken off first, where it may decide. */
export function roundedTo(part: Expression, places: number, way: "nearest" | "up" | "down"): Expression {
  const name = way === "nearest" ? "ROUND" : way === "up" ? "ROUNDUP" : "ROUNDDOWN";
  const first = way === "nearest" && !part.unsettled ? part : settled(part, places);
  return call(name, [first, numeral(places)], rounded(first.value, places, way));
}

function settled(part: Expression, places: number): Expression {
  return call("ROUND", [part, numeral(places + settledPlaces)], rounded(part.value, places + settledPlaces));
}

/**
 * A line such as `(1 + rate ÷ 4) ^ (4 × years)` as a formula; undefined where it has other words than `known` has,
 * longest first, or no signs.
 */
export function parsed(
  line: string,
  known: readonly (readonly [string, Expression])[],
): Expression | undefined {
  const tokens = tokensOf(line, known);
  if (!tokens) return undefined;
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const primary = (): Expression | undefined => {
    const token = tokens[at++];
    if (token === undefined) return undefined;
    if (typeof token !== "string") return token;
    if (token === "e" && peek() === "^") {
      at++;
      const power = primary();
      return power && call("EXP", [power], Math.exp(power.value));
    }
    if (token !== "(") return undefined;
    const inner = sum(0);
    return inner && tokens[at++] === ")" ? inner : undefined;
  };
  const sum = (level: number): Expression | undefined => {
    let left = level === 3 ? primary() : sum(level + 1);
    const own = level === 0 ? ["+", "−"] : level === 1 ? ["×", "÷"] : level === 2 ? ["^"] : [];
    for (let token = peek(); left && typeof token === "string" && own.includes(token); token = peek()) {
      at++;
      const right = sum(level + 1);
      left = right && combined(token as Sign, left, right);
    }
    return left;
  };
  const whole = sum(0);
  return at === tokens.length && tokens.length > 1 ? whole : undefined;
}

type Token = string | Expression;

function tokensOf(line: string, known: readonly (readonly [string, Expression])[]): Token[] | undefined {
  const tokens: Token[] = [];
  let rest = line.trim();
  while (rest !== "") {
    const name = known.find(([words]) => rest.startsWith(words));
    const number = /^\d+(?:\.\d+)?/.exec(rest)?.[0];
    const sign = /^(?:[+−×÷^()]|e(?= \^))/.exec(rest)?.[0];
    if (name) tokens.push(name[1]);
    else if (number !== undefined) tokens.push(numeral(Number(number)));
    else if (sign !== undefined) tokens.push(sign);
    else return undefined;
    rest = rest.slice((name?.[0] ?? number ?? sign ?? "").length).trimStart();
  }
  return tokens;
}
