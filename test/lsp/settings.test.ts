import { afterEach, describe, expect, test } from "vitest";
import type { PublishDiagnosticsParams, ShowMessageParams } from "vscode-languageserver";
import { type Conversation, converse } from "../support/conversation.ts";
import { convertible } from "../support/sheets.ts";

const uri = "file:///deals/bridge/a.note";
const sheet = convertible(
  "80% of closing bid on prior trading day",
  "    ownership limit 4.99% after issuance",
);
const priceLine = sheet.split("\n").findIndex((line) => line.includes("    price"));
let open: Conversation | undefined;

afterEach(() => open?.stop());

async function begin(initializationOptions: object = {}): Promise<Conversation> {
  const talk = converse();
  open = talk;
  await talk.request("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    initializationOptions,
  });
  talk.notify("initialized", {});
  return talk;
}

const published = (
  talk: Conversation,
  fits: (params: PublishDiagnosticsParams) => boolean,
): Promise<PublishDiagnosticsParams> => talk.heard("textDocument/publishDiagnostics", fits);
const opening = (text = sheet, at = uri): object => ({
  textDocument: { uri: at, languageId: "note-terms", version: 1, text },
});
const configured = (talk: Conversation, notewright: object): void =>
  talk.notify("workspace/didChangeConfiguration", { settings: { notewright } });
const severityOf = ({ diagnostics }: PublishDiagnosticsParams, code: string): number | undefined =>
  diagnostics.find((one) => one.code === code)?.severity;
const has = (params: PublishDiagnosticsParams, code: string): boolean =>
  severityOf(params, code) !== undefined;

describe("severities", () => {
  test("come from the settings, and move with them", async () => {
    const talk = await begin({ rules: { "no-floor-price": "error" } });
    talk.notify("textDocument/didOpen", opening());
    expect(severityOf(await published(talk, () => true), "no-floor-price")).toBe(1);
    configured(talk, { rules: { "no-floor-price": "hint" } });
    expect(severityOf(await published(talk, () => true), "no-floor-price")).toBe(4);
    configured(talk, { rules: { "no-floor-price": "off" } });
    expect(has(await published(talk, () => true), "no-floor-price")).toBe(false);
    configured(talk, {});
    expect(severityOf(await published(talk, () => true), "no-floor-price")).toBe(2);
  });

  test("of the closest house policy go before the user's, as long as there is one", async () => {
    const talk = await begin({ rules: { "no-floor-price": "off" } });
    const policy = (at: string, text: string | null): void =>
      talk.notify("notewright/policy", { uri: at, text });
    talk.notify("textDocument/didOpen", opening());
    const next = () => published(talk, (params) => params.uri === uri);
    expect(has(await next(), "no-floor-price")).toBe(false);
    policy("file:///deals/notewright.json", '{ "rules": { "no-floor-price": "error" } }');
    expect(severityOf(await next(), "no-floor-price")).toBe(1);
    policy("file:///other/notewright.json", '{ "rules": { "no-floor-price": "hint" } }');
    expect(severityOf(await next(), "no-floor-price")).toBe(1);
    policy("file:///deals/bridge/notewright.json", '{ "rules": { "no-floor-price": "information" } }');
    expect(severityOf(await next(), "no-floor-price")).toBe(3);
    policy("file:///deals/bridge/notewright.json", null);
    expect(severityOf(await next(), "no-floor-price")).toBe(1);
    policy("file:///deals/notewright.json", null);
    expect(has(await next(), "no-floor-price")).toBe(false);
  });

  test("of a house policy further up bind in what no note may allow", async () => {
    const talk = await begin();
    const policy = (at: string, text: string): void => talk.notify("notewright/policy", { uri: at, text });
    talk.notify("textDocument/didOpen", opening());
    const next = () => published(talk, (params) => params.uri === uri);
    expect(severityOf(await next(), "no-floor-price")).toBe(2);
    policy(
      "file:///deals/notewright.json",
      '{ "rules": { "no-floor-price": "error" }, "neverAllow": ["no-floor-price"] }',
    );
    expect(severityOf(await next(), "no-floor-price")).toBe(1);
    policy(
      "file:///deals/bridge/notewright.json",
      '{ "rules": { "no-floor-price": "off", "left-open": "off" } }',
    );
    const found = await next();
    expect(severityOf(found, "no-floor-price")).toBe(1);
    expect(has(found, "left-open")).toBe(false);
  });

  test("of the house policy above all others hold for a sheet that has no folder yet", async () => {
    const talk = await begin();
    const untitled = "untitled:Untitled-1";
    talk.notify("notewright/policy", {
      uri: "file:///deals/notewright.json",
      text: '{ "rules": { "no-floor-price": "error" } }',
    });
    talk.notify("textDocument/didOpen", opening(sheet, untitled));
    const next = () => published(talk, (params) => params.uri === untitled);
    expect(severityOf(await next(), "no-floor-price")).toBe(1);
    talk.notify("notewright/policy", {
      uri: "file:///deals/bridge/notewright.json",
      text: '{ "rules": { "no-floor-price": "hint" } }',
    });
    expect(severityOf(await next(), "no-floor-price")).toBe(1);
    talk.notify("notewright/policy", { uri: "file:///other/notewright.json", text: "{}" });
    expect(severityOf(await next(), "no-floor-price")).toBe(2);
  });
});

