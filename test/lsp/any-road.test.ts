import { expect, test } from "vitest";
import { CancellationTokenSource } from "vscode-jsonrpc";
import { TextDocument } from "vscode-languageserver-textdocument";
import { analyse } from "../../server/src/document/analysis.ts";
import { typedSheets } from "../fuzz/corpus.ts";
import { paramsFor, requests } from "../fuzz/requests.ts";
import { type Conversation, converseWith } from "../support/conversation.ts";
import { random } from "../support/random.ts";

/** `EDITS=10000 npx vitest run test/lsp/any-road.test.ts` looks further. */
const edits = Number(process.env.EDITS ?? 600);
/** After so many edits all answers are compared. */
const between = 12;

const uri = "file:///sheet.note";

async function begun(): Promise<Conversation> {
  const talk = converseWith({});
  await talk.request("initialize", {
    capabilities: {},
    processId: null,
    initializationOptions: { settings: { quiet: 0 } },
  });
  talk.notify("initialized", {});
  return talk;
}

/** Numbers from 0 to below 1. */
function chanceOf(seed: number): () => number {
  const below = random(seed);
  return () => below(1_000_000) / 1_000_000;
}

interface Change {
  readonly range?: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

type Place = ReturnType<TextDocument["positionAt"]>;

const pieces = [
  "",
  " ",
  "\n",
  "\r\n",
  "\r",
  "}",
  "{",
  "[",
  "]",
  '"',
  "8%",
  "$1",
  "0",
  "of",
  "lowest of",
  "price",
  "// x",
  'note "M" {\n}\n',
];

/** One edit as an editor sends it: one range or several, each in the text as the one before leaves it. */
function editOf(
  document: TextDocument,
  draw: () => number,
): { readonly changes: Change[]; readonly after: TextDocument } {
  let after = document;
  const changes: Change[] = [];
  for (let count = 1 + Math.floor(draw() * 3); count > 0; count--) {
    const text = after.getText();
    const from = Math.floor(draw() * (text.length + 1));
    const to = Math.min(text.length, from + Math.floor(draw() ** 4 * 40));
    const other = Math.floor(draw() * text.length);
    const words =
      draw() < 0.3 ? text.slice(other, other + 30) : (pieces[Math.floor(draw() * pieces.length)] ?? "");
    const change = { range: { start: after.positionAt(from), end: after.positionAt(to) }, text: words };
    changes.push(change);
    after = TextDocument.create(
      uri,
      "note-terms",
      document.version + 1,
      TextDocument.applyEdits(after, [{ range: change.range, newText: words }]),
    );
  }
  return { changes, after };
}

/** What a server answers of the document, all requests at several places, and what it has found. */
async function answersOf(talk: Conversation, document: TextDocument, chance: number): Promise<string[]> {
  const analysis = analyse(document.getText(), undefined);
  const end = document.positionAt(document.getText().length);
  const asked = requests.filter(({ method }) => !/resolve$|executeCommand$/.test(method));
  const answers: string[] = [];
  for (const request of asked) {
    const offset = (chance * 7919) % (document.getText().length + 1);
    const params = paramsFor(request, document.positionAt(offset), { analysis, end, chance });
    const answer = await talk.request(request.method, params).catch((error: unknown) => String(error));
    // By which number a server calls an answer, so that its changes can be asked for, is its own.
    const said = JSON.stringify(answer)?.replace(/"resultId":"\d+"/g, "");
    answers.push(`${request.method}: ${said}`);
  }
  return answers;
}

/** What was found last in a version: files that it draws on may come after the text. */
const lastFound = async (talk: Conversation, version: number): Promise<string> => {
  const first = await talk.heard<Found>("textDocument/publishDiagnostics", (one) => one.version === version);
  const later = talk.unheard<Found>("textDocument/publishDiagnostics");
  return JSON.stringify((later.findLast((one) => one.version === version) ?? first).diagnostics);
};

interface Found {
  readonly version: number;
  readonly diagnostics: unknown;
}

test("what a server answers after random edits is what a fresh one answers", {
  timeout: 3_600_000,
}, async () => {
  const draw = chanceOf(20260101);
  for (let done = 0; done < edits; ) {
    const sheet = typedSheets[Math.floor(draw() * typedSheets.length)];
    if (!sheet) throw new Error("no sheet");
    const talk = await begun();
    let document = TextDocument.create(uri, "note-terms", 1, sheet.text);
    talk.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: "note-terms", version: 1, text: sheet.text },
    });
    const past = [document];
    for (let count = 0; count < between * 2; count++, done++) {
      const isUndo = draw() < 0.15 && past.length > 1;
      if (isUndo) past.pop();
      const before = past.at(-1) ?? document;
      const { changes, after } = isUndo
        ? { changes: [{ text: before.getText() }], after: before }
        : editOf(document, draw);
      document = TextDocument.create(uri, "note-terms", document.version + 1, after.getText());
      if (!isUndo) past.push(document);
      talk.notify("textDocument/didChange", {
        textDocument: { uri, version: document.version },
        contentChanges: changes,
      });
      if (count % between !== between - 1) continue;
      const fresh = await begun();
      fresh.notify("textDocument/didOpen", {
        textDocument: { uri, languageId: "note-terms", version: document.version, text: document.getText() },
      });
      const where = `${sheet.name}, ${done} edits, seed 20260101`;
      expect(await answersOf(talk, document, done), where).toEqual(await answersOf(fresh, document, done));
      expect(await lastFound(talk, document.version), where).toBe(await lastFound(fresh, document.version));
      fresh.stop();
    }
    talk.stop();
  }
});

