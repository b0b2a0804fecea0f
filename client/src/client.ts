// What both hosts share: which documents the server is asked about, and the settings it is told.
import { workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";

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
    initializationOptions: currentSettings(),
    synchronize: { configurationSection: section },
    markdown: { supportHtml: false },
  };
}

/** Holds the one client of this window, so that a reload of the extension stops what it started. */
export class Session {
  #client: BaseLanguageClient | undefined;

  async start(client: BaseLanguageClient): Promise<void> {
    await this.stop();
    this.#client = client;
    await client.start();
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.dispose();
  }
}
