import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  InitializedNotification,
  type InitializeError,
  type InitializeParams,
  type InitializeResult,
  InlayHintRefreshRequest,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { analyse } from "../document/analysis.ts";
import { type FileContent, maxFileBytes } from "../document/files.ts";
import { diagnostics } from "../features/diagnostics.ts";
import type { Ground } from "../render/chart.ts";
import { openDocuments } from "./documents.ts";
import type { Feature } from "./feature.ts";
import { features } from "./features.ts";
import { type Guard, guard, parsedWith } from "./guard.ts";
import {
  addressesFrom,
  type ClientMessages,
  contentFrom,
  groundFrom,
  hasCommands,
  readsFiles,
  type ServerRequests,
} from "./messages.ts";
import { params } from "./params.ts";
import { publisher } from "./publisher.ts";
import { settingsStore } from "./settings.ts";
import { afterBurst } from "./turns.ts";

/** Reads a file where the client does not: for a document, in one of the workspace's folders, all by their addresses. */
export type ReadFromDisk = (uri: string, from: string, folders: readonly string[]) => FileContent;

/** What a server is made of. */
export interface Parts {
  /** Where there is a disk. */
  readonly disk?: ReadFromDisk;
  readonly analyse?: typeof analyse;
  readonly features?: readonly Feature[];
}

const picturesMessage: keyof ClientMessages = "notewright/pictures";
const readFile: keyof ServerRequests = "notewright/readFile";
const listNotes: keyof ServerRequests = "notewright/listNotes";

/** The files that documents may draw on, for editors that watch files on request. */
const watchers = [{ globPattern: "**/*.{note,csv,tsv,txt}" }];

/**
 * Answers an editor over a connection: keeps the open documents, and for each what is known of its newest version.
 * Files that they draw on come through the client, else from the disk where there is one. Returns the guard, for what
 * fails outside of every message.
 */
