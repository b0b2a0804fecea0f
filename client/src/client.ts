// What both hosts share: which documents the server serves, the settings that it starts with, and the watch over it.
import { Disposable, type Uri, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { showOpen } from "./blanks.ts";
import { offerComparison } from "./compare.ts";
import { offerExport, type WriteOffice } from "./export.ts";
import { answerFiles } from "./files.ts";
import { showMemos } from "./memo.ts";
import { helpBegin } from "./new-note.ts";
import { showNotes } from "./notes-view.ts";
import { servePages } from "./pages.ts";
import { offerPapers, type ReadPaperText } from "./papers.ts";
import { pasteRows } from "./paste.ts";
import type { RealPlace } from "./read.ts";
import { sendState } from "./state.ts";
import { offerTasks } from "./tasks.ts";
import { guideTour } from "./tour.ts";
import { type Kill, watchOver } from "./watch.ts";

export const clientId = "notewright";
export const clientName = "Notewright";

/** The section of the user's settings that the server knows. */
const section = "notewright";

/** The user's settings as plain data, whatever they hold: the server judges them. */
function currentSettings(): object {
  return JSON.parse(JSON.stringify(workspace.getConfiguration().get(section) ?? {}));
}

/**
 * Documents are chosen by language alone: under a web host or a remote one their URIs are not of
 * the `file:` scheme, and a sheet that was never saved has no file at all.
 */
function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: [{ language: "note-terms" }],
    initializationOptions: { ...currentSettings(), files: true, commands: true },
    synchronize: {
      configurationSection: section,
      fileEvents: workspace.createFileSystemWatcher("**/*.{note,csv,tsv,txt}"),
    },
    markdown: { supportHtml: false, isTrusted: { enabledCommands: ["notewright.memo"] } },
  };
}

/** What a host does in a way of its own. */
export interface Host {
  /** Where the extension lies. */
  readonly extension: Uri;
  readonly create: (options: LanguageClientOptions) => BaseLanguageClient;
  readonly kill: Kill;
  /** Writes a document with the libraries for it, which are loaded then. */
  readonly write: WriteOffice;
  readonly paperText: ReadPaperText;
  /** Follows links, in a host that can. */
  readonly realPlace?: RealPlace;
}

/** Holds the one client of this window, so that a reload of the extension stops what it started. */
export class Session {
  #client: BaseLanguageClient | undefined;
  #serving: Disposable | undefined;

  async start({ extension, create, kill, write, paperText, realPlace }: Host): Promise<void> {
    await this.stop();
    const { middleware, errorHandler, begin } = watchOver(kill);
    const client = create({ ...clientOptions(), middleware, errorHandler });
    this.#client = client;
    this.#serving = Disposable.from(
      begin(client),
      sendState(client),
      answerFiles(client, realPlace),
      offerExport(client, write),
      showMemos(client, extension),
      showNotes(client),
      offerComparison(client, extension),
      showOpen(),
      offerTasks(),
      helpBegin(client),
      pasteRows(client),
      servePages(extension),
      guideTour(extension),
      offerPapers(client, paperText),
    );
    await client.start();
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#serving?.dispose();
    this.#serving = undefined;
    await client?.dispose();
  }
}
