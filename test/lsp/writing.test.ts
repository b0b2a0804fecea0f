import { afterEach, expect, test } from "vitest";
import type { CompletionItem, LinkedEditingRanges, SignatureHelp, TextEdit } from "vscode-languageserver";
import type { ClientRequests } from "../../server/src/lsp/messages.ts";
import { positionOf, withCaret } from "../support/carets.ts";
import { type Client, type Conversation, converseWith } from "../support/conversation.ts";

const uri = "file:///deals/b/sheet.note";
const other = "file:///deals/forms/form%20a.note";
const form = 'note "Form A" {\n  issuer "Acme Corp."\n  holder "Fund One LP"\n}\n';
const client: Client = {
  "notewright/listNotes": ({ endings }: { readonly endings?: readonly string[] }) =>
    endings?.includes(".csv") ? ["file:///deals/b/data/acme.csv"] : [uri, other],
  "notewright/readFile": () => ({ text: form }),
};
let open: Conversation | undefined;

afterEach(() => open?.stop());

/** Opens the text, with the caret in it, and asks about the place of the caret. */
async function ask<T>(method: string, source: string, more: object = {}): Promise<T> {
  const { text, offset } = withCaret(source);
  const talk = converseWith({}, client);
  open = talk;
  const initializationOptions = { files: true, commands: true };
  await talk.request("initialize", {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions,
  });
  talk.notify("initialized", {});
  talk.notify("textDocument/didOpen", { textDocument: { uri, languageId: "note-terms", version: 1, text } });
  return talk.request(method, { textDocument: { uri }, position: positionOf(text, offset), ...more });
}

const labels = (items: readonly CompletionItem[]): string[] => items.map(({ label }) => label);

test("parties and forms of the folder are offered, and a path from the sheet to the form", async () => {
  const method = "textDocument/completion";
  expect(labels(await ask(method, 'note "B" {\n  issuer ‸\n}'))).toContain('"Acme Corp."');
  expect(labels(await ask(method, 'note "B" {\n  holder "‸"\n}'))).toEqual(['"Fund One LP"']);
  expect(labels(await ask(method, 'note "B" ‸'))).toContain('based on "Form A" in "../forms/form a.note"');
});

test("files of prices are offered by their path", async () => {
  const method = "textDocument/completion";
  expect(labels(await ask(method, "market {\n  prices ‸\n}"))).toContain('from "data/acme.csv"');
  expect(labels(await ask(method, 'market {\n  prices from "‸"\n}'))).toEqual(['"data/acme.csv"']);
});

test("a name that is put in opens the list of what may follow", async () => {
  const items = await ask<CompletionItem[]>("textDocument/completion", 'note "B" {\n  pri‸\n}');
  expect(items.find(({ label }) => label === "principal")?.command?.command).toBe(
    "editor.action.triggerSuggest",
  );
});

test("a space opens a list where a value is expected, and none behind a line that says all", async () => {
  const bySpace = { context: { triggerKind: 2, triggerCharacter: " " } };
  const method = "textDocument/completion";
  const at = (line: string): Promise<CompletionItem[]> => ask(method, `note "B" {\n  ${line}\n}`, bySpace);
  expect(labels(await at("principal ‸"))[0]).toBe("$100,000");
  expect(await at("principal $130,000 ‸")).toEqual([]);
  expect(await at(" ‸")).toEqual([]);
});

test("sheets to begin with: blanks, and one on each note of the folder", async () => {
  type Answer = ClientRequests["notewright/beginnings"]["answer"];
  const { blank, onForms } = await ask<Answer>("notewright/beginnings", "‸", {
    from: "file:///deals/new.note",
  });
  expect(blank.map(({ id }) => id)).toEqual([
    ...["market-price", "fixed-price", "instalments", "safe", "start-up-note", "bond"],
  ]);
  expect(onForms.map(({ snippet }) => snippet.split("\n")[0])).toEqual([
    `note "\${1:Note}" based on "Form A" in "forms/form a.note" {`,
  ]);
});

test("parts of a phrase, places that change together, keys and pasted rows", async () => {
  const help = await ask<SignatureHelp>("textDocument/signatureHelp", 'note "B" {\n  matures ‸\n}');
  expect(help.signatures[0]?.label).toBe("matures 12 months after issue");
  const linked = await ask<LinkedEditingRanges>(
    "textDocument/linkedEditingRange",
    '"Base‸ Price" means $1\nnote "B" {\n  conversion {\n    price 65% of "Base Price"\n  }\n}',
  );
  expect(linked.ranges.map(({ start }) => start.line)).toEqual([0, 3]);
  const edits = await ask<TextEdit[]>(
    "textDocument/onTypeFormatting",
    'note "B" {\n  interest {\n    rate 8%\n    \n    ‸\n  }\n}\n',
    { ch: "\n", options: { tabSize: 2, insertSpaces: true } },
  );
  expect(edits.map(({ newText }) => newText)).toEqual(["  }", ""]);
  const table = "market {\n  prices {\n    date VWAP\n    ‸\n  }\n}\n";
  expect(await ask("notewright/pastedRows", table, { text: "2018-11-28\t0.0024\n" })).toBe(
    "2018-11-28  $0.0024",
  );
  expect(await ask("notewright/pastedRows", table, { text: "no table" })).toBeNull();
});
