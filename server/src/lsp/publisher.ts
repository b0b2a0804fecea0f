import type { Connection, Diagnostic } from "vscode-languageserver";
import { quietly } from "../features/quiet.ts";
import { caretFrom, type Told } from "./messages.ts";

const caretMessage: keyof Told = "notewright/caret";

/** Publishes what is found in documents, each finding when it disturbs no one. */
export interface Publisher {
  /** Publishes for a version of a document; all of it `atOnce`, or what may be shown now and the rest later. */
  readonly publish: (uri: string, version: number, found: readonly Diagnostic[], atOnce: boolean) => void;
  /** Takes away all that was published for a document that is closed. */
  readonly close: (uri: string) => void;
}

interface Published {
  readonly version: number;
  readonly found: readonly Diagnostic[];
  readonly shown: readonly Diagnostic[];
  /** Ends the wait for what is held back; undefined where nothing is. */
  readonly waiting: ReturnType<typeof setTimeout> | undefined;
}

/** `wait` is how many milliseconds a finding may be held back; 0 for never. */
export function publisher(connection: Connection, wait: () => number): Publisher {
  const documents = new Map<string, Published>();
  let caret: Told["notewright/caret"] = { uri: null, line: 0 };

  connection.onNotification(caretMessage, (params: unknown) => {
    const { uri, line } = caret;
    caret = caretFrom(params);
    if (uri !== null && (uri !== caret.uri || line !== caret.line)) release(uri);
  });

  return {
    publish: (uri, version, found, atOnce) => {
      const before = documents.get(uri);
      clearTimeout(before?.waiting);
      const line = !atOnce && wait() > 0 && caret.uri === uri ? caret.line : undefined;
      const { now, held } = quietly(found, before?.shown, line);
      const waiting = held.length > 0 ? setTimeout(() => release(uri), wait()) : undefined;
      documents.set(uri, { version, found, shown: now, waiting });
      send(uri, version, now);
    },
    close: (uri) => {
      clearTimeout(documents.get(uri)?.waiting);
      documents.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };

  /** Shows what was held back. */
  function release(uri: string): void {
    const before = documents.get(uri);
    if (!before?.waiting) return;
    clearTimeout(before.waiting);
    documents.set(uri, { ...before, shown: before.found, waiting: undefined });
    send(uri, before.version, before.found);
  }

  function send(uri: string, version: number, diagnostics: readonly Diagnostic[]): void {
    void connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
  }
}
