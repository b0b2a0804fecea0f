// Elements of the page. All text goes in as text, so that nothing of a sheet is ever markup.

type Child = Node | string | undefined | false;

export interface Attributes {
  readonly class?: string;
  readonly title?: string;
  readonly id?: string;
  /** The line of the sheet that it is about, from 0. */
  readonly line?: number | undefined;
  readonly onClick?: (event: Event) => void;
  readonly more?: Readonly<Record<string, string>>;
}

export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  const { line, onClick, more = {}, ...plain } = attributes;
  for (const [key, value] of Object.entries({ ...plain, ...more })) made.setAttribute(key, String(value));
  if (line !== undefined) made.dataset.line = String(line);
  if (onClick) made.addEventListener("click", onClick);
  made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return made;
}

/** A shape of a drawing. */
export function shape(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text = "",
): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** A table of words, its headings first; what reads as a number stands to the right. */
export function table(rows: readonly (readonly string[])[], kind = ""): HTMLElement {
  const [head = [], ...body] = rows;
  const right = head.map((_, column) => body.every((row) => !row[column] || /^[−+$€£\d]/.test(row[column])));
  const cells = (row: readonly string[], name: "th" | "td") =>
    el("tr", {}, ...row.map((cell, column) => el(name, { class: right[column] ? "number" : "" }, cell)));
  return el(
    "div",
    { class: `wide ${kind}` },
    el(
      "table",
      {},
      el("thead", {}, cells(head, "th")),
      el("tbody", {}, ...body.map((row) => cells(row, "td"))),
    ),
  );
}
