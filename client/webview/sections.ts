import type {
  FigureMemo,
  FindingMemo,
  NoteMemo,
  SituationMemo,
} from "../../server/src/render/memo-record.ts";
import { curves } from "./curves.ts";
import { el, table } from "./dom.ts";
import type { FromPage } from "./messages.ts";

type Say = (message: FromPage) => void;

/** A part of the page: what it is drawn from, and how. */
interface Section {
  readonly key: string;
  readonly from: string;
  /** Whether it is a curve, which may come later than the rest. */
  readonly isCurve: boolean;
  readonly make: () => HTMLElement;
}

export function noteSections(note: NoteMemo, index: number, say: Say): readonly Section[] {
  const { name, situations } = note;
  const section = (key: string, from: unknown, make: () => HTMLElement): Section => ({
    key: `${index} ${key}`,
    from: JSON.stringify(from) ?? "",
    isCurve: key.startsWith("curve"),
    make,
  });
  return [
    section("head", [name, note.line, note.inShort], () => head(note, index, say)),
    section("findings", [note.findings, name], () => findings(note, index, say)),
    section("terms", note.terms, () => terms(note)),
    ...situations.flatMap((one, place) => [
      section(`situation ${place}`, [{ ...one, curve: undefined }, name], () => situation(one, note, say)),
      section(`curve ${place}`, [one.curve, name], () => curveSection(one, note, say)),
    ]),
    section("assumed", note.assumptions, () => listed("Assumed", note.assumptions)),
    section("waiting", note.waiting, () =>
      listed(
        "Not worked out",
        note.waiting.map(({ what, needs }) => `${what}: waits for ${needs}`),
      ),
    ),
  ];
}

function head({ name, line, inShort }: NoteMemo, index: number, say: Say): HTMLElement {
  return el(
    "header",
    { id: `note ${name}`, line },
    index === 0 &&
      el(
        "button",
        {
          class: "quiet",
          title: "A document of its own, to print or to send",
          onClick: () => say({ kind: "document" }),
        },
        "Export…",
      ),
    el("h1", {}, name),
    el(
      "dl",
      { class: "short" },
      ...inShort.flatMap(({ title, text }) => [el("dt", {}, title), el("dd", {}, text)]),
    ),
  );
}

function findings({ findings: found, name }: NoteMemo, note: number, say: Say): HTMLElement {
  const empty = el("p", { class: "none" }, "Nothing is found.");
  return el(
    "section",
    { id: `open ${name}` },
    el("h2", {}, "Findings"),
    found.length === 0
      ? empty
      : el("ul", { class: "findings" }, ...found.map((one, at) => finding(one, note, at, say))),
  );
}

function finding(one: FindingMemo, note: number, index: number, say: Say): HTMLElement {
  const buttons = one.fixes.map((fix, at) =>
    el("button", { onClick: () => say({ kind: "fix", note, finding: index, fix: at }) }, fix.title),
  );
  const details = one.details.map((text) => el("p", {}, text));
  return el(
    "li",
    { class: one.severity, line: one.line },
    el("span", { class: "sign", title: one.severity }, signs[one.severity]),
    el(
      "div",
      {},
      el("p", { class: "message" }, one.message, el("code", {}, one.code)),
      details.length > 0 &&
        el("details", { id: `${one.code} ${note} ${index}` }, el("summary", {}, "More"), ...details),
      buttons.length > 0 && el("p", { class: "answers" }, ...buttons),
    ),
  );
}

const signs: Readonly<Record<FindingMemo["severity"], string>> = {
  error: "✕",
  warning: "!",
  information: "i",
  hint: "…",
};

function terms({ terms: said }: NoteMemo): HTMLElement {
  return el(
    "section",
    {},
    el("h2", {}, "Terms"),
    el(
      "dl",
      { class: "terms" },
      ...said.flatMap(({ label, lines, line }) => [
        el("dt", { line }, label),
        el("dd", { line }, ...lines.map((text) => el("div", {}, text))),
      ]),
    ),
  );
}

function situation(one: SituationMemo, { name }: NoteMemo, say: Say): HTMLElement {
  const place = [name, one.scenario ?? ""].join(" / ");
  return el(
    "section",
    { id: one.scenario === undefined ? `alone ${name}` : `scenario ${place} / `, line: one.line },
    el("h2", {}, one.title),
    ...one.topics.flatMap(({ title, figures }) => [
      el("h3", {}, title),
      el("div", { class: "figures" }, ...figures.map((figure) => figureRow(figure, name, one.scenario, say))),
    ]),
    one.schedule.length > 0 && el("h3", {}, "Payment schedule"),
    one.schedule.length > 0 && table(one.schedule, "schedule"),
    one.capTable.length > 0 && el("h3", {}, "After the round"),
    one.capTable.length > 0 && table(one.capTable),
    ...(one.expected.length > 0 ? [listed("Expected", one.expected)] : []),
  );
}

function curveSection({ curve, scenario, line }: SituationMemo, { name }: NoteMemo, say: Say): HTMLElement {
  if (!curve) return el("section", { class: "nothing" });
  const place = [name, scenario ?? ""].join(" / ");
  return el(
    "section",
    { line },
    el("h3", {}, `Over the market price, for ${curve.amount}`),
    curves(curve, place, say),
  );
}

/** A figure that opens to show how it was made. */
function figureRow(
  { id, label, value }: FigureMemo,
  note: string,
  scenario: string | undefined,
  say: Say,
): HTMLElement {
  const key = [note, scenario ?? "", id].join(" / ");
  const steps = el("ul", { class: "steps", id: `steps ${key}` });
  const made = el(
    "details",
    { class: "figure", id: `figure ${key}` },
    el("summary", { title: "How it is worked out" }, el("span", {}, label), el("b", {}, value)),
    steps,
  );
  made.addEventListener("toggle", () => {
    if (made.open)
      say({
        kind: "derive",
        key,
        place: { note, figure: id, ...(scenario === undefined ? {} : { scenario }) },
      });
  });
  return made;
}

function listed(title: string, texts: readonly string[]): HTMLElement {
  if (texts.length === 0) return el("section", { class: "nothing" });
  return el(
    "section",
    {},
    el("h2", {}, title),
    el("ul", { class: "plain" }, ...texts.map((text) => el("li", {}, text))),
  );
}
