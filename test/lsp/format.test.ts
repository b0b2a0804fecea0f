import { afterEach, expect, test } from "vitest";
import type { InitializeResult, TextEdit } from "vscode-languageserver";
import { type Conversation, converse } from "../support/conversation.ts";
import { edited } from "../support/editor.ts";

const uri = "file:///messy.note";
const text = "note “N” {\nBorrower “A”\n  Lender   “B”\n}\n";
const options = { tabSize: 4, insertSpaces: false };
let open: Conversation | undefined;

afterEach(() => open?.stop());

test("an editor formats a document, and a range of it", async () => {
  const talk = converse();
  open = talk;
  const { capabilities } = await talk.request<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  });
  expect(capabilities).toMatchObject({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
  });
  talk.notify("initialized", {});
  const textDocument = { uri, languageId: "note-terms", version: 1, text };
  talk.notify("textDocument/didOpen", { textDocument });

  const all = await talk.request<TextEdit[]>("textDocument/formatting", { textDocument: { uri }, options });
  expect(edited(text, all)).toBe('note "N" {\n  issuer  "A"\n  holder  "B"\n}\n');

  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } };
  const some = await talk.request<TextEdit[]>("textDocument/rangeFormatting", {
    textDocument: { uri },
    range,
    options,
  });
  expect(edited(text, some)).toBe('note “N” {\nBorrower “A”\n  holder  "B"\n}\n');

  const unknown = { textDocument: { uri: "file:///never-opened.note" }, options };
  expect(await talk.request<TextEdit[]>("textDocument/formatting", unknown)).toEqual([]);
});
