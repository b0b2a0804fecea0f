// The page of a memo, beside its sheet. It draws what it is given and says what is clicked; it loads nothing.
import type { MemoPlace } from "../../server/src/render/memo-place.ts";
import type { DerivationRecord, MemoRecord } from "../../server/src/render/memo-record.ts";
import { comparisonOf } from "./comparison.ts";
import { el } from "./dom.ts";
import { followSheet, markCaret } from "./follow.ts";
import type { FromPage, ToPage } from "./messages.ts";
import { noteSections } from "./sections.ts";

declare function acquireVsCodeApi(): { postMessage: (message: FromPage) => void };

const editor = acquireVsCodeApi();
const say = (message: FromPage): void => editor.postMessage(message);
const page = document.getElementById("memo") as HTMLElement;

/** What each section was drawn from, so that one that has not changed stays as the reader left it. */
const drawn = new Map<string, { readonly from: string; readonly element: HTMLElement }>();

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === "memo") draw(data.file, data.memo, data.hasCurves);
  if (data.kind === "comparison") page.replaceChildren(...comparisonOf(data.before, data.after, data.record));
  if (data.kind === "derivation") showDerivation(data.key, data.derivation);
  if (data.kind === "go") go(data.place);
  if (data.kind === "sheet") {
    if (data.top !== undefined) followSheet(data.top);
    if (data.caret !== undefined) markCaret(data.caret);
  }
});
page.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element) || target.closest("button, summary, input, .figure")) return;
  const line = target.closest<HTMLElement>("[data-line]")?.dataset.line;
  if (line !== undefined && window.getSelection()?.isCollapsed !== false)
    say({ kind: "reveal", line: Number(line) });
});
say({ kind: "ready" });

/** Draws what has changed. Curves that are still to come stay as they were. */
function draw(file: string, memo: MemoRecord | null, hasCurves: boolean): void {
  document.title = file;
  if (!memo || memo.notes.length === 0) {
    drawn.clear();
    page.replaceChildren(el("p", { class: "empty" }, "There is no note in this sheet yet."));
    return;
  }
  const sections = memo.notes.flatMap((note, index) => noteSections(note, index, say));
  const elements = sections.map(({ key, from, isCurve, make }) => {
    const known = drawn.get(key);
    if (known && (known.from === from || (isCurve && !hasCurves))) return known.element;
    const element = make();
    carryOver(known?.element, element);
    drawn.set(key, { from, element });
    return element;
  });
  const keys = new Set(sections.map(({ key }) => key));
  for (const key of drawn.keys()) if (!keys.has(key)) drawn.delete(key);
  const top = document.documentElement.scrollTop;
  elements.forEach((element, index) => {
    const there = page.children[index];
    if (there !== element) page.insertBefore(element, there ?? null);
  });
  while (page.children.length > elements.length) page.lastElementChild?.remove();
  document.documentElement.scrollTop = top;
}

/** What the reader has opened, and where a slider stands, stay so in what is drawn anew. */
function carryOver(before: HTMLElement | undefined, now: HTMLElement): void {
  if (!before) return;
  const open = before.querySelectorAll<HTMLDetailsElement>("details[id]");
  for (const { id, open: isOpen } of open) {
    const same = now.querySelector<HTMLDetailsElement>(`details[id="${CSS.escape(id)}"]`);
    if (same) same.open = isOpen;
  }
  for (const { id, value } of before.querySelectorAll<HTMLInputElement>("input[type=range]")) {
    const same = now.querySelector<HTMLInputElement>(`input[id="${CSS.escape(id)}"]`);
    if (!same || Number(value) > Number(same.max)) continue;
    same.value = value;
    same.dispatchEvent(new Event("input"));
  }
}

function showDerivation(key: string, derivation: DerivationRecord | null): void {
  const place = document.getElementById(`steps ${key}`);
  if (!place) return;
  const lines = derivation?.steps ?? [{ depth: 0, text: "It is no longer worked out." }];
  place.replaceChildren(
    ...lines.map(({ depth, text }) => el("li", { more: { "data-depth": String(Math.min(depth, 8)) } }, text)),
    ...(derivation?.assumptions ?? []).map((text) => el("li", { class: "assumed" }, `Assumed: ${text}`)),
  );
}

/** Scrolls to a place, and opens the figure that it names. */
function go({ note, scenario, section, figure }: MemoPlace): void {
  const within = (name: string): string => [note ?? "", scenario ?? "", name].join(" / ");
  const opened = figure === undefined ? null : document.getElementById(`figure ${within(figure)}`);
  if (section === "working" && opened instanceof HTMLDetailsElement) {
    if (!opened.open) opened.querySelector("summary")?.click();
    opened.scrollIntoView({ block: "center" });
    flash(opened);
    return;
  }
  const name =
    section === "open"
      ? `open ${note ?? ""}`
      : scenario === undefined
        ? `note ${note ?? ""}`
        : `scenario ${within("")}`;
  const place = document.getElementById(name) ?? page;
  place.scrollIntoView({ block: "start" });
  flash(place);
}

function flash(element: Element): void {
  element.classList.add("flash");
  setTimeout(() => element.classList.remove("flash"), 1_200);
}
