// Runs inside VS Code: what the extension does while a sheet is written, beside what the protocol says.
import { commands, languages, type TextDocument, Uri, window, workspace } from "vscode";
import type { Checks } from "./check.mts";

/** The pages, the sheets to begin with, and what is set for the language. */
export async function writingChecks(sheet: TextDocument, checks: Checks): Promise<void> {
  await checks.check("a finding's code leads to a page that comes with the extension", async () => {
    const targets = languages
      .getDiagnostics(sheet.uri)
      .map(({ code }) => (typeof code === "object" ? code.target : undefined));
    const wrong = targets.filter(
      (target) => target?.scheme !== "command" || target.path !== "notewright.page",
    );
    if (targets.length === 0 || wrong.length > 0) return `${targets.join(" ")}`;
    const paths = targets.map(
      (target) => (JSON.parse(decodeURIComponent(target?.query ?? "[]")) as string[])[0] ?? "",
    );
    const texts = await Promise.all(paths.map(pageText));
    return texts.every((text) => text.startsWith("# ")) ? undefined : texts.join("\n");
  });
  await checks.check(
    "every page of the documentation opens, and leads to pages that are there",
    pagesLeadSomewhere,
  );
  await checks.check("New Note… puts a sheet of blanks into an untitled sheet", async () => {
    await commands.executeCommand("notewright.newNote", "market-price");
    const { document } = window.activeTextEditor ?? {};
    const text = document?.getText() ?? "";
    const good =
      document?.isUntitled && document.languageId === "note-terms" && text.includes("[the issuer]");
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    return good ? undefined : text;
  });
  await checks.check("the language is set up for writing", async () => {
    const expected = {
      wordWrap: "on",
      formatOnSave: true,
      formatOnType: true,
      acceptSuggestionOnEnter: "smart",
      linkedEditing: true,
    };
    const editor = workspace.getConfiguration("editor", { languageId: "note-terms" });
    const wrong = Object.entries(expected).filter(([name, value]) => editor.get(name) !== value);
    return wrong.length === 0
      ? undefined
      : wrong.map(([name]) => `${name} is ${editor.get(name)}`).join(", ");
  });
}

async function pageText(path: string): Promise<string> {
  const bytes = await workspace.fs.readFile(Uri.from({ scheme: "notewright", path: `/${path}` }));
  return new TextDecoder().decode(bytes);
}

/** Follows the links of the pages from the list of findings on, as far as they lead. */
async function pagesLeadSomewhere(): Promise<string | undefined> {
  const waiting = [
    "docs/language.md",
    "docs/reference.md",
    "docs/methods.md",
    "docs/findings.md",
    "docs/rules/README.md",
  ];
  const seen = new Set<string>();
  const missing: string[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const text = await pageText(path).catch(() => undefined);
    if (text === undefined) missing.push(path);
    const prose = (text ?? "").replace(/^```[\s\S]*?^```/gm, "");
    for (const [, link = ""] of prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
      if (!/^[a-z]+:/.test(link)) waiting.push(new URL(link, `x:/${path}`).pathname.slice(1));
    }
  }
  if (missing.length > 0) return `not there: ${missing.join(", ")}`;
  return seen.size > 150 ? undefined : `only ${seen.size} pages`;
}
