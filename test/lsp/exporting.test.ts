import { afterEach, expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import type { Draft } from "../../server/src/export/draft.ts";
import { formatNames } from "../../server/src/export/names.ts";
import { written } from "../../server/src/export/office.ts";
import { example } from "../support/analyse.ts";
import { type Conversation, converseWith } from "../support/conversation.ts";

const uri = "file:///exchange.note";
let open: Conversation | undefined;
afterEach(() => open?.stop());

async function begin(text: string): Promise<Conversation> {
  const talk = converseWith({ analyse });
  open = talk;
  await talk.request("initialize", { processId: null, rootUri: null, capabilities: {} });
  talk.notify("initialized", {});
  talk.notify("textDocument/didOpen", { textDocument: { uri, languageId: "note-terms", version: 1, text } });
  return talk;
}

test("a sheet is answered as a document in each format, as plain data that a client writes", async () => {
  const talk = await begin(example("exchange-note"));
  for (const to of formatNames) {
    const draft = await talk.request<Draft>("notewright/export", { textDocument: { uri }, to });
    const bytes = await written(draft);
    const start = new TextDecoder().decode(bytes.slice(0, 15));
    expect([to, start]).toEqual([to, expect.stringMatching(/^(?:PK|<!doctype html>|note,scenario,|\{)/)]);
  }
});

test("the formats come with what each holds", async () => {
  const talk = await begin(example("exchange-note"));
  const formats = await talk.request<{ readonly format: string; readonly title: string }[]>(
    "notewright/formats",
    {},
  );
  expect(formats.map(({ format, title }) => `${format} ${title}`)).toContain("docx Word");
});

test("a sheet without a note has nothing to write", async () => {
  const talk = await begin("// nothing yet\n");
  expect(await talk.request("notewright/export", { textDocument: { uri }, to: "docx" })).toBeNull();
});

test("a format that is not known is refused", async () => {
  const talk = await begin(example("exchange-note"));
  await expect(talk.request("notewright/export", { textDocument: { uri }, to: "pdf" })).rejects.toThrow();
});
