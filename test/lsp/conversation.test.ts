import { afterEach, expect, test } from "vitest";
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  Hover,
  InitializeResult,
  PublishDiagnosticsParams,
} from "vscode-languageserver";
import { example } from "../support/analyse.ts";
import { positionOf } from "../support/carets.ts";
import { converse, type ProcessConversation } from "../support/conversation.ts";

const uri = "file:///exchange.note";
const sheet = example("exchange-note");
const document = { textDocument: { uri } };
let open: ProcessConversation | undefined;

afterEach(() => open?.stop());

async function begin(
  initializationOptions: object = {},
): Promise<{ talk: ProcessConversation; result: InitializeResult }> {
  const talk = converse();
  open = talk;
  const result = await talk.request<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    initializationOptions,
  });
  talk.notify("initialized", {});
  return { talk, result };
}

const opened = (text: string, at = uri, version = 1): object => ({
  textDocument: { uri: at, languageId: "note-terms", version, text },
});
const at = (words: string, text = sheet): object => ({
  ...document,
  position: positionOf(text, text.indexOf(words) + 1),
});
const codes = ({ diagnostics }: PublishDiagnosticsParams): string[] =>
  diagnostics.map(({ code }) => String(code));
const hoverText = (hover: Hover | null): string =>
  hover && typeof hover.contents === "object" && "value" in hover.contents ? hover.contents.value : "";
const published = (talk: ProcessConversation, version: number): Promise<PublishDiagnosticsParams> =>
  talk.heard<PublishDiagnosticsParams>(
    "textDocument/publishDiagnostics",
    (params) => params.version === version,
  );

test("a conversation from start to end", async () => {
  const { talk, result } = await begin();
  expect(result.serverInfo?.name).toBe("Notewright");
  expect(result.capabilities).toMatchObject({
    hoverProvider: true,
    documentSymbolProvider: true,
    completionProvider: {},
    codeActionProvider: { codeActionKinds: ["quickfix", "source.fixAll.notewright"] },
    semanticTokensProvider: { full: { delta: true }, range: true },
  });

  talk.notify("textDocument/didOpen", opened(sheet));
  const first = await published(talk, 1);
  expect(first.uri).toBe(uri);
  expect(codes(first)).toContain("no-floor-price");
  expect(first.diagnostics.filter(({ severity }) => severity === 1)).toEqual([]);

  const hover = await talk.request<Hover>("textDocument/hover", at("price            lowest"));
  expect(hoverText(hover)).toMatch(/^\*\*\$0\.001955 a share · 481,227,621 shares for \$940,800\.00/);
  expect(hover.range?.start).toEqual(positionOf(sheet, sheet.indexOf("price            lowest")));

  const items = await talk.request<CompletionItem[]>("textDocument/completion", {
    ...document,
    position: { line: sheet.split("\n").findIndex((line) => line.includes("payable")), character: 4 },
  });
  expect(items.map(({ label }) => label)).toContain("day count");

  const symbols = await talk.request<DocumentSymbol[]>("textDocument/documentSymbol", document);
  expect(symbols.map(({ name }) => name)).toEqual(["Exchange Note", "market", "Paid in shares at maturity"]);

  const tokens = await talk.request<{ data: number[] }>("textDocument/semanticTokens/full", document);
  expect(tokens.data.length % 5).toBe(0);
  expect(tokens.data.length).toBeGreaterThan(100);
  const legend = result.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
  expect(tokens.data.slice(0, 5)).toEqual([1, 0, "note".length, legend.indexOf("keyword"), 0]);

  // A letter of `security` goes, and a diagnostic comes; the repair that it offers brings the letter back.
  const letter = positionOf(sheet, sheet.indexOf("security") + 3);
  const range = { start: letter, end: { ...letter, character: letter.character + 1 } };
  talk.notify("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range, text: "" }],
  });
  const wrong = await published(talk, 2);
  expect(codes(wrong)).toContain("clause-unknown");
  const marked = wrong.diagnostics.find(({ code }) => code === "clause-unknown")?.range;
  expect(marked?.start).toEqual({ line: letter.line, character: letter.character - 3 });
  const actions = await talk.request<CodeAction[]>("textDocument/codeAction", {
    ...document,
    range: marked,
    context: { diagnostics: [] },
  });
  const edits = actions.find(({ title }) => title.includes("security"))?.edit?.changes?.[uri] ?? [];
  expect(edits.map(({ newText }) => newText)).toEqual(["security"]);
  talk.notify("textDocument/didChange", {
    textDocument: { uri, version: 3 },
    contentChanges: edits.map((edit) => ({ range: edit.range, text: edit.newText })),
  });
  const repaired = await published(talk, 3);
  expect(codes(repaired)).toEqual(codes(first));
  expect(repaired.diagnostics).toEqual(first.diagnostics);

  talk.notify("textDocument/didClose", document);
  const closed = await talk.heard<PublishDiagnosticsParams>(
    "textDocument/publishDiagnostics",
    ({ diagnostics }) => diagnostics.length === 0,
  );
  expect(closed.uri).toBe(uri);

  expect(await talk.request("shutdown", null)).toBeNull();
  talk.notify("exit", null);
  expect(await talk.ended).toBe(0);
});