test("what can't be followed in a house policy stands in its file, and goes when it is repaired", async () => {
  const talk = await begin();
  const file = "file:///deals/notewright.json";
  const about = () => published(talk, (params) => params.uri === file);
  talk.notify("notewright/policy", { uri: file, text: '{\n  "rules": { "no-flor-price": "error" }\n}' });
  const [problem, ...others] = (await about()).diagnostics;
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    severity: 1,
    source: "notewright",
    range: { start: { line: 1, character: 13 }, end: { line: 1, character: 28 } },
  });
  expect(problem?.message).toContain("Did you mean “no-floor-price”?");
  talk.notify("notewright/policy", { uri: file, text: "{}" });
  expect((await about()).diagnostics).toEqual([]);
  talk.notify("notewright/policy", { uri: file, text: "{ nonsense" });
  expect((await about()).diagnostics).toHaveLength(1);
  talk.notify("notewright/policy", { uri: file, text: null });
  expect((await about()).diagnostics).toEqual([]);
});

test("what can't be followed in the user's settings is said once, by the setting's name", async () => {
  const talk = await begin({ rules: { "no-flor-price": "off" } });
  const said = () => talk.heard<ShowMessageParams>("window/showMessage");
  expect(await said()).toMatchObject({
    type: 2,
    message: "Setting notewright.rules: There is no rule “no-flor-price”. Did you mean “no-floor-price”?",
  });
  configured(talk, { rules: { "no-flor-price": "off" } });
  configured(talk, { rules: { "no-flor-price": "off" }, quiet: "yes" });
  expect((await said()).message).toMatch(/^Setting notewright\.quiet: /);
});

test("messages that make no sense do no harm", async () => {
  const talk = await begin({ rules: 7, quiet: [] });
  for (const params of [null, 5, {}, { uri: 5, line: "x" }, { uri, text: 5 }, { uri: null, line: 2 }]) {
    talk.notify("notewright/caret", params);
    talk.notify("notewright/policy", params);
  }
  talk.notify("workspace/didChangeConfiguration", { settings: null });
  talk.notify("textDocument/didOpen", opening());
  expect(severityOf(await published(talk, (params) => params.version === 1), "no-floor-price")).toBe(2);
});

describe("quiet while a line is written", () => {
  const floored = sheet.replace("4.99% after issuance", "4.99% after issuance\n    floor $0.01");
  const floorLine = priceLine + 2;
  const edit = (talk: Conversation, version: number, text: string): void =>
    talk.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
  const caret = (talk: Conversation, line: number, at: string | null = uri): void =>
    talk.notify("notewright/caret", { uri: at, line });
  const of = (version: number) => (params: PublishDiagnosticsParams) => params.version === version;

  /** A sheet with a floor, from which the floor is taken while the caret stands in the line of the price. */
  async function withoutFloor(quiet: number, line: number | undefined): Promise<Conversation> {
    const talk = await begin({ quiet });
    talk.notify("textDocument/didOpen", opening(floored));
    expect(has(await published(talk, of(1)), "no-floor-price")).toBe(false);
    if (line !== undefined) caret(talk, line);
    edit(talk, 2, sheet);
    return talk;
  }

  test("a new finding waits until the caret leaves the line", async () => {
    const talk = await withoutFloor(60_000, priceLine);
    expect(has(await published(talk, of(2)), "no-floor-price")).toBe(false);
    caret(talk, priceLine);
    caret(talk, priceLine + 1);
    expect(has(await published(talk, of(2)), "no-floor-price")).toBe(true);
  });

  test("or until the caret goes to another document", async () => {
    const talk = await withoutFloor(60_000, priceLine);
    expect(has(await published(talk, of(2)), "no-floor-price")).toBe(false);
    caret(talk, 0, null);
    expect(has(await published(talk, of(2)), "no-floor-price")).toBe(true);
  });

  test("or until a while has passed", async () => {
    const talk = await withoutFloor(1, priceLine);
    expect(has(await published(talk, of(2)), "no-floor-price")).toBe(false);
    expect(has(await published(talk, of(2)), "no-floor-price")).toBe(true);
  });

  test("or until the document is saved", async () => {
    const talk = await withoutFloor(60_000, priceLine);
    expect(has(await published(talk, of(2)), "no-floor-price")).toBe(false);
    talk.notify("textDocument/didSave", { textDocument: { uri } });
    expect(has(await published(talk, of(2)), "no-floor-price")).toBe(true);
  });

  test("it does not wait on another line, without a caret, or where nothing shall wait", async () => {
    for (const [quiet, line] of [
      [60_000, floorLine],
      [60_000, undefined],
      [0, priceLine],
    ] as const) {
      const talk = await withoutFloor(quiet, line);
      expect(has(await published(talk, of(2)), "no-floor-price")).toBe(true);
      talk.stop();
    }
  });

  test("what was shown stays, and words that can't be read are shown at once", async () => {
    const talk = await begin({ quiet: 60_000 });
    talk.notify("textDocument/didOpen", opening());
    expect(has(await published(talk, of(1)), "no-floor-price")).toBe(true);
    caret(talk, priceLine);
    edit(talk, 2, sheet.replace("80%", "75%"));
    expect(has(await published(talk, of(2)), "no-floor-price")).toBe(true);
    edit(talk, 3, sheet.replace("80%", "75% eighty"));
    expect(has(await published(talk, of(3)), "value-wrong")).toBe(true);
  });
});
