import type { Described } from "../catalog/described.ts";
import { shape } from "../catalog/shape.ts";
import { allowanceCodes } from "../checks/allowance-codes.ts";
import { type Code, codes, isAllowable } from "../checks/codes.ts";
import { paperCodes } from "../checks/paper-codes.ts";
import { rules } from "../checks/rules/index.ts";

/** Every page by its code: what is found, why that matters, what to do, and an example either way. */
export function findingPages(): Map<string, string> {
  const ruleSpecs = Object.fromEntries(rules.map((rule) => [rule.code, rule]));
  const specs: Readonly<Record<string, Described>> = {
    ...ruleSpecs,
    ...allowanceCodes,
    ...shape,
    ...paperCodes,
  };
  return new Map(
    codes.flatMap((code) => {
      const spec = specs[code.code];
      return spec ? [[code.code, page(code, spec)] as const] : [];
    }),
  );
}

/** The list of all pages. */
export function rulesIndex(): string {
  const sections: readonly (readonly [Code["kind"], string])[] = [
    ["rule", "In the sense of a note"],
    ["point", "What a draft may leave open"],
    ["allowance", "In what a note allows"],
    ["shape", "In the shape of a draft"],
    ["paper", "Between a sheet and a paper"],
  ];
  return `${[
    "# What Notewright finds",
    "Every finding has a code, and every code a page with an example. Settings, house policy and `allow` name findings by these codes; errors in the shape of a draft stay what they are.",
    ...sections.flatMap(([kind, title]) => [
      `## ${title}`,
      table(codes.filter((code) => code.kind === kind)),
    ]),
  ].join("\n\n")}\n`;
}

function page(code: Code, spec: Described): string {
  return `${[
    `# ${spec.title}`,
    `\`${code.code}\` · ${spec.severity}`,
    spec.why,
    `**What to do.** ${spec.repair}`,
    ...(isAllowable(code) ? [silence(code)] : []),
    "## Found here",
    sheet(spec.bad),
    "## Not found here",
    sheet(spec.good),
    ...files(spec),
    "[All findings](README.md)",
  ].join("\n\n")}\n`;
}

function silence({ code }: Code): string {
  return `If it is meant, the note can say so on the record, and the rule is quiet there: \`allow ${code} because "…"\`.`;
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

function table(rows: readonly Code[]): string {
  const lines = rows.map(
    ({ code, page: on, severity, title }) => `| [\`${code}\`](${on}.md) | ${severity} | ${title} |`,
  );
  return ["| code | | what it finds |", "|---|---|---|", ...lines].join("\n");
}
