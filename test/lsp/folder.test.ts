import { afterEach, expect, test } from "vitest";
import type { DocumentDiagnosticReport, WorkspaceDiagnosticReport } from "vscode-languageserver";
import { analyse } from "../../server/src/document/analysis.ts";
import type { NoteRow } from "../../server/src/render/note-row.ts";
import { example } from "../support/analyse.ts";
import { type Conversation, converseWith } from "../support/conversation.ts";

const exchange = "file:///deals/exchange.note";
const powerUp = "file:///deals/power-up.note";
const files: Readonly<Record<string, string>> = {
  [exchange]: example("exchange-note"),
  [powerUp]: example("power-up-note"),
};
let open: Conversation | undefined;
afterEach(() => open?.stop());

async function begin(): Promise<Conversation> {
  const talk = converseWith(
    { analyse },
    {
      "notewright/listNotes": () => Object.keys(files),
      "notewright/readFile": ({ uri }: { readonly uri: string }) => ({ text: files[uri] ?? "" }),
    },
  );
  open = talk;
  await talk.request("initialize", {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions: { files: true },
  });
  talk.notify("initialized", {});
  return talk;
}

const from = "file:///deals/notes.note";

test("the notes of a folder at a glance, whether their sheets are open or not", async () => {
  const talk = await begin();
  const text = files[powerUp]?.replace("$130,000", "[ ]") ?? "";
  talk.notify("textDocument/didOpen", {
    textDocument: { uri: powerUp, languageId: "note-terms", version: 1, text },
  });
  const rows = await talk.request<NoteRow[]>("notewright/notes", { from });
  expect(
    rows.map(({ name, issuer, principal, due, blanks, line }) => [
      name,
      issuer,
      principal,
      due,
      blanks,
      line,
    ]),
  ).toEqual([
    ["Exchange Note", "Ascent Solar Technologies, Inc.", "$840,000.00", "December 6, 2018", 0, 1],
    ["Power Up Note", "Ascent Solar Technologies, Inc.", "[ ]", "August 1, 2019", 1, 0],
  ]);
  expect(rows[0]?.worst?.severity).toBe("warning");
  expect(rows[0]?.scenarios).toEqual([
    {
      name: "Paid in shares at maturity",
      line: 51,
      results: ["$0.001955", "481,227,621 shares", "32.49 %"],
    },
  ]);
});

test("findings can be asked for: of a sheet, and of all sheets of the folder", async () => {
  const talk = await begin();
  const text = files[exchange] ?? "";
  talk.notify("textDocument/didOpen", {
    textDocument: { uri: exchange, languageId: "note-terms", version: 1, text },
  });
  const textDocument = { uri: exchange };
  const one = await talk.request<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument });
  const codes = "items" in one ? one.items.map(({ code }) => code) : [];
  expect(codes).toContain("no-floor-price");
  const all = await talk.request<WorkspaceDiagnosticReport>("workspace/diagnostic", {
    previousResultIds: [],
  });
  expect(all.items.map(({ uri }) => uri).sort()).toEqual([exchange, powerUp]);
  const checked = await talk.request<{ uri: string; diagnostics: { code: string }[] }[]>(
    "notewright/checkAll",
    { from },
  );
  const other = checked.find(({ uri }) => uri === powerUp);
  expect(other?.diagnostics.map(({ code }) => code)).toContain("no-floor-price");
});