export function serve(connection: Connection, parts: Parts = {}): Guard {
  const guarded = guard(connection);
  const table = parts.features ?? features;
  let client: ClientAbilities = { reads: false, watches: false, folders: [], commands: false, refreshes: [] };
  let pictures: Ground | undefined;
  /** The documents about to be published, and why. */
  const waiting = new Map<string, Cause>();

  /** The version of each document that was published last. */
  const published = new Map<string, number>();

  const settings = settingsStore(guarded, () => {
    for (const { uri } of documents.all()) publishSoon(uri, "all");
  });
  const { publish, publishFailure, close } = publisher(guarded, settings.quiet, (uri) =>
    publishSoon(uri, "caret"),
  );
  const documents = openDocuments(
    guarded,
    {
      valuedOn: settings.valuedOn,
      settingsFor: settings.settingsFor,
      readFile: contentOf,
      analyse: parts.analyse ?? analyse,
    },
    {
      changed: (uri) => publishSoon(uri, "text"),
      saved: (uri) => publishSoon(uri, "all"),
      closed: (uri) => {
        published.delete(uri);
        close(uri);
      },
    },
  );

  connection.onInitialize((given): InitializeResult | ResponseError<InitializeError> => {
    const parsed = parsedWith(params.initialize, given);
    if ("wrong" in parsed)
      return new ResponseError(
        ErrorCodes.InvalidParams,
        `Invalid parameters of initialize: ${parsed.wrong}.`,
      );
    if (!guarded.begin())
      return new ResponseError(ErrorCodes.InvalidRequest, "The server is initialized already.");
    settings.begin(given.initializationOptions);
    client = abilitiesOf(given);
    return { capabilities: capabilitiesOf(table), serverInfo: { name: "Notewright" } };
  });
  connection.onShutdown(guarded.end);

  guarded.notification(InitializedNotification.method, params.anything, () => {
    settings.started();
    if (!client.watches) return;
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error) => guarded.failed("The registration for changes of files", error, "logged"));
  });
  guarded.notification(DidChangeWatchedFilesNotification.method, params.filesChanged, ({ changes }) => {
    for (const { uri } of changes) documents.fileChanged(uri);
  });
  guarded.notification(picturesMessage, params.anything, (given) => {
    pictures = groundFrom(given);
  });
  // A client that has an answer to this knows that the server is not stuck.
  guarded.request("notewright/ping", {
    title: "The answer to a ping",
    params: params.anything,
    empty: null,
    answer: () => null,
  });
  for (const { register } of table)
    register(guarded, {
      current: documents.current,
      latest: documents.latest,
      failing: documents.failing,
      pictures: () => pictures,
      shown: settings.shown,
      hasCommands: () => client.commands,
      nothingAt: (uri) => analyse("", settings.valuedOn(), undefined, settings.settingsFor(uri)),
      known: documents.searchable,
      list: notesAround,
      read: async (uri, from) => {
        const text = documents.textAt(uri);
        return text === undefined ? contentOf(uri, from) : { text };
      },
    });
  connection.listen();
  return guarded;

  async function contentOf(uri: string, from: string): Promise<FileContent> {
    if (!client.reads) return parts.disk?.(uri, from, client.folders) ?? { unusable: "unreadable" };
    const request: ServerRequests[typeof readFile]["params"] = { uri, from, maxBytes: maxFileBytes };
    return contentFrom(await connection.sendRequest(readFile, request));
  }

  /** A client that can't list them leaves it at the documents that are known. */
  async function notesAround(from: string, endings?: readonly string[]): Promise<readonly string[]> {
    if (!client.reads) return [];
    const request: ServerRequests[typeof listNotes]["params"] = { from, ...(endings ? { endings } : {}) };
    return addressesFrom(await connection.sendRequest<unknown>(listNotes, request).catch(() => []));
  }

  /** What is shown between the lines has changed though the text has not: the client asks for it again. */
  function refresh(): void {
    for (const method of client.refreshes) void connection.sendRequest(method).catch(() => undefined);
  }

  /** Several changes that arrive together are answered once, for the newest text. */
  function publishSoon(uri: string, cause: Cause): void {
    const before = waiting.get(uri);
    waiting.set(uri, causes[Math.max(causes.indexOf(cause), before ? causes.indexOf(before) : 0)] ?? cause);
    if (before) return;
    afterBurst(guarded.messages, () => {
      const why = waiting.get(uri) ?? cause;
      waiting.delete(uri);
      guarded.run("Publishing", () => publishNow(uri, why));
    });
  }

  function publishNow(uri: string, cause: Cause): void {
    const document = documents.get(uri);
    if (!document) return;
    const { version } = document;
    const analysis = documents.current(uri);
    const found =
      analysis && guarded.run(`The findings in ${uri}`, () => diagnostics(analysis, uri), "logged");
    if (cause !== "caret" && published.get(uri) === version) refresh();
    published.set(uri, version);
    if (analysis && found) publish(uri, version, found, cause === "all", analysis);
    else publishFailure(uri, version, document.positionAt(document.getText().length));
  }
}

/** Why a document is published: the caret has moved; its text or what it rests on has changed; all is to be shown. */
const causes = ["caret", "text", "all"] as const;
type Cause = (typeof causes)[number];

interface ClientAbilities {
  /** Whether the client reads files for the server, and says when one changes. */
  readonly reads: boolean;
  /** Whether it watches files when the server registers for that. */
  readonly watches: boolean;
  /** The addresses of the workspace's folders. */
  readonly folders: readonly string[];
  /** Whether it has the commands that answers name. */
  readonly commands: boolean;
  /** The requests by which it asks again for what is shown between the lines. */
  readonly refreshes: readonly string[];
}

function abilitiesOf({
  initializationOptions,
  workspaceFolders,
  rootUri,
  capabilities,
}: InitializeParams): ClientAbilities {
  const reads = readsFiles(initializationOptions);
  return {
    reads,
    watches: !reads && capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []),
    commands: hasCommands(initializationOptions),
    refreshes: [
      ...(capabilities.workspace?.codeLens?.refreshSupport === true ? [CodeLensRefreshRequest.method] : []),
      ...(capabilities.workspace?.inlayHint?.refreshSupport === true ? [InlayHintRefreshRequest.method] : []),
    ],
  };
}

function capabilitiesOf(table: readonly Feature[]): ServerCapabilities {
  return Object.assign(
    { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true } },
    ...table.map(({ capability }) => capability),
  );
}
