// What both hosts share: which documents the server is asked about, and the settings it is told.
import { type Disposable, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { ClientOptions } from "../../server/src/lsp/protocol.ts";
import { answerFiles } from "./files.ts";
import type { RealPlace } from "./read.ts";

export const clientId = "notewright";
export const clientName = "Notewright";

/** The section of the user's settings that the server knows. */
const section = "notewright";

export interface Settings {
  readonly valuedOn: string;
}

export function currentSettings(): Settings {
  return { valuedOn: workspace.getConfiguration(section).get("valuedOn", "") };
}

/**
 * Documents are chosen by language alone: under a web host or a remote one their URIs are not of
 * the `file:` scheme, and a sheet that was never saved has no file at all.
 */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: [{ language: "note-terms" }],
    initializationOptions: { ...currentSettings(), files: true } satisfies Settings & ClientOptions,
    synchronize: {
      configurationSection: section,
      fileEvents: workspace.createFileSystemWatcher("**/*.{note,csv,tsv,txt}"),
    },
    markdown: { supportHtml: false },
  };
}

/** Holds the one client of this window, so that a reload of the extension stops what it started. */
export class Session {
  #client: BaseLanguageClient | undefined;
  #answering: Disposable | undefined;

  /** `realPlace` follows links, in a host that can. */
  async start(client: BaseLanguageClient, realPlace?: RealPlace): Promise<void> {
    await this.stop();
    this.#client = client;
    this.#answering = answerFiles(client, realPlace);
    await client.start();
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#answering?.dispose();
    this.#answering = undefined;
    await client?.dispose();
  }
}
