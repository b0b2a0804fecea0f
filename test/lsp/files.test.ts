import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import type { Hover, PublishDiagnosticsParams } from "vscode-languageserver";
import type { FileContent } from "../../server/src/document/files.ts";
import type { ServerRequests } from "../../server/src/lsp/messages.ts";
import { positionOf } from "../support/carets.ts";
import { type Client, type Conversation, converse } from "../support/conversation.ts";
import { convertible, scenario } from "../support/sheets.ts";

type ReadFileParams = ServerRequests["notewright/readFile"]["params"];

const uri = "file:///desk/deal/sheet.note";
const priced = (path: string): string =>
  `${convertible("closing bid on prior trading day")}market {\n  prices from "${path}"\n}\n${scenario("2024-06-04")}`;
const bids = (price: string): string => `Date,Bid\n2024-06-03,${price}\n`;
const folders: string[] = [];
let open: Conversation | undefined;

afterEach(() => {
  open?.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

interface Beginning {
  readonly client?: Client;
  readonly files?: boolean;
  readonly workspace?: string;
  readonly capabilities?: object;
}

async function begin({
  client,
  files = true,
  workspace,
  capabilities = {},
}: Beginning): Promise<Conversation> {
  const talk = converse(client);
  open = talk;
  await talk.request("initialize", {
    processId: process.pid,
    rootUri: workspace ?? null,
    workspaceFolders: workspace ? [{ uri: workspace, name: "deal" }] : null,
    capabilities,
    initializationOptions: { files },
  });
  talk.notify("initialized", {});
  return talk;
}

function show(talk: Conversation, text: string, at = uri, version = 1): void {
  talk.notify("textDocument/didOpen", {
    textDocument: { uri: at, languageId: "note-terms", version, text },
  });
}

/** What the editor shows of a document once that fits. */
const shown = (
  talk: Conversation,
  fits: (codes: readonly string[]) => boolean,
  at = uri,
): Promise<string[]> =>
  talk
    .heard<PublishDiagnosticsParams>(
      "textDocument/publishDiagnostics",
      (params) => params.uri === at && fits(params.diagnostics.map(({ code }) => String(code))),
    )
    .then(({ diagnostics }) => diagnostics.map(({ message }) => String(message)));

/** The hover's first line on the conversion price. */
async function priceIn(talk: Conversation, text: string, at = uri): Promise<string> {
  const hover = await talk.request<Hover | null>("textDocument/hover", {
    textDocument: { uri: at },
    position: positionOf(text, text.indexOf("price closing") + 1),
  });
  const contents = hover?.contents;
  return (
    (contents && typeof contents === "object" && "value" in contents ? contents.value : "").split("\n")[0] ??
    ""
  );
}

/** Asks until the answer fits. */
async function until(ask: () => Promise<string>, fits: RegExp): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await ask();
    if (fits.test(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`It never fits ${fits}: ${await ask()}`);
}

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "notewright-files-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

test("files come through the client, and again when they change", async () => {
  const requested: ReadFileParams[] = [];
  const contents = new Map<string, FileContent>([["file:///desk/deal/data/acme.csv", { text: bids("0.5") }]]);
  const text = priced("data/acme.csv");
  const talk = await begin({
    client: {
      "notewright/readFile": (params: ReadFileParams) => {
        requested.push(params);
        return contents.get(params.uri) ?? { unusable: "missing" };
      },
    },
  });
  show(talk, text);
  expect(await until(() => priceIn(talk, text), /\$/)).toMatch(/^\*\*\$0\.50 a share/);
  expect(requested).toEqual([
    { uri: "file:///desk/deal/data/acme.csv", from: uri, maxBytes: 32 * 1024 * 1024 },
  ]);

  contents.set("file:///desk/deal/data/acme.csv", { text: bids("0.25") });
  const changes = [
    { uri: "file:///desk/deal/data/acme.csv", type: 2 },
    { uri: "file:///desk/deal/data/other.csv", type: 2 },
  ];
  talk.notify("workspace/didChangeWatchedFiles", { changes });
  expect(await until(() => priceIn(talk, text), /0\.25/)).toMatch(/^\*\*\$0\.25 a share/);
  expect(requested).toHaveLength(2);

  contents.delete("file:///desk/deal/data/acme.csv");
  talk.notify("workspace/didChangeWatchedFiles", { changes: changes.slice(0, 1) });
  const messages = await shown(talk, (codes) => codes.includes("file-unusable"));
  expect(messages).toContainEqual(
    expect.stringContaining("“data/acme.csv” can't be used: there is no such file"),
  );
});

test("a client that answers with an error, or nothing, has no file to give", async () => {
  const talk = await begin({});
  show(talk, priced("acme.csv"));
  expect(await shown(talk, (codes) => codes.includes("file-unusable"))).toContainEqual(
    expect.stringContaining("it can't be read"),
  );
});

test("a sheet that was never saved has no folder that a path could count from", async () => {
  const talk = await begin({});
  show(talk, priced("acme.csv"), "untitled:Untitled-1");
  expect(await shown(talk, (codes) => codes.includes("file-unusable"), "untitled:Untitled-1")).toContainEqual(
    expect.stringContaining("never been saved"),
  );
});

test("without a client that reads files, the server reads them from the disk", async () => {
  const folder = folderWith({ "deal/data/acme.csv": bids("0.5") });
  const at = pathToFileURL(join(folder, "deal/sheet.note")).href;
  const text = priced("data/acme.csv");
  const talk = await begin({ files: false, workspace: pathToFileURL(folder).href });
  show(talk, text, at);
  expect(await until(() => priceIn(talk, text, at), /\$/)).toMatch(/^\*\*\$0\.50 a share/);
});

test.each([
  ["..", "../secret.csv"],
  ["a link", "link.csv"],
  ["a linked folder", "linked/secret.csv"],
])("on the disk nothing is read that %s leads to beyond the workspace", async (_, path) => {
  const folder = folderWith({ "secret.csv": bids("0.5"), "deal/acme.csv": bids("0.5") });
  symlinkSync(join(folder, "secret.csv"), join(folder, "deal/link.csv"));
  symlinkSync(folder, join(folder, "deal/linked"));
  const at = pathToFileURL(join(folder, "deal/sheet.note")).href;
  for (const workspace of [pathToFileURL(join(folder, "deal")).href, undefined]) {
    const talk = await begin({ files: false, ...(workspace ? { workspace } : {}) });
    show(talk, priced(path), at);
    const messages = await shown(talk, (codes) => codes.includes("file-unusable"), at);
    expect(messages).toContainEqual(expect.stringContaining("outside the workspace folder"));
    talk.stop();
  }
});

test("an editor that watches files when asked is asked to", async () => {
  const registered: unknown[] = [];
  const talk = await begin({
    files: false,
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    client: { "client/registerCapability": (params: unknown) => void registered.push(params) },
  });
  show(talk, "");
  await shown(talk, () => true);
  await until(async () => JSON.stringify(registered), /didChangeWatchedFiles.*csv/);
});

test("a form that is open counts as it stands in the editor, and as saved once it is closed", async () => {
  const form = (rate: string): string =>
    `note "Form A" {\n  issued January 2, 2024\n  matures January 2, 2025\n  interest { rate ${rate}; day count 30/360 bond basis }\n}\n`;
  const formUri = "file:///desk/deal/forms/a.note";
  const text = 'note "B" based on "Form A" in "forms/a.note" {\n  principal $100,000\n}\n';
  const talk = await begin({
    client: {
      "notewright/readFile": ({ uri: requested }: ReadFileParams) =>
        requested === formUri ? { text: form("8%") } : null,
    },
  });
  const due = async (): Promise<string> => {
    const hover = await talk.request<Hover | null>("textDocument/hover", {
      textDocument: { uri },
      position: { line: 1, character: 4 },
    });
    const contents = hover?.contents;
    return contents && typeof contents === "object" && "value" in contents ? contents.value : "";
  };
  show(talk, text);
  // A year of 30/360 at 8 %, 9 % and 10 %.
  await until(due, /\$108,000\.00/);
  show(talk, form("9%"), formUri);
  await until(due, /\$109,000\.00/);
  talk.notify("textDocument/didChange", {
    textDocument: { uri: formUri, version: 2 },
    contentChanges: [{ text: form("soon") }],
  });
  const messages = await shown(talk, (codes) => codes.includes("value-wrong"));
  expect(messages).toContainEqual(expect.stringContaining("From “Form A” (forms/a.note): "));
  talk.notify("textDocument/didClose", { textDocument: { uri: formUri } });
  await until(due, /\$108,000\.00/);
});

test("definitions, uses and a rename across an open sheet and a form that is not open", async () => {
  const formUri = "file:///desk/deal/forms/a.note";
  const form =
    '"Market Price" means closing bid on prior trading day\nnote "Form A" {\n  conversion { price 65% of "Market Price" }\n}\n';
  const text =
    'note "B" based on "Form A" in "forms/a.note" {\n  conversion { floor 50% of "Market Price" }\n}\n';
  const talk = await begin({
    client: {
      "notewright/readFile": ({ uri: requested }: ReadFileParams) =>
        requested === formUri ? { text: form } : null,
    },
  });
  show(talk, text);
  const used = { textDocument: { uri }, position: positionOf(text, text.indexOf("Market")) };
  const at = (line: number, character: number, length: number): object => ({
    start: { line, character },
    end: { line, character: character + length },
  });
  const found = await until(
    async () => JSON.stringify(await talk.request("textDocument/definition", used)),
    /forms/,
  );
  expect(JSON.parse(found)).toEqual({ uri: formUri, range: at(0, 1, 12) });
  const path = { textDocument: { uri }, position: positionOf(text, text.indexOf("forms/")) };
  expect(await talk.request("textDocument/definition", path)).toEqual({ uri: formUri, range: at(0, 0, 0) });
  const places = await talk.request<object[]>("textDocument/references", {
    ...used,
    context: { includeDeclaration: false },
  });
  expect(places).toEqual([
    { uri, range: at(1, 29, 12) },
    { uri: formUri, range: at(2, 29, 12) },
  ]);
  expect(await talk.request("textDocument/prepareRename", used)).toEqual({
    range: at(1, 29, 12),
    placeholder: "Market Price",
  });
  const renamed = await talk.request<{ changes: Record<string, object[]> }>("textDocument/rename", {
    ...used,
    newName: "Bid",
  });
  expect(renamed.changes).toEqual({
    [uri]: [{ range: at(1, 29, 12), newText: "Bid" }],
    [formUri]: [
      { range: at(0, 1, 12), newText: "Bid" },
      { range: at(2, 29, 12), newText: "Bid" },
    ],
  });
  await expect(talk.request("textDocument/rename", { ...used, newName: "" })).rejects.toThrow(
    "A term needs a name.",
  );
  expect(await talk.request("textDocument/prepareRename", path)).toBeNull();
  const nowhere = { textDocument: { uri }, position: { line: 99, character: 0 } };
  expect(await talk.request("textDocument/definition", nowhere)).toBeNull();
});

test("uses and a rename reach note files that are not open, and read only what they need", async () => {
  const note = (name: string, body: string): string =>
    `note "${name}" based on "Form A" in "forms/a.note" {\n${body}\n}\n`;
  const formUri = "file:///desk/deal/forms/a.note";
  const files = new Map([
    [formUri, '"Market Price" means $1\nnote "Form A" {\n  conversion { price "Market Price" }\n}\n'],
    ["file:///desk/deal/b%20c.note", note("B", '  conversion { floor 50% of "market price" }')],
    [
      "file:///desk/deal/own.note",
      '"Market Price" means $2\nnote "C" {\n  conversion { price "Market Price" }\n}\n',
    ],
    ["file:///desk/deal/other.note", 'note "D" {\n}\n'],
  ]);
  const text = note("A", '  conversion { floor "Market Price" }');
  const lists: string[] = [];
  const talk = await begin({
    client: {
      "notewright/readFile": ({ uri: requested }: ReadFileParams) => {
        const known = files.get(requested.replace("b c", "b%20c"));
        return known === undefined ? { unusable: "missing" } : { text: known };
      },
      "notewright/listNotes": ({ from }: ServerRequests["notewright/listNotes"]["params"]) => {
        lists.push(from);
        return [uri, ...files.keys()];
      },
    },
  });
  show(talk, text);
  const used = { textDocument: { uri }, position: positionOf(text, text.indexOf("Market")) };
  await until(async () => JSON.stringify(await talk.request("textDocument/definition", used)), /forms/);
  const places = await talk.request<{ uri: string }[]>("textDocument/references", {
    ...used,
    context: { includeDeclaration: true },
  });
  expect(places.map((place) => place.uri)).toEqual([uri, formUri, formUri, "file:///desk/deal/b%20c.note"]);
  const { changes } = await talk.request<{ changes: object }>("textDocument/rename", {
    ...used,
    newName: "Bid",
  });
  expect(Object.keys(changes)).toEqual([uri, formUri, "file:///desk/deal/b%20c.note"]);
  expect(lists).toEqual([uri, uri]);
});
