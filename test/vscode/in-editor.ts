// Runs inside VS Code, in the extension host: what the extension answers through the editor's own API.
import {
  type CodeLens,
  commands,
  type Diagnostic,
  extensions,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  languages,
  MarkdownString,
  Position,
  Range,
  Selection,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import {
  Checks,
  completion,
  hostNames,
  house,
  hoverNumbers,
  inEditorResults,
  policy,
  rightMaturity,
  seen,
  sheet,
  wrongMaturity,
} from "./check.mts";
import { writingChecks } from "./writing-in-editor.ts";

const limit = 30_000;

export async function run(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error("The editor was opened without a folder.");
  const checks = new Checks();
  const results = Uri.joinPath(folder, inEditorResults);
  try {
    await answersOf(await open(Uri.joinPath(folder, sheet)), checks);
  } finally {
    await workspace.fs.writeFile(results, new TextEncoder().encode(JSON.stringify(checks.done)));
  }
  if (!checks.passed) throw new Error("A check inside the editor failed.");
}

async function open(uri: Uri): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}

async function answersOf(document: TextDocument, checks: Checks): Promise<void> {
  const uri = document.uri;
  await checks.check("importScripts" in globalThis ? hostNames.web : hostNames.node, async () => undefined);
  await checks.check("the extension becomes active", async () => {
    const extension = extensions.getExtension("notewright.notewright");
    if (!extension) return "the editor does not have it";
    await extension.activate();
    return extension.isActive ? undefined : "it is not active";
  });
  await checks.check("the sheet is in the language Note Terms", async () =>
    document.languageId === "note-terms" ? undefined : document.languageId,
  );
  await checks.check("the Exchange Note has findings, and none is an error", async () => {
    const found = await eventually(
      async () => languages.getDiagnostics(uri),
      (all) => all.length > 0,
    );
    return found.length > 0 && found.every(({ severity }) => severity !== 0) ? undefined : codes(found);
  });
  await checks.check(`the hover on price holds ${hoverNumbers.join(" and ")}`, async () => {
    const text = await eventually(() => hoverText(document, "price "), holdsNumbers);
    return holdsNumbers(text) ? undefined : text;
  });
  await checks.check("over the note and behind its words stands what they come to", () => showsBetween(uri));
  await checks.check("the command opens the memo beside the sheet", () => opensMemo(document));
  await checks.check("what nobody writes has hovers and no findings", () => judgesDraftsAlone(document));
  await checks.check("two versions are compared on a page of their own", () => comparesVersions(document));
  await checks.check(`completing ${completion.typed} inserts ${completion.name}`, () => complete(document));
  await checks.check(`${wrongMaturity.code} comes with an edit`, async () => {
    const before = codes(languages.getDiagnostics(uri));
    if (before.includes(wrongMaturity.code)) return `before the edit: ${before}`;
    await replaceMaturity(document, wrongMaturity.line);
    const found = await codesOnce(uri, (all) => all.includes(wrongMaturity.code));
    return found.includes(wrongMaturity.code) ? undefined : found;
  });
  await checks.check(`${wrongMaturity.code} goes with an edit`, async () => {
    const before = codes(languages.getDiagnostics(uri));
    if (!before.includes(wrongMaturity.code)) return `before the edit: ${before}`;
    await replaceMaturity(document, rightMaturity);
    const found = await codesOnce(uri, (all) => !all.includes(wrongMaturity.code));
    return found.includes(wrongMaturity.code) ? found : undefined;
  });
  await writingChecks(document, checks);
  await window.showTextDocument(document);
  await checks.check("a server that is ended comes back with the text as it stands", () =>
    comesBack(document),
  );
  await checks.check("a house policy sets severities, and what is wrong in it stands there", () =>
    followsPolicy(uri),
  );
  await checks.check("the sheet is written as a document and as a spreadsheet", () => writesDocuments(uri));
  await checks.check("papers are read into sheets and compared with them", () => readsPapers(uri));
  await commands.executeCommand("workbench.action.files.revert");
  const onForm = await open(Uri.joinPath(uri, "..", house.sheet));
  await checks.check("a sheet on a house form counts by the form and by a file of prices", () =>
    drawsOnFiles(onForm),
  );
  await checks.check("uses of a form are found in a sheet that is not open", () => findsUses(onForm));
  await checks.check("a policy in the sheet's own folder holds for it", () => followsOwnPolicy(onForm.uri));
}

