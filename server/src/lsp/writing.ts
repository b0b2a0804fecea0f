// What helps while a sheet is written: completion, and what the editor does by itself with a key.
import { type CompletionItem, CompletionRequest, CompletionTriggerKind } from "vscode-languageserver";
import { plainUri } from "../base/paths.ts";
import { completion, drawsOnFolder } from "../features/completion.ts";
import { type FolderNames, type FolderSheet, namesIn } from "../features/folder.ts";
import { type Feature, feature, type Sources } from "./feature.ts";
import { params } from "./params.ts";

/** Opens the list once more, for what follows a name that was put in. */
const askAgain = { title: "What may follow", command: "editor.action.triggerSuggest" };

/** Features for writing. */
export const writing: readonly Feature[] = [
  feature(CompletionRequest.type, {
    title: "Completion",
    capability: { completionProvider: { triggerCharacters: [" ", '"'] } },
    params: params.completion,
    empty: [],
    answer: async ({ textDocument: { uri }, position, context }, sources) => {
      const analysis = sources.current(uri);
      if (!analysis) return undefined;
      const bySpace = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
      const folder = drawsOnFolder(analysis, position) ? await folderOf(uri, sources) : undefined;
      const items = completion(analysis, position, { bySpace, ...(folder ? { folder } : {}) });
      return sources.hasCommands() ? items.map(goingOn) : items;
    },
  }),
];

function goingOn(item: CompletionItem): CompletionItem {
  return item.insertText?.endsWith(" $0") ? { ...item, command: askAgain } : item;
}

/** As many sheets of a folder as are read for their names. */
const mostSheets = 200;

/** What the sheets around a document name, the document itself included. */
async function folderOf(uri: string, { known, list, read }: Sources): Promise<FolderNames> {
  const open = known().map((one): FolderSheet => ({ uri: one.uri, text: one.analysis.text }));
  const there = new Set(open.map((one) => plainUri(one.uri)));
  const others = (await list(uri)).filter((one) => !there.has(plainUri(one))).slice(0, mostSheets);
  const sheets = await Promise.all(
    others.map(async (one): Promise<FolderSheet[]> => {
      const content = await read(one, uri);
      return "text" in content ? [{ uri: one, text: content.text }] : [];
    }),
  );
  return namesIn([...open, ...sheets.flat()], uri);
}
