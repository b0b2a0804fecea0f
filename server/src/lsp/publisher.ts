import { type Diagnostic, DiagnosticSeverity, PublishDiagnosticsNotification } from "vscode-languageserver";
import type { Analysis } from "../document/analysis.ts";
import { type Position, textIn } from "../document/place.ts";
import {
  type Around,
  aroundCaret,
  blocksOf,
  mayGoOn,
  shownBesideCaret,
  type Writing,
  waitingForLeave,
} from "../features/quiet.ts";
import type { Guard } from "./guard.ts";
import { type ClientMessages, caretFrom } from "./messages.ts";
import { params } from "./params.ts";

const caretMessage: keyof ClientMessages = "notewright/caret";

/** Publishes what is found in documents, each finding when it disturbs no one. */
export interface Publisher {
  /** Publishes for a version of a document; all of it `atOnce`, or what may be shown now and the rest later. */
  readonly publish: (
    uri: string,
    version: number,
    found: readonly Diagnostic[],
    atOnce: boolean,
    analysis: Analysis,
  ) => void;
  /** Says of a version of a document that it could not be analysed; what was found before stays as far as it fits. */
  readonly publishFailure: (uri: string, version: number, end: Position) => void;
  /** Takes away all that was published for a document that is closed. */
  readonly close: (uri: string) => void;
}

interface Published {
  readonly version: number;
  readonly found: readonly Diagnostic[];
  readonly shown: readonly Diagnostic[];
  readonly around: Around | undefined;
  /** Ends the wait for what comes after a rest; undefined where nothing does. */
  readonly waiting: ReturnType<typeof setTimeout> | undefined;
}

/**
 * `wait` is how many milliseconds a finding may be held back; 0 for never. `moved` is called with a document in which
 * the caret is on another line: it is to be published again once the messages that arrived together have been taken,
 * for a key moves the caret and changes the text.
 */
export function publisher(guard: Guard, wait: () => number, moved: (uri: string) => void): Publisher {
  const documents = new Map<string, Published>();
  let caret: ClientMessages["notewright/caret"] = { uri: null, line: 0 };

  guard.notification(caretMessage, params.anything, (given) => {
    const before = caret;
    caret = caretFrom(given);
    if (before.uri === caret.uri && before.line === caret.line) return;
    for (const uri of new Set([before.uri, caret.uri])) if (uri !== null && documents.has(uri)) moved(uri);
  });

  return {
    publish: (uri, version, found, atOnce, analysis) => {
      const before = documents.get(uri);
      clearTimeout(before?.waiting);
      const around = aroundCaret(blocksOf(analysis), lineIn(uri), atOnce ? undefined : before?.around);
      const earlier = atOnce || wait() <= 0 ? found : (before?.shown ?? found);
      const writing = writingIn(uri, around, analysis);
      const { now, held } = shownBesideCaret(found, earlier, writing);
      const stays = writing ? waitingForLeave(held, writing) : [];
      const afterRest = (): void => {
        const shown = found.filter((one) => !stays.includes(one));
        documents.set(uri, { version, found, shown, around, waiting: undefined });
        send(uri, version, shown);
      };
      const later = (): void => void guard.run("Publishing", afterRest);
      const waiting = held.length > stays.length ? setTimeout(later, wait()) : undefined;
      documents.set(uri, { version, found, shown: now, around, waiting });
      if (before?.version !== version || !isEqual(before.shown, now)) send(uri, version, now);
    },
    publishFailure: (uri, version, end) => {
      const before = documents.get(uri);
      clearTimeout(before?.waiting);
      const fitting = (before?.found ?? []).filter(({ range }) => !isBehind(range.end, end));
      documents.set(uri, {
        version,
        found: fitting,
        shown: fitting,
        around: undefined,
        waiting: undefined,
      });
      send(uri, version, [failure, ...fitting]);
    },
    close: (uri) => {
      clearTimeout(documents.get(uri)?.waiting);
      documents.delete(uri);
      guard.send(PublishDiagnosticsNotification.method, { uri, diagnostics: [] });
    },
  };

  function lineIn(uri: string): number | undefined {
    return caret.uri === uri ? caret.line : undefined;
  }

  function writingIn(uri: string, around: Around, analysis: Analysis): Writing | undefined {
    const line = lineIn(uri);
    if (line === undefined) return undefined;
    const begun = around.chain.filter(({ fresh }) => fresh).map(({ block }) => block);
    return { line, begun, mayGoOn: ({ code, range }) => mayGoOn(code, textIn(analysis, range)) };
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

function isEqual(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

function isBehind(position: Position, end: Position): boolean {
  return position.line > end.line || (position.line === end.line && position.character > end.character);
}
