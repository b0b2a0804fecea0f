import { type Diagnostic, DiagnosticSeverity, PublishDiagnosticsNotification } from "vscode-languageserver";
import type { Position } from "../document/place.ts";
import { shownBesideCaret } from "../features/quiet.ts";
import type { Guard } from "./guard.ts";
import { type ClientMessages, caretFrom } from "./messages.ts";
import { params } from "./params.ts";

const caretMessage: keyof ClientMessages = "notewright/caret";

/** Publishes what is found in documents, each finding when it disturbs no one. */
export interface Publisher {
  /** Publishes for a version of a document; all of it `atOnce`, or what may be shown now and the rest later. */
  readonly publish: (uri: string, version: number, found: readonly Diagnostic[], atOnce: boolean) => void;
  /** Says of a version of a document that it could not be analysed; what was found before stays as far as it fits. */
  readonly publishFailure: (uri: string, version: number, end: Position) => void;
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
export function publisher(guard: Guard, wait: () => number): Publisher {
  const documents = new Map<string, Published>();
  let caret: ClientMessages["notewright/caret"] = { uri: null, line: 0 };

  guard.notification(caretMessage, params.anything, (given) => {
    const { uri, line } = caret;
    caret = caretFrom(given);
    if (uri !== null && (uri !== caret.uri || line !== caret.line)) release(uri);
  });

  return {
    publish: (uri, version, found, atOnce) => {
      const before = documents.get(uri);
      clearTimeout(before?.waiting);
      const line = !atOnce && wait() > 0 && caret.uri === uri ? caret.line : undefined;
      const { now, held } = shownBesideCaret(found, before?.shown, line);
      const later = (): void => void guard.run("Publishing", () => release(uri));
      const waiting = held.length > 0 ? setTimeout(later, wait()) : undefined;
      documents.set(uri, { version, found, shown: now, waiting });
      send(uri, version, now);
    },
    publishFailure: (uri, version, end) => {
      const before = documents.get(uri);
      clearTimeout(before?.waiting);
      const fitting = (before?.found ?? []).filter(({ range }) => !isBehind(range.end, end));
      documents.set(uri, { version, found: fitting, shown: fitting, waiting: undefined });
      send(uri, version, [failure, ...fitting]);
    },
    close: (uri) => {
      clearTimeout(documents.get(uri)?.waiting);
      documents.delete(uri);
      guard.send(PublishDiagnosticsNotification.method, { uri, diagnostics: [] });
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
    guard.send(PublishDiagnosticsNotification.method, { uri, version, diagnostics: [...diagnostics] });
  }
}

/** What stands at the top of a document that could not be analysed. */
const failure: Diagnostic = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: DiagnosticSeverity.Information,
  source: "notewright",
  code: "analysis-failed",
  message:
    "Notewright failed to read this text because of an error of its own, so the findings shown are those from before the last change. Your text is unchanged. It is read again with your next change; undoing the last one usually helps. Details are in the Output panel under “Notewright”.",
};

function isBehind(position: Position, end: Position): boolean {
  return position.line > end.line || (position.line === end.line && position.character > end.character);
}
