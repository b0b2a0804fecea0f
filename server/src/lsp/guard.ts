import { getDotPath, safeParse } from "valibot";
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LogMessageNotification,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from "vscode-languageserver";
import type { Schema } from "./params.ts";

/** A refusal in the words of the protocol. */
export type Refusal = ResponseError<void>;

/** Where a failure is said: in the log alone, or to the author too. */
type Where = "logged" | "shown";

/** How a request is answered. */
export interface Answering<P, R> {
  readonly params: Schema<P>;
  /** What the author would call the answer, for the message that says that there is none. */
  readonly title: string;
  /** The answer where there is nothing to say. */
  readonly empty: R;
  /** Undefined is the empty answer. */
  readonly answer: (
    params: P,
    token: CancellationToken,
  ) => R | Refusal | undefined | Promise<R | Refusal | undefined>;
}

/**
 * The one place where messages come in and work begins. Malformed messages are refused as the protocol has it, and
 * nothing that fails behind this guard ends the process: it is logged, the author hears of it once, and the answer is
 * empty.
 */
export interface Guard {
  readonly request: <P, R>(method: string, answering: Answering<P, R>) => void;
  readonly notification: <P>(method: string, params: Schema<P>, take: (params: P) => void) => void;
  /** Runs work that no message waits for; undefined where it fails. */
  readonly run: <T>(title: string, work: () => T, where?: Where) => T | undefined;
  /** Sends the client a notification. A client that is gone is no failure. */
  readonly send: (method: string, params: object) => void;
  /** Says what failed: in the log, and once to the author. */
  readonly failed: (title: string, error: unknown, where: Where) => void;
  /** How many messages have come in: work that can wait does so while this number grows. */
  readonly messages: () => number;
  /** Lets messages in; false where that happened before. */
  readonly begin: () => boolean;
  /** Lets no message in any more. */
  readonly end: () => void;
}

type Phase = "starting" | "running" | "ended";

export function guard(connection: Connection): Guard {
  let phase: Phase = "starting";
  let messages = 0;
  const shownTitles = new Set<string>();

  /** Why a request can't be answered now; undefined where it can. */
  const untimely = (): Refusal | undefined => {
    if (phase === "starting")
      return new ResponseError(ErrorCodes.ServerNotInitialized, "The server is not initialized.");
    if (phase === "ended") return new ResponseError(ErrorCodes.InvalidRequest, "The server is shut down.");
    return undefined;
  };

  const send: Guard["send"] = (method, params) => {
    connection.sendNotification(method, params).catch(() => undefined);
  };

  const failed: Guard["failed"] = (title, error, where) => {
    send(LogMessageNotification.method, {
      type: MessageType.Error,
      message: `${title}: ${detailsOf(error)}`,
    });
    if (where === "logged" || shownTitles.has(title)) return;
    shownTitles.add(title);
    send(ShowMessageNotification.method, { type: MessageType.Info, message: failureMessage(title) });
  };

  const run: Guard["run"] = (title, work, where = "shown") => {
    try {
      return work();
    } catch (error) {
      failed(title, error, where);
      return undefined;
    }
  };

  const answered = async <P, R>(
    method: string,
    { params: schema, title, empty, answer }: Answering<P, R>,
    params: unknown,
    token: CancellationToken,
  ): Promise<R | Refusal> => {
    messages += 1;
    if (token.isCancellationRequested) return cancelled();
    const refusal = untimely();
    if (refusal) return refusal;
    const parsed = parsedWith(schema, params);
    if ("wrong" in parsed)
      return new ResponseError(ErrorCodes.InvalidParams, `Invalid parameters of ${method}: ${parsed.wrong}.`);
    try {
      const found = (await answer(parsed.params, token)) ?? empty;
      return token.isCancellationRequested ? cancelled() : found;
    } catch (error) {
      failed(title, error, "shown");
      return empty;
    }
  };

  connection.onRequest((method: string) => {
    messages += 1;
    return untimely() ?? new ResponseError(ErrorCodes.MethodNotFound, `There is no method ${method}.`);
  });

  return {
    request: (method, answering) => {
      // A request without parameters comes as its token alone.
      connection.onRequest<unknown, void>(method, (...given: unknown[]) =>
        answered(
          method,
          answering,
          given.length > 1 ? given[0] : undefined,
          given.at(-1) as CancellationToken,
        ),
      );
    },
    notification: (method, schema, take) => {
      connection.onNotification(method, (params: unknown) => {
        messages += 1;
        if (untimely()) return;
        const parsed = parsedWith(schema, params);
        if ("wrong" in parsed) failed(`Invalid parameters of ${method}`, parsed.wrong, "logged");
        else run(`The message ${method}`, () => take(parsed.params));
      });
    },
    run,
    send,
    failed,
    messages: () => messages,
    begin: () => {
      const isFirst = phase === "starting";
      if (isFirst) phase = "running";
      return isFirst;
    },
    end: () => {
      phase = "ended";
    },
  };
}

function cancelled(): Refusal {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
}

/** The parameters of a message, or what is wrong with them. */
export function parsedWith<P>(
  schema: Schema<P>,
  params: unknown,
): { readonly params: P } | { readonly wrong: string } {
  const result = safeParse(schema, params);
  if (result.success) return { params: result.output };
  const [issue] = result.issues;
  const path = getDotPath(issue);
  return { wrong: `${path === null ? "" : `${path}: `}${issue.message}` };
}

function failureMessage(title: string): string {
  return `${title} failed because of an error in Notewright. Your text is unchanged and everything else keeps working. Details are in the Output panel under “Notewright”.`;
}

function detailsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
