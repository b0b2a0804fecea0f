import { afterEach, describe, expect, test } from "vitest";
import {
  type Hover,
  HoverRequest,
  type LogMessageParams,
  type PublishDiagnosticsParams,
  type ShowMessageParams,
} from "vscode-languageserver";
import { analyse } from "../../server/src/document/analysis.ts";
import { features } from "../../server/src/lsp/features.ts";
import { params } from "../../server/src/lsp/params.ts";
import type { Parts } from "../../server/src/lsp/server.ts";
import { example } from "../support/analyse.ts";
import { positionOf } from "../support/carets.ts";
import { type Client, type Conversation, converse, converseWith } from "../support/conversation.ts";

const uri = "file:///exchange.note";
const sheet = example("exchange-note");
const open: Conversation[] = [];

afterEach(() => {
  for (const one of open.splice(0)) one.stop();
});

const initialize = { processId: null, rootUri: null, capabilities: {} };

function talking<C extends Conversation>(talk: C): C {
  open.push(talk);
  return talk;
}

async function begun<C extends Conversation>(talk: C, options: object = {}): Promise<C> {
  talking(talk);
  await talk.request("initialize", { ...initialize, ...options });
  talk.notify("initialized", {});
  return talk;
}

const opened = (text: string, at = uri, version = 1): object => ({
  textDocument: { uri: at, languageId: "note-terms", version, text },
});
const replaced = (text: string, version: number, at = uri): object => ({
  textDocument: { uri: at, version },
  contentChanges: [{ text }],
});
const at = (words: string): object => ({
  textDocument: { uri },
  position: positionOf(sheet, sheet.indexOf(words) + 1),
});
const published = (talk: Conversation, version: number, where = uri): Promise<PublishDiagnosticsParams> =>
  talk.heard("textDocument/publishDiagnostics", (found) => found.uri === where && found.version === version);
const codes = ({ diagnostics }: PublishDiagnosticsParams): string[] =>
  diagnostics.map(({ code }) => String(code));
const hoverOnPrice = (talk: Conversation): Promise<Hover | null> =>
  talk.request("textDocument/hover", at("price            lowest"));

describe("what fails ends nothing", () => {
  const mark = "/* this makes the analysis fail */";
  const failing: Parts = {
    analyse: (text, ...others) => {
      if (text.includes(mark)) throw new Error("an error on purpose");
      return analyse(text, ...others);
    },
  };

  test("an analysis that fails is said at the top, once in the log, and the findings before stay", async () => {
    const talk = await begun(converseWith(failing));
    talk.notify("textDocument/didOpen", opened(sheet));
    const before = await published(talk, 1);
    expect(codes(before)).toContain("no-floor-price");

    talk.notify("textDocument/didChange", replaced(`${sheet}\n${mark}\n`, 2));
    const failed = await published(talk, 2);
    expect(codes(failed)).toEqual(["analysis-failed", ...codes(before)]);
    expect(failed.diagnostics[0]).toMatchObject({
      severity: 3,
      range: { start: { line: 0, character: 0 } },
      message: expect.stringContaining("Your text is unchanged"),
    });
    const log = await talk.heard<LogMessageParams>("window/logMessage", ({ message }) =>
      message.startsWith(`The analysis of ${uri}:`),
    );
    expect(log.message).toContain("an error on purpose");

    // What reads answers from the text before; what edits the text does not.
    expect(await hoverOnPrice(talk)).not.toBeNull();
    expect(await talk.request("textDocument/formatting", { textDocument: { uri }, options: {} })).toEqual([]);
    await expect(talk.request("textDocument/rename", { ...at("price"), newName: "x" })).resolves.toBeNull();
    expect(
      talk
        .unheard<LogMessageParams>("window/logMessage")
        .filter(({ message }) => message.includes(`of ${uri}`)),
    ).toEqual([]);

    talk.notify("textDocument/didChange", replaced(sheet, 3));
    expect(codes(await published(talk, 3))).toEqual(codes(before));
  });

  test("findings that no longer fit into the text are left out", async () => {
    const talk = await begun(converseWith(failing));
    talk.notify("textDocument/didOpen", opened(sheet));
    await published(talk, 1);
    talk.notify("textDocument/didChange", replaced(mark, 2));
    const { diagnostics } = await published(talk, 2);
    expect(diagnostics.map(({ range }) => range.end.line)).toEqual(diagnostics.map(() => 0));
  });

  test("a document that fails from the start leaves the others alone, and is renamed nowhere", async () => {
    const talk = await begun(converseWith(failing));
    talk.notify("textDocument/didOpen", opened(`${sheet}\n${mark} "Exchange Note"`, "file:///bad.note"));
    talk.notify("textDocument/didOpen", opened(sheet));
    expect(codes(await published(talk, 1, "file:///bad.note"))).toEqual(["analysis-failed"]);
    expect(codes(await published(talk, 1))).toContain("no-floor-price");
    expect(await hoverOnPrice(talk)).not.toBeNull();
    const name = /note "([^"]+)"/.exec(sheet)?.[1] ?? "";
    await expect(
      talk.request("textDocument/rename", { ...at(name), newName: "Other" }),
    ).rejects.toMatchObject({ code: -32803, message: expect.stringContaining("bad.note could not be read") });
  });

  test("an analysis that fails on top of an earlier one is made anew", async () => {
    const talk = await begun(
      converseWith({
        analyse: (text, day, earlier, ...others) => {
          if (earlier) throw new Error("an error on purpose");
          return analyse(text, day, undefined, ...others);
        },
      }),
    );
    talk.notify("textDocument/didOpen", opened(sheet));
    const first = await published(talk, 1);
    talk.notify("textDocument/didChange", replaced(`${sheet}\n`, 2));
    expect((await published(talk, 2)).diagnostics).toEqual(first.diagnostics);
  });

  test("a feature that fails answers emptily and is said once", async () => {
    const broken = features.map((one) =>
      "hoverProvider" in one.capability
        ? {
            ...one,
            register: (guard: Parameters<typeof one.register>[0]) =>
              guard.request(HoverRequest.method, {
                title: "The hover",
                params: params.anything,
                empty: null,
                answer: () => {
                  throw new Error("an error on purpose");
                },
              }),
          }
        : one,
    );
    const talk = await begun(converseWith({ features: broken }));
    talk.notify("textDocument/didOpen", opened(sheet));
    await published(talk, 1);
    expect(await hoverOnPrice(talk)).toBeNull();
    expect(await hoverOnPrice(talk)).toBeNull();
    expect(await talk.request("textDocument/documentSymbol", { textDocument: { uri } })).not.toEqual([]);
    const shown = talk.unheard<ShowMessageParams>("window/showMessage");
    expect(shown).toEqual([{ type: 3, message: expect.stringMatching(/^The hover failed/) }]);
    expect(talk.unheard<LogMessageParams>("window/logMessage")).toHaveLength(2);
  });

  test("a client that refuses what it is asked for ends nothing", async () => {
    const refusing: Client = {
      "client/registerCapability": () => Promise.reject(new Error("no")),
    };
    const talk = await begun(converse(refusing), {
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    talk.notify("textDocument/didOpen", opened(sheet));
    expect(codes(await published(talk, 1))).toContain("no-floor-price");
  });
});