test("nothing is left unanswered, whatever order requests, edits, cancellations, opens and closes come in", async () => {
  const draw = chanceOf(7);
  const talk = await begun();
  const addresses = ["file:///a.note", "file:///b.note", "untitled:c"];
  const texts = typedSheets.map(({ text }) => text);
  const open = new Map<string, number>();
  const waiting: Promise<unknown>[] = [];
  const analysis = analyse("", undefined);
  const around = { analysis, end: { line: 5, character: 0 }, chance: 1 };
  for (let step = 0; step < 1_500; step++) {
    const address = addresses[Math.floor(draw() * addresses.length)] ?? "";
    const kind = draw();
    const version = (open.get(address) ?? 0) + 1;
    if (kind < 0.1) {
      open.set(address, version);
      const text = texts[Math.floor(draw() * texts.length)] ?? "";
      talk.notify("textDocument/didOpen", {
        textDocument: { uri: address, languageId: "note-terms", version, text },
      });
    } else if (kind < 0.15) talk.notify("textDocument/didClose", { textDocument: { uri: address } });
    else if (kind < 0.4) {
      open.set(address, version);
      const start = { line: Math.floor(draw() * 40), character: Math.floor(draw() * 30) };
      const change = { range: { start, end: start }, text: pieces[Math.floor(draw() * pieces.length)] ?? "" };
      talk.notify("textDocument/didChange", {
        textDocument: { uri: address, version },
        contentChanges: [change],
      });
    } else {
      const request = requests[Math.floor(draw() * requests.length)];
      if (!request || /resolve$|executeCommand$/.test(request.method)) continue;
      const at = { line: Math.floor(draw() * 40), character: Math.floor(draw() * 20) };
      const params = paramsFor(request, at, around) as object | undefined;
      const source = new CancellationTokenSource();
      const given =
        params && "textDocument" in params ? { ...params, textDocument: { uri: address } } : params;
      waiting.push(talk.request(request.method, given, source.token).then(String, String));
      if (draw() < 0.3) source.cancel();
    }
  }
  expect(waiting.length).toBeGreaterThan(500);
  expect((await Promise.all(waiting)).length).toBe(waiting.length);
  expect(await talk.request("notewright/ping")).toBeNull();
  talk.stop();
});
