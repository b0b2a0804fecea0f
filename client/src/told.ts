// What the server is told beside the protocol: where the caret stands, and what the policies of the open folders say.
import {
  Disposable,
  RelativePattern,
  type TextEditor,
  Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { Told } from "../../server/src/lsp/messages.ts";
import type { policyFile } from "../../server/src/settings/policy.ts";

const policyName: typeof policyFile = "notewright.json";
const languageId = "note-terms";

/** Tells the server all of it whenever it has started, and every change from then on. */
export function keepTold(client: BaseLanguageClient): Disposable {
  const caret = caretTeller(client);
  const policies = policyTeller(client);
  const started = client.onDidChangeState(({ newState }) => {
    if (newState !== State.Running) return;
    caret.again();
    policies.again();
  });
  return Disposable.from(started, caret.watching, policies.watching);
}

interface Teller {
  readonly watching: Disposable;
  /** Tells a server that has just started and knows nothing yet. */
  readonly again: () => void;
}

/** Tells the line of the caret, and only when it is another one. */
function caretTeller(client: BaseLanguageClient): Teller {
  let last = "";
  const say = (editor: TextEditor | undefined): void => {
    const ours = editor?.document.languageId === languageId ? editor : undefined;
    const uri = ours ? client.code2ProtocolConverter.asUri(ours.document.uri) : null;
    const line = ours?.selection.active.line ?? 0;
    if (last === `${uri} ${line}`) return;
    last = `${uri} ${line}`;
    tell(client, "notewright/caret", { uri, line });
  };
  const again = (): void => {
    last = "";
    say(window.activeTextEditor);
  };
  const watching = Disposable.from(
    window.onDidChangeActiveTextEditor(say),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) say(textEditor);
    }),
  );
  return { watching, again };
}

/** Reads the policy at the root of each folder, and again whenever it changes. */
function policyTeller(client: BaseLanguageClient): Teller {
  const watched = new Map<string, Disposable>();
  const say = async (file: Uri): Promise<void> => {
    const text = await textOf(file);
    tell(client, "notewright/policy", { uri: client.code2ProtocolConverter.asUri(file), text });
  };
  const watch = ({ uri }: WorkspaceFolder): void => {
    const file = Uri.joinPath(uri, policyName);
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(uri, policyName));
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete])
      event(() => void say(file));
    watched.set(uri.toString(), watcher);
  };
  const folders = workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    for (const { uri } of removed) {
      watched.get(uri.toString())?.dispose();
      watched.delete(uri.toString());
      const policy = client.code2ProtocolConverter.asUri(Uri.joinPath(uri, policyName));
      tell(client, "notewright/policy", { uri: policy, text: null });
    }
    for (const folder of added) {
      watch(folder);
      void say(Uri.joinPath(folder.uri, policyName));
    }
  });
  for (const folder of workspace.workspaceFolders ?? []) watch(folder);
  const again = (): void => {
    for (const { uri } of workspace.workspaceFolders ?? []) void say(Uri.joinPath(uri, policyName));
  };
  const unwatch = new Disposable(() => {
    for (const watcher of watched.values()) watcher.dispose();
  });
  return { watching: Disposable.from(folders, unwatch), again };
}

/** The text of a file, or null where there is none that can be read. */
async function textOf(file: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}

/** A server that is not there hears nothing; it is told again when it has started. */
function tell<M extends keyof Told>(client: BaseLanguageClient, message: M, told: Told[M]): void {
  if (client.state !== State.Running) return;
  client.sendNotification(message, told).catch(() => undefined);
}
