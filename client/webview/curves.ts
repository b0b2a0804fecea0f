import type { CurveMemo, CurvePoint } from "../../server/src/render/memo-record.ts";
import { el, shape } from "./dom.ts";
import type { FromPage } from "./messages.ts";

const width = 300;
const height = 130;
const edge = { left: 8, right: 8, top: 22, bottom: 8 } as const;

interface Panel {
  readonly title: string;
  readonly of: (point: CurvePoint) => number | undefined;
  readonly shown: (point: CurvePoint) => string | undefined;
}

const panels: readonly Panel[] = [
  { title: "Conversion price", of: ({ price }) => price, shown: ({ shown }) => shown.price },
  { title: "Shares", of: ({ shares }) => shares, shown: ({ shown }) => shown.shares },
  { title: "Ownership", of: ({ ownership }) => ownership, shown: ({ shown }) => shown.ownership },
  { title: "Value of the shares", of: ({ value }) => value, shown: ({ shown }) => shown.value },
];

/** Curves over the market price with one slider for all of them, and the scenario that it can write. */
export function curves(curve: CurveMemo, place: string, say: (message: FromPage) => void): HTMLElement {
  const { points, deciders } = curve;
  const drawings = panels
    .filter(({ of }) => points.every((point) => of(point) !== undefined))
    .map((panel) => drawing(panel, points));
  const says = el("p", { class: "at" });
  const slider = el("input", {
    id: `slider ${place}`,
    title: "Market price",
    more: {
      type: "range",
      min: "0",
      max: String(points.length - 1),
      value: String(Math.floor(points.length / 2)),
      "aria-label": "Market price",
    },
  });
  const show = (): void => {
    const index = Number(slider.value);
    const point = points[index];
    if (!point) return;
    for (const { move } of drawings) move(index);
    const decider = point.decider === undefined ? undefined : deciders[point.decider];
    says.replaceChildren(
      el("b", {}, `At ${point.shown.market}: `),
      [
        point.shown.price,
        point.shown.shares,
        point.shown.ownership,
        `worth ${point.shown.value}`,
        point.shown.gain && `return ${point.shown.gain}`,
      ]
        .filter(Boolean)
        .join(" · "),
      ...(decider === undefined
        ? []
        : [el("span", { class: `decider d${(point.decider ?? 0) % 4}` }, decider)]),
    );
  };
  slider.addEventListener("input", show);
  show();
  return el(
    "div",
    { class: "curves" },
    el("div", { class: "panels" }, ...drawings.map(({ element }) => element)),
    deciders.length > 1 &&
      el(
        "ul",
        { class: "legend" },
        ...deciders.map((text, index) => el("li", { class: `decider d${index % 4}` }, text)),
      ),
    el(
      "div",
      { class: "slider" },
      el("span", {}, points[0]?.shown.market ?? ""),
      slider,
      el("span", {}, points.at(-1)?.shown.market ?? ""),
    ),
    says,
    el(
      "p",
      { class: "answers" },
      el(
        "button",
        { onClick: () => say({ kind: "insert", text: points[Number(slider.value)]?.scenario ?? "" }) },
        "Write this as a scenario",
      ),
    ),
  );
}

interface Drawing {
  readonly element: HTMLElement;
  readonly move: (index: number) => void;
}

function drawing({ title, of, shown }: Panel, points: readonly CurvePoint[]): Drawing {
  const across = scale(
    points.map(({ market }) => Math.log(market)),
    [edge.left, width - edge.right],
  );
  const values = points.map((point) => of(point) ?? 0);
  const up = scale(
    [
      ...values,
      Math.min(...values) > 0 && Math.max(...values) / Math.min(...values) < 3 ? Math.min(...values) : 0,
    ],
    [height - edge.bottom, edge.top],
  );
  const x = points.map(({ market }) => across(Math.log(market)));
  const y = values.map(up);
  const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title });
  svg.append(
    shape("path", { class: "floor", d: `M${edge.left} ${height - edge.bottom}H${width - edge.right}` }),
  );
  points.forEach((point, index) => {
    if (index === 0) return;
    const kind = (point.decider ?? points[index - 1]?.decider ?? 0) % 4;
    svg.append(
      shape("path", {
        class: `curve d${kind}`,
        d: `M${x[index - 1]} ${y[index - 1]}L${x[index]} ${y[index]}`,
      }),
    );
    if (point.decider !== points[index - 1]?.decider)
      svg.append(shape("path", { class: "change", d: `M${x[index]} ${height - edge.bottom}V${edge.top}` }));
  });
  const mark = shape("circle", { r: 4, class: "mark" });
  const value = el("span", {});
  svg.append(mark);
  return {
    element: el("figure", {}, el("figcaption", {}, title, value), svg),
    move: (index) => {
      mark.setAttribute("cx", String(x[index]));
      mark.setAttribute("cy", String(y[index]));
      const point = points[index];
      value.textContent = (point && shown(point)) ?? "";
    },
  };
}

/** Where a value stands between two ends. */
function scale(values: readonly number[], [from, to]: readonly [number, number]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => Math.round((from + ((value - low) / (high - low || 1)) * (to - from)) * 10) / 10;
}
