import { afterEach, expect, test } from "vitest";
import type { CodeLens, InitializeResult, InlayHint } from "vscode-languageserver";
import { analyse } from "../../server/src/document/analysis.ts";
import { example } from "../support/analyse.ts";
import { type Conversation, converseWith } from "../support/conversation.ts";

const uri = "file:///exchange.note";
const document = { textDocument: { uri } };
const everything = { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } };
let open: Conversation | undefined;
afterEach(() => open?.stop());

async function begin(options: object = {}, client: Parameters<typeof converseWith>[1] = {}) {
  const talk = converseWith({ analyse }, client);
  open = talk;
  const result = await talk.request<InitializeResult>("initialize", {
    processId: null,
    rootUri: null,
    capabilities: { workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } } },
    initializationOptions: options,
  });
  talk.notify("initialized", {});
  const text = example("exchange-note");
  talk.notify("textDocument/didOpen", {
    textDocument: { uri, languageId: "note-terms", version: 1, text },
  });
  return { talk, result };
}

test("lines over notes and scenarios are worked out when they are looked at", async () => {
  const { talk, result } = await begin({ commands: true });
  expect(result.capabilities).toMatchObject({
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
  });
  const lenses = await talk.request<CodeLens[]>("textDocument/codeLens", document);
  expect(lenses.map(({ range, command }) => [range.start.line, command])).toEqual([
    [1, undefined],
    [51, undefined],
  ]);
  const [note, scenario] = await Promise.all(
    lenses.map((lens) => talk.request<CodeLens>("codeLens/resolve", lens)),
  );
  expect(note?.command).toEqual({
    title: "$940,800.00 due December 6, 2018 · 3 warnings · memo",
    command: "notewright.memo",
    arguments: [uri, { note: "Exchange Note" }],
  });
  expect(scenario?.command?.title).toBe("$0.001955 · 481,227,621 shares · 32.49 %");
  const gone = await talk.request<CodeLens>("codeLens/resolve", { ...note, data: { uri, note: 9 } });
  expect(gone.command?.title).toBe("");
});

test("a client without the command gets the words alone", async () => {
  const { talk } = await begin();
  const [lens] = await talk.request<CodeLens[]>("textDocument/codeLens", document);
  expect((await talk.request<CodeLens>("codeLens/resolve", lens)).command?.command).toBe("");
});

test("settings switch each kind off, and the client is asked to look again", async () => {
  const asked: string[] = [];
  const client = {
    "workspace/codeLens/refresh": () => asked.push("lenses"),
    "workspace/inlayHint/refresh": () => asked.push("hints"),
  };
  const { talk } = await begin({}, client);
  const hintsNow = () =>
    talk.request<InlayHint[]>("textDocument/inlayHint", { ...document, range: everything });
  const before = (await hintsNow()).map(({ label }) => label);
  expect(before).toContain("wins");
  expect(before).toContain("$100,800.00 a year");
  const at = example("exchange-note")
    .split("\n")
    .findIndex((words) => words.includes("closing bid on"));
  const line = { start: { line: at, character: 0 }, end: { line: at, character: 80 } };
  expect(await talk.request("textDocument/inlayHint", { ...document, range: line })).toEqual([
    expect.objectContaining({
      label: "+$0.000045",
      tooltip: expect.stringContaining("$0.002 in the scenario"),
    }),
  ]);
  const settings = { notewright: { codeLens: false, inlayHints: { alternatives: false } } };
  talk.notify("workspace/didChangeConfiguration", { settings });
  const after = (await hintsNow()).map(({ label }) => label);
  expect(after).not.toContain("wins");
  expect(after).toContain("$100,800.00 a year");
  expect(await talk.request("textDocument/codeLens", document)).toEqual([]);
  expect(asked).toEqual(["lenses", "hints"]);
});
