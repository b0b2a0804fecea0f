import { docsUrl } from "../catalog/docs.ts";
import { codes, isAllowable, isSettable } from "../checks/codes.ts";

/** Every code by which settings, `allow` and findings name a judgement. */
export function rulesText(): string {
  const longest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));
  const width = longest(codes.map(({ code }) => code));
  const severityWidth = longest(codes.map(({ severity }) => severity));
  return codes
    .map(({ code, severity, title }) => `${code.padEnd(width)}  ${severity.padEnd(severityWidth)}  ${title}`)
    .join("\n");
}

/** The same as data, with what may be done about each. */
export function rulesData(): object[] {
  return codes.map((one) => ({
    code: one.code,
    severity: one.severity,
    title: one.title,
    kind: one.kind,
    settable: isSettable(one),
    allowable: isAllowable(one),
    url: docsUrl(one.page),
  }));
}
