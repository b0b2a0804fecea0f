import type { Figure } from "./figure.ts";
import { show } from "./format.ts";

/** How a figure was made as one expression; `leaf` says what stands for each part. */
export function expression(part: Figure, leaf: (part: Figure) => string): string {
  if (part.origin.kind !== "computed") return leaf(part);
  const { operation, inputs } = part.origin;
  if (operation.form === "rounding") return inputs.map((input) => operand(input, leaf, 0)).join("");
  if (operation.form !== "infix") return leaf(part);
  const level = levels[operation.sign];
  const [left, right] = inputs.map((input, index) =>
    operand(input, leaf, level + (index > 0 && bindsRight(operation.sign) ? 1 : 0)),
  );
  return `${left} ${operation.sign} ${right}`;
}

const levels = { "+": 1, "−": 1, "×": 2, "÷": 2 } as const;

/** Whether a right operand of the same level needs parentheses. */
function bindsRight(sign: keyof typeof levels): boolean {
  return sign === "−" || sign === "÷";
}

function operand(part: Figure, leaf: (part: Figure) => string, level: number): string {
  if (!isTransparent(part)) return leaf(part);
  const text = expression(part, leaf);
  const operation = part.origin.kind === "computed" ? part.origin.operation : undefined;
  const own = operation?.form === "infix" ? levels[operation.sign] : 3;
  return own < level ? `(${text})` : text;
}

/** Whether an expression looks through a part to what it is made of. */
function isTransparent(part: Figure): boolean {
  if (part.name !== undefined || part.origin.kind !== "computed") return false;
  const { form } = part.origin.operation;
  return form === "infix" || form === "rounding";
}

/** The operands of an equation, looking through signs and rounding. */
export function innerParts(part: Figure): Figure[] {
  const found: Figure[] = [];
  const gather = ({ origin }: Figure): void => {
    if (origin.kind !== "computed") return;
    for (const input of origin.inputs) {
      if (isTransparent(input)) gather(input);
      else found.push(input);
    }
  };
  gather(part);
  return found;
}

/** Part of a year, which reads as a quotient of days and not as a percentage. */
export function isYears(part: Figure): boolean {
  return (
    part.kind === "ratio" &&
    part.origin.kind === "computed" &&
    part.origin.operation.form === "function" &&
    /^\d+\/\d+$/.test(part.origin.operation.text)
  );
}

/** What stands for a part in numbers. */
export function valueIn(part: Figure): string {
  if (part.origin.kind === "computed" && isYears(part) && part.origin.operation.form === "function")
    return part.origin.operation.text;
  return part.name === "1" ? "1" : show(part);
}

export function roundingNote(part: Figure): string {
  const operation = part.origin.kind === "computed" ? part.origin.operation : undefined;
  return operation?.form === "rounding" ? `, rounded ${operation.text}` : "";
}

/**
 * How a figure was made in one line, each part with its name before its value:
 * `amount converted $940,800.00 ÷ conversion price $0.001955, rounded down to whole shares`.
 */
export function madeOf(part: Figure): string {
  switch (part.origin.kind) {
    case "stated":
      return "as stated";
    case "assumed":
      return "assumed";
    case "given":
      return part.origin.by;
    case "computed": {
      const { operation, inputs } = part.origin;
      switch (operation.form) {
        case "infix":
        case "rounding":
          return `${expression(part, nameAndValue)}${roundingNote(part)}`;
        case "choice":
          return `${operation.text}: ${operation.winners.map((index) => operation.labels[index] ?? "").join("; ")}`;
        default:
          return `${operation.text}${betweenDates(inputs)}`;
      }
    }
  }
}

/** `principal $840,000.00`; a unit that the name says already is left out. */
function nameAndValue(part: Figure): string {
  const { name } = part;
  if (name === undefined || name === "1") return valueIn(part);
  if (isYears(part)) return `${valueIn(part)} (${name.replace(/^years by /, "")})`;
  const value = part.kind === "shares" && /shares|capitalization/.test(name) ? bare(part) : valueIn(part);
  return `${name} ${value}`;
}

function bare(shares: Figure): string {
  return show(shares).replace(/ shares?$/, "");
}

function betweenDates(inputs: readonly Figure[]): string {
  const dates = inputs.filter(({ kind }) => kind === "date").map(show);
  if (dates.length === 2) return `, ${dates[0]} to ${dates[1]}`;
  return dates.length === 1 ? ` (from ${dates[0]})` : "";
}
