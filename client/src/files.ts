// Reads the files that sheets draw on for the server, and says when one changes: through the
// editor's own file systems, so that it is the same on the desktop, on a remote machine and on the web.
import { Disposable, type TextDocument, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ServerRequests } from "../../server/src/lsp/messages.ts";
import { notesAround } from "./list.ts";
import { contentOf, type RealPlace } from "./read.ts";

const readFile: keyof ServerRequests = "notewright/readFile";
const listNotes: keyof ServerRequests = "notewright/listNotes";

type Params = ServerRequests[typeof readFile]["params"];
type Answer = ServerRequests[typeof readFile]["answer"];

/** How long typing in a file has to rest before the server hears of it. */
const restMilliseconds = 200;

/** Answers the server for as long as the client lives. `realPlace` is for hosts that can follow links. */
export function answerFiles(client: BaseLanguageClient, realPlace?: RealPlace): Disposable {
  const used = new Set<string>();
  const resting = new Map<string, ReturnType<typeof setTimeout>>();

  const answering = client.onRequest<Answer, void>(readFile, (params: Params) => {
    const uri = Uri.parse(params.uri, true);
    used.add(uri.toString());
    return contentOf(uri, params, realPlace);
  });

  const listing = client.onRequest<ServerRequests[typeof listNotes]["answer"], void>(
    listNotes,
    async ({ from, endings }: ServerRequests["notewright/listNotes"]["params"]) => {
      const notes = await notesAround(Uri.parse(from, true), endings);
      return notes.map((uri) => client.code2ProtocolConverter.asUri(uri));
    },
  );

  /** A sheet's own text goes to the server anyway. */
  const notify = ({ uri, languageId }: TextDocument): void => {
    const key = uri.toString();
    if (languageId === "note-terms" || !used.has(key)) return;
    clearTimeout(resting.get(key));
    resting.set(
      key,
      setTimeout(() => {
        resting.delete(key);
        const changes = [{ uri: client.code2ProtocolConverter.asUri(uri), type: 2 }];
        if (client.isRunning()) void client.sendNotification("workspace/didChangeWatchedFiles", { changes });
      }, restMilliseconds),
    );
  };

  return Disposable.from(
    answering,
    listing,
    workspace.onDidChangeTextDocument(({ document }) => notify(document)),
    workspace.onDidCloseTextDocument(notify),
    new Disposable(() => {
      for (const timer of resting.values()) clearTimeout(timer);
    }),
  );
}
