import { afterEach, describe, expect, test } from "vitest";
import { CancellationTokenSource } from "vscode-jsonrpc";
import { type Conversation, converseWith } from "../support/conversation.ts";

const count = 2_000;
const uri = "file:///deals/form.note";
const form = 'note "House Form" {\n  governing law Nevada\n}\n';
const textOf = (at: number): string =>
  `note "N${at}" based on "${at % 50 === 0 ? "House Form" : "Other Form"}" in "form.note" {\n  principal $${at + 1}\n}\n`;

let talk: Conversation | undefined;
afterEach(() => talk?.stop());

/** A workspace of so many notes; `reading` hears of each file that is asked for, and how many are asked for at once. */
async function workspace(reading: (open: number) => void = () => undefined): Promise<Conversation> {
  let open = 0;
  const client = {
    "notewright/listNotes": () => Array.from({ length: count }, (_, at) => `file:///deals/n${at}.note`),
    "notewright/readFile": async ({ uri: asked }: { uri: string }) => {
      reading(++open);
      await new Promise((done) => setImmediate(done));
      open--;
      const at = /n(\d+)\.note$/.exec(asked)?.[1];
      return { text: at === undefined ? form : textOf(Number(at)) };
    },
  };
  const made = converseWith({}, client);
  talk = made;
  await made.request("initialize", {
    capabilities: {},
    processId: null,
    initializationOptions: { files: true },
  });
  made.notify("initialized", {});
  made.notify("textDocument/didOpen", {
    textDocument: { uri, languageId: "note-terms", version: 1, text: form },
  });
  return made;
}

const asked = {
  textDocument: { uri },
  position: { line: 0, character: 8 },
  context: { includeDeclaration: true },
};

describe("a workspace of 2,000 notes", () => {
  test("is searched some files at a time, each read once", async () => {
    const seen: number[] = [];
    const there = await workspace((open) => seen.push(open));
    const places = await there.request<{ uri: string }[]>("textDocument/references", asked);
    expect(places).toHaveLength(1 + count / 50);
    expect(Math.max(...seen)).toBeLessThanOrEqual(16);
    expect(seen.length).toBeGreaterThanOrEqual(count);
    expect(seen.length).toBeLessThan(count * 1.1);
  });

  test("is searched no further when the question is taken back", async () => {
    let read = 0;
    const source = new CancellationTokenSource();
    const there = await workspace(() => {
      if (++read === 40) source.cancel();
    });
    const answer = there.request("textDocument/references", asked, source.token);
    await expect(answer).rejects.toThrow("Cancelled.");
    await there.request("notewright/ping");
    expect(read).toBeLessThan(120);
  });

  test("is renamed in as a whole", async () => {
    const there = await workspace();
    const { changes } = await there.request<{ changes: object }>("textDocument/rename", {
      ...asked,
      newName: "Firm Form",
    });
    expect(Object.keys(changes)).toHaveLength(1 + count / 50);
  });
});