async function showsBetween(uri: Uri): Promise<string | undefined> {
  const titles = await eventually(
    async () => {
      const lenses = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", uri, 9);
      return lenses.map(({ command }) => command?.title ?? "");
    },
    (all) => all.includes(seen.lens),
  );
  if (!titles.includes(seen.lens)) return titles.join(" | ");
  const everything = new Range(0, 0, 200, 0);
  const hints = await commands.executeCommand<InlayHint[]>(
    "vscode.executeInlayHintProvider",
    uri,
    everything,
  );
  const labels = hints.map(({ label }) => String(label));
  return seen.hints.every((one) => labels.includes(one)) ? undefined : labels.join(" | ");
}

/** The page is beside the sheet, and the sheet still has the focus. */
async function opensMemo(document: TextDocument): Promise<string | undefined> {
  await commands.executeCommand("notewright.memo", document.uri.toString());
  const labels = () => window.tabGroups.all.map(({ tabs }) => tabs.map(({ label }) => label).join());
  const groups = await eventually(
    async () => labels(),
    (all) => all.some((one) => one.includes(seen.tab)),
  );
  const memo = window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === seen.tab);
  const focused = window.activeTextEditor?.document === document;
  if (memo) await window.tabGroups.close(memo);
  return memo && groups.length > 1 && focused ? undefined : groups.join(" | ");
}

/** The same text, as another extension or git's old side shows it: by a scheme of files that nobody can write. */
async function judgesDraftsAlone(document: TextDocument): Promise<string | undefined> {
  const scheme = "notewright-shown";
  const registered = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: () => document.getText(),
  });
  try {
    const shown = await open(document.uri.with({ scheme, authority: "" }));
    const text = await eventually(() => hoverText(shown, "price "), holdsNumbers);
    const lenses = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", shown.uri, 9);
    const found = codes(languages.getDiagnostics(shown.uri));
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await window.showTextDocument(document);
    if (!holdsNumbers(text)) return `the hover reads "${text}"`;
    return found === "no finding" && lenses.length === 0 ? undefined : `${found}; ${lenses.length} lenses`;
  } finally {
    registered.dispose();
  }
}

async function comparesVersions(document: TextDocument): Promise<string | undefined> {
  const other = Uri.joinPath(document.uri, "..", seen.other);
  await commands.executeCommand("notewright.compare", document.uri, other);
  const tabs = () => window.tabGroups.all.flatMap(({ tabs: all }) => all);
  const labels = await eventually(
    async () => tabs().map(({ label }) => label),
    (all) => all.includes(seen.changes),
  );
  const page = tabs().find(({ label }) => label === seen.changes);
  if (page) await window.tabGroups.close(page);
  return page ? undefined : labels.join(" | ");
}

/** The server is ended after an edit that was not saved; the one that follows finds what the edit brought. */
async function comesBack(document: TextDocument): Promise<string | undefined> {
  await replaceMaturity(document, wrongMaturity.line);
  await codesOnce(document.uri, (all) => all.includes(wrongMaturity.code));
  await commands.executeCommand("notewright.restartServer");
  const text = await eventually(
    () => hoverText(document, "price "),
    (hover) => hover !== "",
  );
  if (text === "") return "the hover is empty";
  const found = await codesOnce(document.uri, (all) => all.includes(wrongMaturity.code));
  if (!found.includes(wrongMaturity.code)) return `the findings are ${found}`;
  await replaceMaturity(document, rightMaturity);
  const after = await codesOnce(document.uri, (all) => !all.includes(wrongMaturity.code));
  return after.includes(wrongMaturity.code) ? `after the edit: ${after}` : undefined;
}

