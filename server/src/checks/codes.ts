import type { Severity } from "../base/problem.ts";
import { listedPoints, pointOf } from "../catalog/points.ts";
import { type ShapeSpec, shape } from "../catalog/shape.ts";
import { allowanceCodes } from "./allowance-codes.ts";
import { paperCodes } from "./paper-codes.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { leftOpen } from "./rules/left-open.ts";

/** A code by which settings, `allow` or a finding may name a judgement. */
export interface Code {
  readonly code: string;
  /** What its findings weigh unless something else is set. */
  readonly severity: Severity;
  readonly title: string;
  /** A judgement of sense, a point of `left-open`, a judgement of what a note allows, the shape of the draft, or what a paper says. */
  readonly kind: "rule" | "point" | "allowance" | "shape" | "paper";
  /** The code whose page explains it. */
  readonly page: string;
}

/** Every code, in the order in which they are listed. */
export const codes: readonly Code[] = [
  ...rules.map(({ code, severity, title }: Rule) => known(code, severity, title, "rule")),
  ...listedPoints.map((id) =>
    known(id, leftOpen.severity, `Left open: ${pointOf(id).question}`, "point", leftOpen.code),
  ),
  ...Object.entries(allowanceCodes).map(([code, { severity, title }]) =>
    known(code, severity, title, "allowance"),
  ),
  ...Object.entries<ShapeSpec>(shape).map(([code, { severity, title }]) =>
    known(code, severity, title, "shape"),
  ),
  ...Object.entries(paperCodes).map(([code, { severity, title }]) => known(code, severity, title, "paper")),
];

const byCode: ReadonlyMap<string, Code> = new Map(codes.map((one) => [one.code, one]));

/** What is known of a code; undefined where there is none. */
export function codeNamed(code: string): Code | undefined {
  return byCode.get(code);
}

/** Whether settings reach it. What can't be read has no sense to be judged, so errors of shape stay what they are. */
export function isSettable({ kind, severity }: Code): boolean {
  return kind !== "shape" || severity !== "error";
}

/** Whether a note may allow it: what is found beside a paper comes with the paper, not with the note. */
export function isAllowable(code: Code): boolean {
  return isSettable(code) && code.kind !== "allowance" && code.kind !== "paper";
}

export const settableCodes: readonly Code[] = codes.filter(isSettable);
export const allowableCodes: readonly Code[] = codes.filter(isAllowable);

function known(code: string, severity: Severity, title: string, kind: Code["kind"], page = code): Code {
  return { code, severity, title, kind, page };
}
