import type { Described } from "../catalog/described.ts";
import { type ShapeSpec, shape } from "../catalog/shape.ts";
import type { Rule } from "../checks/rule.ts";
import { rules } from "../checks/rules/index.ts";

/** The page of a rule: what it finds, why that matters, what to do, and an example either way. */
export function rulePage(rule: Rule): string {
  const silence = `If it is meant, the note can say so on the record, and the rule is quiet there: \`allow ${rule.code} because "…"\`.`;
  return page(rule.code, rule, silence);
}

/** The page of something that can be wrong with the shape of a draft. */
export function shapePage(code: string, spec: ShapeSpec): string {
  return page(code, spec, undefined);
}

/** The list of all pages. */
export function rulesIndex(): string {
  const shapes = Object.entries<ShapeSpec>(shape).map(([code, spec]) => entry(code, spec));
  const senses = rules.map((rule) => entry(rule.code, rule));
  return `${[
    "# What Notewright finds",
    "Every finding has a code, and every code a page with an example.",
    "## In the sense of a note",
    table(senses),
    "## In the shape of a draft",
    table(shapes),
  ].join("\n\n")}\n`;
}

function page(code: string, spec: Described, silence: string | undefined): string {
  return `${[
    `# ${spec.title}`,
    `\`${code}\` · ${spec.severity}`,
    spec.why,
    `**What to do.** ${spec.repair}`,
    ...(silence === undefined ? [] : [silence]),
    "## Found here",
    sheet(spec.bad),
    "## Not found here",
    sheet(spec.good),
    ...files(spec),
    "[All findings](README.md)",
  ].join("\n\n")}\n`;
}

/** The files that the examples draw on. */
function files({ files: texts = {} }: Described): string[] {
  const each = Object.entries(texts).map(
    ([path, text]) => `\`${path}\`:\n\n\`\`\`\n${text.trimEnd()}\n\`\`\``,
  );
  return each.length === 0 ? [] : ["## The files", ...each];
}

function sheet(text: string): string {
  return `\`\`\`note-terms\n${text.trimEnd()}\n\`\`\``;
}

function table(rows: readonly string[]): string {
  return ["| code | | what it finds |", "|---|---|---|", ...rows].join("\n");
}

function entry(code: string, { severity, title }: Described): string {
  return `| [\`${code}\`](${code}.md) | ${severity} | ${title} |`;
}