/** Whole files: they begin as archives do, and end as they do. */
async function writesDocuments(sheetUri: Uri): Promise<string | undefined> {
  for (const format of ["docx", "xlsx"]) {
    const target = Uri.joinPath(sheetUri, "..", `written.${format}`);
    await commands.executeCommand("notewright.export", sheetUri, format, target);
    const bytes = await workspace.fs.readFile(target);
    const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes.length > 5000;
    if (!isArchive) return `${format}: ${bytes.length} bytes`;
    await workspace.fs.delete(target);
  }
  return undefined;
}

/** A Word document and a text as papers: each makes a sheet, and the sheet that it was made from says the same. */
async function readsPapers(sheetUri: Uri): Promise<string | undefined> {
  const word = Uri.joinPath(sheetUri, "..", "paper.docx");
  const text = Uri.joinPath(sheetUri, "..", "paper.txt");
  await commands.executeCommand("notewright.export", sheetUri, "docx", word);
  await workspace.fs.writeFile(text, new TextEncoder().encode(paper));
  try {
    for (const file of [word, text]) {
      const made = await commands.executeCommand<Uri | undefined>("notewright.newFromDocument", file);
      const document = made && (await workspace.openTextDocument(made));
      if (!document?.getText().includes("principal"))
        return `${file.path}: ${document?.getText() ?? "no sheet"}`;
    }
    const count = await commands.executeCommand<number | undefined>("notewright.checkAgainst", text);
    return count === 0 ? undefined : `${count} differences`;
  } finally {
    await workspace.fs.delete(word);
    await workspace.fs.delete(text);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
}

const paper = `On January 2, 2024, Example Corp. (the “Company”) issued to Example Fund LP (the “Holder”) a promissory note in the
principal amount of $100,000 (the “Example Note”). The Example Note bears interest at twelve percent (12%) per annum
and matures on January 2, 2025.
`;

async function findsUses(document: TextDocument): Promise<string | undefined> {
  const at = document.positionAt(document.getText().indexOf(house.name) + 1);
  const ask = () => commands.executeCommand<Location[]>("vscode.executeReferenceProvider", document.uri, at);
  const places = await eventually(ask, (all) => all.some(({ uri }) => uri.path.endsWith(house.other)));
  const files = places.map(({ uri }) => uri.path);
  const missing = [house.sheet, house.form, house.other].filter(
    (one) => !files.some((file) => file.endsWith(one)),
  );
  return missing.length === 0 ? undefined : `${missing.join()} is not among ${files.join()}`;
}

/** A policy comes to be in the sheet's folder, and goes. */
async function followsOwnPolicy(sheetUri: Uri): Promise<string | undefined> {
  const { file: name, text, code } = house.policy;
  const file = Uri.joinPath(sheetUri, "..", name);
  const severity = async () =>
    languages.getDiagnostics(sheetUri).find((one) => codes([one]) === code)?.severity;
  const before = await eventually(severity, (now) => now !== undefined);
  const made = new WorkspaceEdit();
  made.createFile(file, { contents: new TextEncoder().encode(text) });
  await workspace.applyEdit(made);
  const held = await eventually(severity, (now) => now === 0);
  const removed = new WorkspaceEdit();
  removed.deleteFile(file);
  await workspace.applyEdit(removed);
  const after = await eventually(severity, (now) => now === before);
  const found = [before, held, after].join();
  return found === [before, 0, before].join() && before !== 0 ? undefined : `severity ${found}`;
}

/** The conversion price needs the form's clauses and the closing bids of a file; the definition is in the form. */
async function drawsOnFiles(document: TextDocument): Promise<string | undefined> {
  const hover = await eventually(
    () => hoverText(document, house.at),
    (text) => house.numbers.every((number) => text.includes(number)),
  );
  const at = document.positionAt(document.getText().indexOf(house.name));
  const definition = "vscode.executeDefinitionProvider";
  const places = await commands.executeCommand<(Location | LocationLink)[]>(definition, document.uri, at);
  const files = places.map((place) => ("targetUri" in place ? place.targetUri : place.uri).path);
  if (!house.numbers.every((number) => hover.includes(number))) return hover;
  return files.some((file) => file.endsWith(house.form)) ? undefined : `defined in ${files.join()}`;
}

/** Makes a policy beside the sheet, as a user does in the editor, with a code that does not exist; and takes it away. */
async function followsPolicy(sheetUri: Uri): Promise<string | undefined> {
  const file = Uri.joinPath(sheetUri, "..", policy.file);
  const severity = () =>
    languages.getDiagnostics(sheetUri).find((one) => codes([one]) === policy.code)?.severity;
  const wrong = () => languages.getDiagnostics(file).length;
  const state = async () => `severity ${severity()}, ${wrong()} wrong in the policy`;
  const before = await state();
  const made = new WorkspaceEdit();
  made.createFile(file, { contents: new TextEncoder().encode(policy.text) });
  await workspace.applyEdit(made);
  const held = await eventually(state, (now) => now === policy.state);
  const typed = new WorkspaceEdit();
  typed.replace(file, new Range(0, 0, 1, 0), policy.corrected);
  await workspace.applyEdit(typed);
  const corrected = await eventually(state, (now) => now === policy.correctedState);
  const removed = new WorkspaceEdit();
  removed.deleteFile(file);
  await (await workspace.openTextDocument(file)).save();
  await workspace.applyEdit(removed);
  const after = await eventually(state, (now) => now === before);
  const found = [before, held, corrected, after];
  const expected = [before, policy.state, policy.correctedState, before];
  return found.join() === expected.join() ? undefined : found.join("; ");
}

async function eventually<T>(ask: () => Thenable<T>, accept: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (accept(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const holdsNumbers = (text: string) => hoverNumbers.every((number) => text.includes(number));

async function hoverText(document: TextDocument, clause: string): Promise<string> {
  const at = document.positionAt(document.getText().indexOf(clause));
  const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, at);
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents
    .map((content) => (content instanceof MarkdownString ? content.value : String(content)))
    .join("\n");
}

/** Types the start of a clause on a line of its own in `conversion`, and takes the first suggestion. */
async function complete(document: TextDocument): Promise<string | undefined> {
  const line = document.positionAt(document.getText().indexOf("option ")).line;
  const editor = await window.showTextDocument(document);
  const { typed, name } = completion;
  await editor.edit((edit) => edit.insert(new Position(line, 0), `    ${typed}\n`));
  const end = new Position(line, 4 + typed.length);
  editor.selections = [new Selection(end, end)];
  await commands.executeCommand("editor.action.triggerSuggest");
  const inserted = await eventually(
    async () => {
      await commands.executeCommand("acceptSelectedSuggestion");
      return document.lineAt(line).text.trim();
    },
    (text) => text.startsWith(name),
  );
  return inserted.startsWith(name) ? undefined : `the line is "${inserted}"`;
}

async function replaceMaturity(document: TextDocument, text: string): Promise<void> {
  const { line } = document.positionAt(document.getText().indexOf("matures"));
  const editor = await window.showTextDocument(document);
  const end = document.lineAt(line).range.end;
  // What is new waits while the caret stands behind words that are not finished.
  editor.selection = new Selection(new Position(0, 0), new Position(0, 0));
  await editor.edit((edit) => edit.replace(new Range(new Position(line, 0), end), text));
}

function codes(diagnostics: readonly Diagnostic[]): string {
  return (
    diagnostics.map(({ code }) => (typeof code === "object" ? code.value : code)).join(", ") || "no finding"
  );
}

function codesOnce(uri: Uri, accept: (codes: string) => boolean): Promise<string> {
  return eventually(async () => codes(languages.getDiagnostics(uri)), accept);
}
