import { scaleLinear, scaleLog } from "d3-scale";
import { line } from "d3-shape";

/** What a picture is looked at on: its own ground is like it. */
export type Ground = "light" | "dark";

/** A place on an axis, with its label. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** An axis: what it measures, with the unit; where it has labels; whether equal steps are equal factors. */
export interface Axis {
  readonly title: string;
  readonly ticks: readonly Tick[];
  readonly log: boolean;
}

/** A curve over the common axis, in coordinates of the two. */
export interface Panel extends Axis {
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** Round places from nothing to at least a value, a few of them. */
export function roundTicks(most: number, label: (at: number) => string): Tick[] {
  const scale = scaleLinear().domain([0, most]).nice(fewTicks);
  return scale.ticks(fewTicks).map((at) => ({ at, label: label(at) }));
}

const fewTicks = 4;

const width = 318;
const usualHeight = 200;
const left = 92;
const right = 30;
const top = 40;
const bottom = 44;
/** A low drawing leaves out what its axis measures. */
const bottomWithoutTitle = 24;

/**
 * Panels side by side over one kind of axis, as an SVG of its own in ASCII. Marks are dashed lines upward, with their
 * labels on top. `height` is in pixels. It brings a ground of its own, so that it can be read on whatever it lies.
 */
export function panelsSvg(
  panels: readonly Panel[],
  across: Axis,
  marks: readonly Tick[],
  ground: Ground,
  height = usualHeight,
): string {
  const drawn = panels.map(
    (panel, index) =>
      `<g transform="translate(${index * width} 0)">${drawnPanel(panel, across, marks, height)}</g>`,
  );
  const whole = panels.length * width;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${height}" viewBox="0 0 ${whole} ${height}">${styleOn[ground]}<rect class="ground" width="${whole}" height="${height}" rx="4"/>${drawn.join("")}</svg>`;
  return [...svg].map((sign) => (sign > "~" ? `&#${sign.codePointAt(0)};` : sign)).join("");
}

interface Colours {
  readonly ground: string;
  readonly text: string;
  readonly grid: string;
  readonly curve: string;
  readonly mark: string;
}

function style({ ground, text, grid, curve, mark }: Colours): string {
  return `<style>text{font:11px sans-serif;fill:${text}}.title{font-weight:bold}.ground{fill:${ground}}.grid{stroke:${grid}}.curve{fill:none;stroke:${curve};stroke-width:2;stroke-linejoin:round}.mark{stroke:${mark};stroke-dasharray:4 3}text.mark{stroke:none;fill:${mark}}</style>`;
}

const styleOn: Readonly<Record<Ground, string>> = {
  light: style({ ground: "#f8f8f8", text: "#3b3b3b", grid: "#ddd", curve: "#0b62c4", mark: "#a8480c" }),
  dark: style({ ground: "#1f1f1f", text: "#ccc", grid: "#444", curve: "#4fa3ff", mark: "#e8a35c" }),
};

function drawnPanel(panel: Panel, across: Axis, marks: readonly Tick[], height: number): string {
  const isLow = height < usualHeight;
  const floor = height - (isLow ? bottomWithoutTitle : bottom);
  const along = panel.points.map((point) => point.x);
  const up = panel.points.map((point) => point.y);
  const x = placing(across, along, [left, width - right]);
  const y = placing(panel, up, [floor, top]);
  const path = line<Panel["points"][number]>(
    (point) => x(point.x),
    (point) => y(point.y),
  )(panel.points);
  const rows = roomy(panel.ticks, ({ at }) => ({ from: y(at) - lineHeight / 2, to: y(at) + lineHeight / 2 }));
  const columns = roomy(across.ticks, ({ at, label }) => {
    const half = (label.length * letterWidth) / 2;
    return { from: x(at) - half, to: x(at) + half };
  });
  return [
    `<text class="title" x="${left}" y="15">${escaped(panel.title)}</text>`,
    ...rows.map(
      ({ at, label }) =>
        `<path class="grid" d="M${left} ${y(at)}H${width - right}"/>${words(left - 6, y(at) + 4, label, "end")}`,
    ),
    ...columns.map(
      ({ at, label }) =>
        `<path class="grid" d="M${x(at)} ${floor}v4"/>${words(x(at), floor + 16, label, "middle")}`,
    ),
    isLow ? "" : words((left + width - right) / 2, height - 10, across.title, "middle"),
    ...marks.map(
      ({ at, label }) =>
        `<path class="mark" d="M${x(at)} ${floor}V${top - 6}"/>${words(x(at), top - 10, label, "middle", "mark")}`,
    ),
    `<path class="curve" d="${path ?? ""}"/>`,
  ].join("");
}

const lineHeight = 13;
const letterWidth = 6.5;

/** The labels that have room: the first and the last, and those between that touch none already placed. */
function roomy(ticks: readonly Tick[], reach: (tick: Tick) => { from: number; to: number }): readonly Tick[] {
  const placed: Tick[] = [];
  for (const tick of [ticks.at(-1), ...ticks]) {
    if (!tick) continue;
    const { from, to } = reach(tick);
    if (placed.every((one) => reach(one).to < from || to < reach(one).from)) placed.push(tick);
  }
  return placed;
}

function words(x: number, y: number, text: string, anchor: "end" | "middle", kind = ""): string {
  const named = kind === "" ? "" : ` class="${kind}"`;
  return `<text${named} x="${x}" y="${y}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

/** Where a value stands between two ends; the values and the labels all find room. */
function placing(
  { ticks, log }: Axis,
  values: readonly number[],
  ends: readonly [number, number],
): (value: number) => number {
  const all = [...values, ...ticks.map(({ at }) => at)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const scale = (log ? scaleLog : scaleLinear)()
    .domain([low, high === low ? low + 1 : high])
    .range(ends);
  return (value) => Math.round(scale(value) * 10) / 10;
}
