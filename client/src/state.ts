// What the client says to the server beside the protocol: where the caret stands, what the policies of the open folders say, and
// on what ground pictures are shown.
import {
  ColorThemeKind,
  Disposable,
  RelativePattern,
  type TextDocument,
  type TextEditor,
  Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { ClientMessages } from "../../server/src/lsp/messages.ts";
import type { policyFile } from "../../server/src/settings/policy.ts";

const policyName: typeof policyFile = "notewright.json";
export const languageId = "note-terms";

/** Sends the server all of it whenever it has started, and every change from then on. */
export function sendState(client: BaseLanguageClient): Disposable {
  const caret = caretSender(client);
  const policies = policySender(client);
  const ground = groundSender(client);
  const started = client.onDidChangeState(({ newState }) => {
    if (newState !== State.Running) return;
    caret.again();
    policies.again();
    ground.again();
  });
  return Disposable.from(started, caret.watching, policies.watching, ground.watching);
}

interface Sender {
  readonly watching: Disposable;
  /** Sends it all to a server that has just started and knows nothing yet. */
  readonly again: () => void;
}

/** Sends the line of the caret, and only when it is another one. A key's change of the text goes before it. */
function caretSender(client: BaseLanguageClient): Sender {
  let last = "";
  let soon: ReturnType<typeof setTimeout> | undefined;
  const saySoon = (): void => {
    clearTimeout(soon);
    soon = setTimeout(() => say(window.activeTextEditor));
  };
  const say = (editor: TextEditor | undefined): void => {
    const ours = editor?.document.languageId === languageId ? editor : undefined;
    const uri = ours ? client.code2ProtocolConverter.asUri(ours.document.uri) : null;
    const line = ours?.selection.active.line ?? 0;
    if (last === `${uri} ${line}`) return;
    last = `${uri} ${line}`;
    send(client, "notewright/caret", { uri, line });
  };
  const again = (): void => {
    last = "";
    say(window.activeTextEditor);
  };
  const watching = Disposable.from(
    window.onDidChangeActiveTextEditor(saySoon),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) saySoon();
    }),
    new Disposable(() => clearTimeout(soon)),
  );
  return { watching, again };
}

const darkThemes: readonly ColorThemeKind[] = [ColorThemeKind.Dark, ColorThemeKind.HighContrast];

/** Says whether the colour theme is light or dark. */
function groundSender(client: BaseLanguageClient): Sender {
  const again = (): void => {
    const ground = darkThemes.includes(window.activeColorTheme.kind) ? "dark" : "light";
    send(client, "notewright/pictures", { ground });
  };
  return { watching: window.onDidChangeActiveColorTheme(again), again };
}

/**
 * Reads the policies that may hold: at the root of each folder of the workspace, and in the folders around each sheet
 * that is open, as the command line does. They are read again whenever they may have changed: by the watcher of the
 * file system, which some hosts lack or lose, and by all that the editor itself knows of.
 */
function policySender(client: BaseLanguageClient): Sender {
  const files = new Map<string, WatchedPolicy>();
  const say = async (policy: WatchedPolicy): Promise<void> => {
    const read = ++policy.read;
    const text = await textOf(policy.file);
    if (read !== policy.read || text === policy.sent) return;
    const unheardOf = text === null && policy.sent === undefined;
    policy.sent = text;
    if (unheardOf) return;
    send(client, "notewright/policy", { uri: client.code2ProtocolConverter.asUri(policy.file), text });
  };
  const sayAll = (): void => {
    for (const policy of files.values()) void say(policy);
  };
  const sayIfOurs = ({ uri }: TextDocument): void => {
    const policy = files.get(uri.toString());
    if (policy) void say(policy);
  };
  const watchIn = (folder: Uri): void => {
    const file = Uri.joinPath(folder, policyName);
    if (files.has(file.toString())) return;
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, policyName));
    const policy: WatchedPolicy = { file, watcher, sent: undefined, read: 0 };
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete])
      event(() => void say(policy));
    files.set(file.toString(), policy);
    void say(policy);
  };
  const watchFor = ({ uri, languageId: language }: TextDocument): void => {
    if (language === languageId) foldersAround(uri).forEach(watchIn);
    else if (uri.path.endsWith(`/${policyName}`)) watchIn(Uri.joinPath(uri, ".."));
  };
  const unwatch = ({ uri }: WorkspaceFolder): void => {
    const file = Uri.joinPath(uri, policyName);
    files.get(file.toString())?.watcher.dispose();
    files.delete(file.toString());
    send(client, "notewright/policy", { uri: client.code2ProtocolConverter.asUri(file), text: null });
  };
  for (const { uri } of workspace.workspaceFolders ?? []) watchIn(uri);
  workspace.textDocuments.forEach(watchFor);
  const watching = Disposable.from(
    workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      removed.forEach(unwatch);
      for (const { uri } of added) watchIn(uri);
      sayAll();
    }),
    workspace.onDidOpenTextDocument(watchFor),
    workspace.onDidChangeTextDocument(({ document }) => sayIfOurs(document)),
    workspace.onDidSaveTextDocument(sayIfOurs),
    workspace.onDidCloseTextDocument(sayIfOurs),
    workspace.onDidCreateFiles(sayAll),
    workspace.onDidDeleteFiles(sayAll),
    workspace.onDidRenameFiles(sayAll),
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) sayAll();
    }),
    new Disposable(() => {
      for (const { watcher } of files.values()) watcher.dispose();
    }),
  );
  const again = (): void => {
    for (const policy of files.values()) policy.sent = undefined;
    sayAll();
  };
  return { watching, again };
}

/** The folders that a sheet is in, the closest first; in a file system that is no disk's, up to the workspace's folder. */
function foldersAround(sheet: Uri): Uri[] {
  const root = workspace.getWorkspaceFolder(sheet)?.uri;
  if (sheet.scheme !== "file" && !root) return [];
  const folders: Uri[] = [];
  for (let at = Uri.joinPath(sheet, ".."); ; at = Uri.joinPath(at, "..")) {
    folders.push(at);
    const isLast = sheet.scheme !== "file" && at.toString() === root?.toString();
    if (isLast || at.path === "/" || Uri.joinPath(at, "..").path === at.path) return folders;
  }
}

interface WatchedPolicy {
  readonly file: Uri;
  readonly watcher: Disposable;
  /** What the server was sent last; null is a file that is not there, undefined that nothing was sent. */
  sent: string | null | undefined;
  /** Counts the readings, so that only the newest is sent. */
  read: number;
}

/** The text of a file, as typed where that is not saved yet; null where there is none that can be read. */
async function textOf(file: Uri): Promise<string | null> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  if (open?.isDirty) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}

/** A server that is not there hears nothing; it is sent everything when it has started. */
function send<M extends keyof ClientMessages>(
  client: BaseLanguageClient,
  message: M,
  content: ClientMessages[M],
): void {
  if (client.state !== State.Running) return;
  client.sendNotification(message, content).catch(() => undefined);
}