test.each([
  ["never opened", false],
  ["closed", true],
])("a document that was %s gets empty answers", async (_, opening) => {
  const { talk } = await begin();
  if (opening) {
    talk.notify("textDocument/didOpen", opened(sheet));
    await published(talk, 1);
    talk.notify("textDocument/didClose", document);
  }
  const position = { line: 3, character: 4 };
  expect(await talk.request("textDocument/hover", { ...document, position })).toBeNull();
  expect(await talk.request("textDocument/completion", { ...document, position })).toEqual([]);
  expect(await talk.request("textDocument/documentSymbol", document)).toEqual([]);
  expect(await talk.request("textDocument/semanticTokens/full", document)).toEqual({ data: [] });
  const range = { start: position, end: position };
  expect(
    await talk.request("textDocument/codeAction", { ...document, range, context: { diagnostics: [] } }),
  ).toEqual([]);
});

test("the day of valuation comes from the settings, and moves with them", async () => {
  const text = sheet.replace(/scenario[\s\S]*$/, "");
  const { talk } = await begin({ valuedOn: "2018-12-06" });
  talk.notify("textDocument/didOpen", opened(text));
  await published(talk, 1);
  const ask = async (): Promise<string> =>
    hoverText(await talk.request<Hover>("textDocument/hover", at("price            lowest", text)));
  expect(await ask()).toContain("$0.001955 a share");
  talk.notify("workspace/didChangeConfiguration", { settings: { notewright: { valuedOn: "" } } });
  await published(talk, 1);
  expect(await ask()).toContain("Waits for a conversion date");
  // One trading day earlier the window lacks November 27.
  talk.notify("workspace/didChangeConfiguration", { settings: { notewright: { valuedOn: "2018-12-04" } } });
  await published(talk, 1);
  expect(await ask()).toContain("the VWAP of November 27, 2018");
  talk.notify("workspace/didChangeConfiguration", { settings: { notewright: { valuedOn: "2018-12-06" } } });
  await published(talk, 1);
  expect(await ask()).toContain("$0.001955 a share");
});

test("settings that make no sense are no settings", async () => {
  for (const initializationOptions of [{ valuedOn: 5 }, { valuedOn: "soon" }, { other: true }]) {
    const { talk } = await begin(initializationOptions);
    talk.notify("textDocument/didOpen", opened(sheet.replace(/scenario[\s\S]*$/, "")));
    await published(talk, 1);
    const hover = await talk.request<Hover>("textDocument/hover", at("price            lowest"));
    expect(hoverText(hover)).toContain("Waits for a conversion date");
    talk.stop();
  }
});

test("two documents are kept apart, and positions beyond the text do no harm", async () => {
  const { talk } = await begin();
  talk.notify("textDocument/didOpen", opened("note 5 {", "file:///a.note"));
  talk.notify("textDocument/didOpen", opened(sheet));
  const a = await talk.heard<PublishDiagnosticsParams>(
    "textDocument/publishDiagnostics",
    (params) => params.uri === "file:///a.note",
  );
  const b = await talk.heard<PublishDiagnosticsParams>(
    "textDocument/publishDiagnostics",
    (params) => params.uri === uri,
  );
  expect(codes(a)).toContain("brace-missing");
  expect(codes(b)).not.toContain("brace-missing");
  const beyond = { line: 9_999, character: 9_999 };
  expect(await talk.request("textDocument/hover", { ...document, position: beyond })).toBeNull();
  expect(
    await talk.request<CompletionItem[]>("textDocument/completion", { ...document, position: beyond }),
  ).not.toEqual([]);
});

test("a burst of keystrokes is answered for the newest text", async () => {
  const { talk } = await begin();
  talk.notify("textDocument/didOpen", opened(sheet));
  const end = positionOf(sheet, sheet.length);
  [..."\nsecurty none"].forEach((text, index) => {
    const line = end.line + (index > 0 ? 1 : 0);
    const character = index > 0 ? index - 1 : end.character;
    const range = { start: { line, character }, end: { line, character } };
    talk.notify("textDocument/didChange", {
      textDocument: { uri, version: index + 2 },
      contentChanges: [{ range, text }],
    });
  });
  const last = await published(talk, 14);
  expect(codes(last)).toContain("clause-unknown");
});
