import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import { example } from "../support/analyse.ts";
import { positionOf } from "../support/carets.ts";
import { type Conversation, converseWith } from "../support/conversation.ts";

const uri = "file:///typed.note";
/** How long after each other keys are pressed, on the clock of the test. */
const keyMilliseconds = 130;
let open: Conversation | undefined;

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => {
  vi.useRealTimers();
  open?.stop();
});

async function begin(text: string): Promise<{ talk: Conversation; first: readonly Diagnostic[] }> {
  const talk = converseWith({});
  open = talk;
  await talk.request("initialize", { processId: null, rootUri: null, capabilities: {} });
  talk.notify("initialized", {});
  talk.notify("textDocument/didOpen", {
    textDocument: { uri, languageId: "note-terms", version: 0, text },
  });
  return { talk, first: (await published(talk, 0)).diagnostics };
}

const publishing = "textDocument/publishDiagnostics";
const published = (talk: Conversation, version: number): Promise<PublishDiagnosticsParams> =>
  talk.heard(publishing, (found) => found.version === version);
const errors = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
  found.filter(({ severity }) => severity === 1);

interface Typed {
  /** In how many of the pauses between two keys an error stood. */
  readonly withError: number;
  readonly keys: number;
  readonly last: readonly Diagnostic[];
  readonly seen: readonly string[];
}

/** Types a text key by key into an empty document, as a client tells it, and leaves it with the caret at its end. */
async function typed(talk: Conversation, text: string): Promise<Typed> {
  let withError = 0;
  let last: readonly Diagnostic[] = [];
  const seen: string[] = [];
  let newest = 0;
  const hear = async (): Promise<void> => {
    while (talk.unheard(publishing).length > 0) {
      const { diagnostics, version = 0 } = await talk.heard<PublishDiagnosticsParams>(publishing);
      last = diagnostics;
      newest = version;
    }
  };
  for (let at = 0; at < text.length; at++) {
    const version = at + 1;
    const start = positionOf(text, at);
    talk.notify("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end: start }, text: text[at] }],
    });
    talk.notify("notewright/caret", { uri, line: positionOf(text, version).line });
    while (newest < version) {
      await talk.request("notewright/ping", {});
      await hear();
    }
    vi.advanceTimersByTime(keyMilliseconds);
    await talk.request("notewright/ping", {});
    await hear();
    const [wrong] = errors(last);
    if (wrong) {
      withError++;
      seen.push(
        `${text.slice(0, version).split("\n").at(-1)}: ${wrong.code} on line ${wrong.range.start.line}`,
      );
    }
  }
  talk.notify("notewright/caret", { uri: null, line: 0 });
  await talk.request("notewright/ping", {});
  await hear();
  return { withError, keys: text.length, last, seen };
}

test("while the Power Up note is typed an error hardly ever stands, and at its end all is as on opening", async () => {
  const text = example("power-up-note");
  const opened = await begin(text);
  opened.talk.stop();
  const { talk } = await begin("");
  talk.notify("notewright/caret", { uri, line: 0 });
  const { withError, keys, last, seen } = await typed(talk, text);
  expect(withError / keys, seen.join("\n")).toBeLessThan(0.05);
  expect(last).toEqual(opened.first);
}, 120_000);

const sheet = example("power-up-note");
const lineOf = (words: string): number => positionOf(sheet, sheet.indexOf(words)).line;

/** The codes of the errors that stand after a line of the sheet has got other words while the caret is on it. */
async function retyped(words: string, other: string) {
  const { talk } = await begin(sheet);
  const at = sheet.indexOf(words);
  talk.notify("notewright/caret", { uri, line: lineOf(words) });
  const range = { start: positionOf(sheet, at), end: positionOf(sheet, at + words.length) };
  talk.notify("textDocument/didChange", {
    textDocument: { uri, version: 1 },
    contentChanges: [{ range, text: other }],
  });
  return { talk, found: errors((await published(talk, 1)).diagnostics).map(({ code }) => code) };
}

test("a value that is not finished waits, and comes when the line is left", async () => {
  const { talk, found } = await retyped("matures    2019-08-01", "matu");
  expect(found).toEqual([]);
  vi.advanceTimersByTime(60_000);
  await talk.request("notewright/ping", {});
  expect(talk.unheard(publishing)).toEqual([]);
  talk.notify("notewright/caret", { uri, line: lineOf("holder") });
  const left = errors((await published(talk, 1)).diagnostics).map(({ code }) => code);
  expect(left).toEqual(expect.arrayContaining(["clause-unknown", "clause-missing"]));
});

test("saving brings what waits", async () => {
  const { talk, found } = await retyped("2019-08-01", "2019-");
  expect(found).toEqual([]);
  talk.notify("textDocument/didSave", { textDocument: { uri } });
  expect(errors((await published(talk, 1)).diagnostics)).toHaveLength(1);
});

test("a word that begins no name is shown at once", async () => {
  const { found } = await retyped("registration rights", "registrationn rights");
  expect(found).toEqual(["clause-unknown"]);
});
