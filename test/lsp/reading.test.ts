import { afterEach, expect, test } from "vitest";
import type { Diagnostic, Hover } from "vscode-languageserver-types";
import { paperCodes } from "../../server/src/checks/paper-codes.ts";
import { analyse } from "../../server/src/document/analysis.ts";
import { type Conversation, converseWith } from "../support/conversation.ts";

const uri = "file:///deals/bridge.note";
const paper = paperCodes["paper-differs"].files["8-k.txt"];
let open: Conversation | undefined;
afterEach(() => open?.stop());

async function begin(text: string): Promise<Conversation> {
  const disk = (file: string) =>
    file === "file:///deals/8-k.txt" ? { text: paper } : ({ unusable: "missing" } as const);
  const talk = converseWith({ analyse, disk });
  open = talk;
  await talk.request("initialize", { processId: null, rootUri: null, capabilities: {} });
  talk.notify("initialized", {});
  talk.notify("textDocument/didOpen", { textDocument: { uri, languageId: "note-terms", version: 1, text } });
  return talk;
}

test("a paper's text is answered as a draft sheet; text without a note as nothing", async () => {
  const talk = await begin("");
  const draft = await talk.request<{ readonly sheet: string }>("notewright/read", {
    name: "8-k.txt",
    text: paper,
  });
  expect(draft.sheet).toContain('note "Example Note" {');
  expect(draft.sheet).toMatch(/rate\s+12% per annum/);
  expect(
    await talk.request("notewright/read", { name: "a.txt", text: "Dear all, see you on Monday." }),
  ).toBeNull();
});

test("what a sheet and a paper do not say alike stands at the clause", async () => {
  const talk = await begin(paperCodes["paper-differs"].bad);
  const found = await talk.request<Diagnostic[]>("notewright/against", {
    textDocument: { uri },
    name: "8-k.txt",
    text: paper,
  });
  expect(found.map(({ code, range }) => `${code} ${range.start.line}`)).toEqual(["paper-differs 8"]);
});

test("the hover of a clause quotes the sentence that it was read from", async () => {
  const sheet = paperCodes["paper-differs"].good;
  const talk = await begin(sheet);
  const line = sheet.split("\n").findIndex((one) => one.includes("rate 12%"));
  const hover = await talk.request<Hover>("textDocument/hover", {
    textDocument: { uri },
    position: { line, character: 6 },
  });
  expect(JSON.stringify(hover.contents)).toContain("twelve percent (12%) per annum");
});