describe("malformed messages are refused", () => {
  test("before initialize nothing is answered", async () => {
    const talk = talking(converse());
    await expect(hoverOnPrice(talk)).rejects.toMatchObject({ code: -32002 });
    await expect(talk.request("no/such/method", {})).rejects.toMatchObject({ code: -32002 });
    talk.notify("textDocument/didOpen", opened(sheet));
    await expect(
      talk.request("initialize", { capabilities: {}, workspaceFolders: [5] }),
    ).rejects.toMatchObject({ code: -32602, message: expect.stringContaining("workspaceFolders.0") });
    await talk.request("initialize", initialize);
    await expect(talk.request("initialize", initialize)).rejects.toMatchObject({ code: -32600 });
    expect(await hoverOnPrice(talk)).toBeNull();
  });

  test("documents without a text or with a number for an address are no documents", async () => {
    const talk = await begun(converse());
    const bad: [string, unknown][] = [
      [
        "textDocument/didOpen",
        { textDocument: { uri: 5, languageId: "note-terms", version: 1, text: sheet } },
      ],
      ["textDocument/didOpen", { textDocument: { uri, languageId: "note-terms", version: 1 } }],
      ["textDocument/didOpen", { textDocument: { uri, languageId: "note-terms", version: 1, text: 7 } }],
      ["textDocument/didOpen", undefined],
      ["textDocument/didOpen", []],
      ["textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text: null }] }],
      ["textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: "all" }],
      ["textDocument/didChange", { textDocument: { uri } }],
      ["textDocument/didClose", {}],
      ["textDocument/didSave", { textDocument: null }],
      ["workspace/didChangeConfiguration", { settings: 5 }],
      ["workspace/didChangeConfiguration", undefined],
      ["workspace/didChangeWatchedFiles", { changes: [{ uri: 5 }] }],
      ["workspace/didChangeWatchedFiles", { changes: 5 }],
      ["notewright/caret", 5],
      ["notewright/policy", { uri: {}, text: 5 }],
      ["notewright/pictures", [[]]],
      ["$/cancelRequest", {}],
      ["no/such/notification", { a: 1 }],
    ];
    for (const [method, given] of bad) talk.notify(method, given);
    talk.notify("textDocument/didOpen", opened(sheet));
    expect(codes(await published(talk, 1))).toContain("no-floor-price");
    expect(talk.unheard("textDocument/publishDiagnostics")).toEqual([]);
  });

  test.each<[string, unknown]>([
    ["textDocument/hover", undefined],
    ["textDocument/hover", null],
    ["textDocument/hover", {}],
    ["textDocument/hover", [1, 2, 3]],
    ["textDocument/hover", { textDocument: { uri: 5 }, position: { line: 0, character: 0 } }],
    ["textDocument/hover", { textDocument: { uri }, position: { line: "0", character: 0 } }],
    ["textDocument/hover", { textDocument: { uri }, position: { line: 0.5, character: 0 } }],
    ["textDocument/hover", { textDocument: { uri }, position: { line: -1, character: 0 } }],
    ["textDocument/completion", { textDocument: { uri } }],
    ["textDocument/codeAction", { textDocument: { uri }, range: { start: { line: 0, character: 0 } } }],
    ["textDocument/formatting", {}],
    ["textDocument/rangeFormatting", { textDocument: { uri }, range: 5 }],
    ["textDocument/rename", { textDocument: { uri }, position: { line: 0, character: 0 }, newName: 5 }],
    ["textDocument/references", { textDocument: { uri }, position: { line: 0, character: 0 } }],
    ["textDocument/semanticTokens/full", { textDocument: uri }],
  ])("%s with %j", async (method, given) => {
    const talk = await begun(converseWith({}));
    talk.notify("textDocument/didOpen", opened(sheet));
    await expect(talk.request(method, given)).rejects.toMatchObject({ code: -32602 });
    expect(await hoverOnPrice(talk)).not.toBeNull();
  });

  test("after shutdown nothing but exit is taken", async () => {
    const talk = await begun(converse());
    await talk.request("shutdown");
    await expect(hoverOnPrice(talk)).rejects.toMatchObject({ code: -32600 });
    talk.notify("exit");
    expect(await talk.ended).toBe(0);
  });

  test("every feature says what it can do and takes its own parameters", () => {
    const capabilities = features.flatMap(({ capability }) => Object.keys(capability));
    expect(new Set(capabilities).size).toBe(capabilities.length);
    expect(capabilities).toEqual(expect.arrayContaining(["hoverProvider", "renameProvider"]));
  });
});

describe("what arrives together is answered once", () => {
  const change = (version: number): object => ({
    method: "textDocument/didChange",
    params: {
      textDocument: { uri, version },
      contentChanges: [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "\n" },
      ],
    },
  });
  const versions = (first: number, count: number): number[] =>
    Array.from({ length: count }, (_, index) => first + index);

  test("fifty changes in one write make one publication or two", async () => {
    const talk = await begun(converse());
    talk.notify("textDocument/didOpen", opened(sheet));
    await published(talk, 1);
    talk.burst(versions(2, 50).map(change));
    const last = await published(talk, 51);
    expect(talk.unheard("textDocument/publishDiagnostics").length).toBeLessThanOrEqual(1);
    expect(last.diagnostics.find(({ code }) => code === "no-floor-price")?.range.start.line).toBeGreaterThan(
      50,
    );
  });

  test("three thousand changes with questions between them make a handful", async () => {
    let analyses = 0;
    const talk = await begun(
      converseWith({
        analyse: (...given) => {
          analyses += 1;
          return analyse(...given);
        },
      }),
    );
    talk.notify("textDocument/didOpen", opened(sheet));
    await published(talk, 1);
    const caret = { method: "notewright/caret", params: { uri, line: 3 } };
    talk.burst(versions(2, 3_000).flatMap((version) => [change(version), caret]));
    await published(talk, 3_001);
    expect(talk.unheard("textDocument/publishDiagnostics").length).toBeLessThan(10);
    expect(analyses).toBeLessThan(12);
  });

  test("a request that is cancelled before its turn costs no work", async () => {
    let hovers = 0;
    const counting = features.map((one) => ({
      ...one,
      register: (...[guard, sources]: Parameters<typeof one.register>) =>
        one.register(guard, {
          ...sources,
          latest: (at) => {
            hovers += 1;
            return sources.latest(at);
          },
        }),
    }));
    const talk = await begun(converseWith({ features: counting }));
    talk.notify("textDocument/didOpen", opened(sheet));
    await published(talk, 1);
    const ids = versions(1_000, 200);
    talk.burst([
      ...ids.map((id) => ({ id, method: "textDocument/hover", params: at("price            lowest") })),
      ...ids.slice(0, -1).map((id) => ({ method: "$/cancelRequest", params: { id } })),
    ]);
    expect(await hoverOnPrice(talk)).not.toBeNull();
    expect(hovers).toBe(2);
  });
});
