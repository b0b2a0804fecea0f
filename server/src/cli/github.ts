import type { Severity } from "../base/problem.ts";
import type { FindingRecord } from "./check.ts";
import { visible } from "./io.ts";

/** A finding as a command of GitHub's workflows, which shows it beside the line. */
export function workflowCommand({ file, range, severity, code, message }: FindingRecord): string {
  const { start, end } = range;
  const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
  const properties = {
    file: file.replaceAll("\\", "/"),
    line: start.line + 1,
    endLine: end.line + 1,
    ...columns,
    title: code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(",")}::${escaped(message)}`;
}

const commands: Readonly<Record<Severity, "error" | "warning" | "notice">> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

function escaped(text: string): string {
  return visible(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"), "line");
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
