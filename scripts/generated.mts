// What is written from the code itself, so that no fact about the language is typed twice.
import { readFileSync } from "node:fs";
import { methodsPage } from "../server/src/render/methods.ts";
import { referencePage } from "../server/src/render/reference.ts";
import { findingPages, rulesIndex } from "../server/src/render/rule-page.ts";
import { textMateGrammar } from "../server/src/render/textmate.ts";
import { manifestWithSettings, policySchema } from "../server/src/settings/schema.ts";
import { workedCases } from "../test/worked-cases.ts";
import { findingsPage } from "./findings.mts";

/** Folders in which every file is generated: what is there beside the generated ones is left over. */
export const generatedFolders: readonly string[] = ["docs/rules", "schemas"];

/** Every generated file by its path from the project's folder, with its content. */
export function generated(): Map<string, string> {
  return new Map([
    ["syntaxes/note-terms.tmLanguage.json", `${JSON.stringify(textMateGrammar(), undefined, 2)}\n`],
    ["schemas/notewright.schema.json", `${JSON.stringify(policySchema(), undefined, 2)}\n`],
    ["package.json", manifestWithSettings(readFileSync(new URL("../package.json", import.meta.url), "utf8"))],
    ["docs/reference.md", referencePage()],
    ["docs/methods.md", methodsPage(workedCases)],
    ["docs/findings.md", findingsPage()],
    ["docs/rules/README.md", rulesIndex()],
    ...[...findingPages()].map(([code, page]) => [`docs/rules/${code}.md`, page] as const),
  ]);
}
