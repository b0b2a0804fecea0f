// Puts the watch over the server into the editor: what goes out and comes back passes it, and what it says is shown.
import {
  commands,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  Range,
  Uri,
  window,
  workspace,
} from "vscode";
import {
  type BaseLanguageClient,
  type CancellationToken,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type MessageSignature,
  type Middleware,
  State,
} from "vscode-languageclient";
import { isDraft } from "./drafts.ts";
import { ownPage, withOwnPage } from "./pages.ts";
import { lookMilliseconds, messages, Supervisor } from "./supervisor.ts";

/** Ends the server of a client at once, so that its connection closes. */
export type Kill = (client: BaseLanguageClient) => void;

/** What a client is made with so that the watch sees its messages; `begin` is for when it is made. */
export interface Watch {
  readonly middleware: Middleware;
  readonly errorHandler: ErrorHandler;
  readonly begin: (client: BaseLanguageClient) => Disposable;
}

const restartCommand = "notewright.restartServer";

export function watchOver(kill: Kill): Watch {
  let client: BaseLanguageClient | undefined;
  const findings = languages.createDiagnosticCollection("notewright-server");
  const supervisor = new Supervisor({
    ping: async () => client?.sendRequest("notewright/ping", {}),
    kill: () => client && kill(client),
    setAside: (uri) => {
      const document = Uri.parse(uri, true);
      const finding = new Diagnostic(new Range(0, 0, 0, 0), messages.setAside, DiagnosticSeverity.Warning);
      finding.source = "notewright";
      findings.set(document, [finding]);
      client?.diagnostics?.delete(document);
    },
    bringBack: (uri) => {
      findings.delete(Uri.parse(uri, true));
      const document = workspace.textDocuments.find((one) => addressOf(one.uri) === uri);
      if (!document || client?.state !== State.Running) return;
      const params = client.code2ProtocolConverter.asOpenTextDocumentParams(document);
      client.sendNotification("textDocument/didOpen", params).catch(() => undefined);
    },
    say: (message) => {
      client?.warn(message);
      void window.showInformationMessage(message);
    },
  });
  const addressOf = (uri: Uri): string => client?.code2ProtocolConverter.asUri(uri) ?? uri.toString();

  /** Whether a notification may go out. */
  const mayGo = (method: string, uri: string): boolean => {
    if (method === "textDocument/didOpen") return supervisor.textSent(uri) === "send";
    if (method === "textDocument/didClose") {
      findings.delete(Uri.parse(uri, true));
      return supervisor.closed(uri) === "send";
    }
    if (method !== "textDocument/didChange") return !supervisor.isAside(uri);
    supervisor.edited(uri);
    return supervisor.textSent(uri) === "send";
  };

  return {
    middleware: {
      sendNotification: async (type, next, params) => {
        const uri = documentIn(params);
        if (uri === undefined || mayGo(methodOf(type), uri)) await next(type, params);
      },
      sendRequest: async <P, R>(
        type: MessageType,
        params: P | undefined,
        token: CancellationToken | undefined,
        next: (type: MessageType, params?: P, token?: CancellationToken) => Promise<R>,
      ): Promise<R> => {
        const uri = documentIn(params);
        if (uri === undefined) return next(type, params, token);
        // The protocol's empty answer to any request for a document.
        if (supervisor.requestSent(uri) === "drop") return null as R;
        try {
          return await next(type, params, token);
        } finally {
          supervisor.requestAnswered(uri);
        }
      },
      handleDiagnostics: (uri, found, next) => {
        supervisor.published(addressOf(uri));
        next(uri, isDraft(uri) ? found.map(withOwnPage) : []);
      },
      provideDocumentLinks: async (document, token, next) => {
        const links = (await next(document, token)) ?? [];
        for (const link of links) if (link.target) link.target = ownPage(link.target);
        return links;
      },
      provideCodeLenses: (document, token, next) => (isDraft(document.uri) ? next(document, token) : []),
    },
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => ({
        action: supervisor.died() === "restart" ? CloseAction.Restart : CloseAction.DoNotRestart,
        handled: true,
      }),
    },
    begin: (made) => {
      client = made;
      const looking = setInterval(() => supervisor.look(), lookMilliseconds);
      const restart = async (): Promise<void> => {
        const isThere = made.state === State.Running || made.state === State.Starting;
        supervisor.restarting(isThere);
        if (isThere) kill(made);
        else await made.start();
      };
      return Disposable.from(
        commands.registerCommand(restartCommand, restart),
        findings,
        new Disposable(() => clearInterval(looking)),
      );
    },
  };
}

type MessageType = string | MessageSignature;

function methodOf(type: MessageType): string {
  return typeof type === "string" ? type : type.method;
}

/** The document that the parameters of a message are about. */
function documentIn(params: unknown): string | undefined {
  if (typeof params !== "object" || params === null || !("textDocument" in params)) return undefined;
  const { textDocument } = params;
  if (typeof textDocument !== "object" || textDocument === null || !("uri" in textDocument)) return undefined;
  return typeof textDocument.uri === "string" ? textDocument.uri : undefined;
}
