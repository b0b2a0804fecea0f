// What helps while a sheet is written: completion, and what the editor does by itself with a key.
import {
  type CompletionItem,
  CompletionRequest,
  CompletionTriggerKind,
  DocumentOnTypeFormattingRequest,
  LinkedEditingRangeRequest,
  SignatureHelpRequest,
} from "vscode-languageserver";
import { plainUri } from "../base/paths.ts";
import { onForm, snippetOf, type Template, templates } from "../catalog/templates.ts";
import { completion, drawsOnFolder } from "../features/completion.ts";
import { type FolderNames, type FolderSheet, namesIn, tableEndings } from "../features/folder.ts";
import { linkedRanges } from "../features/linked-editing.ts";
import { pastedRows } from "../features/pasted-rows.ts";
import { signatureAt } from "../features/signature.ts";
import { typed } from "../features/typing.ts";
import { type Feature, feature, type Sources } from "./feature.ts";
import { type Beginning, type ClientRequests, sheetFrom } from "./messages.ts";
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
  feature(SignatureHelpRequest.type, {
    title: "The parts of a phrase",
    capability: { signatureHelpProvider: { triggerCharacters: [" "] } },
    params: params.position,
    empty: null,
    answer: ({ textDocument: { uri }, position }, { current }) => {
      const analysis = current(uri);
      return analysis && signatureAt(analysis, position);
    },
  }),
  feature(LinkedEditingRangeRequest.type, {
    title: "The places that change together",
    capability: { linkedEditingRangeProvider: true },
    params: params.position,
    empty: null,
    answer: ({ textDocument: { uri }, position }, { current }) => {
      const analysis = current(uri);
      return analysis && linkedRanges({ uri, analysis }, position);
    },
  }),
  feature(DocumentOnTypeFormattingRequest.type, {
    title: "Formatting with a key",
    capability: {
      documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n", moreTriggerCharacter: ["}"] },
    },
    params: params.key,
    empty: [],
    answer: ({ textDocument: { uri }, position, ch }, { current }) => {
      const analysis = current(uri);
      return analysis && typed(analysis, position, ch);
    },
  }),
  {
    capability: {},
    register: (guard, { current }) =>
      guard.request(rowsRequest, {
        title: "Rows of a spreadsheet",
        params: params.pasted,
        empty: null,
        answer: ({ textDocument: { uri }, position, text }): Rows | undefined => {
          const analysis = current(uri);
          return analysis && (pastedRows(analysis, position, text) ?? null);
        },
      }),
  },
  {
    capability: {},
    register: (guard, sources) =>
      guard.request(beginningsRequest, {
        title: "The sheets to begin with",
        params: params.anything,
        empty: { blank: [], onForms: [] },
        answer: async (given): Promise<Beginnings> => {
          const from = sheetFrom(given);
          const forms = from === undefined ? [] : (await folderOf(from, sources)).forms;
          return {
            blank: templates.map(beginning),
            onForms: forms.map(({ name, path }) => beginning(onForm(name, path))),
          };
        },
      }),
  },
];

const rowsRequest: keyof ClientRequests = "notewright/pastedRows";
type Rows = ClientRequests[typeof rowsRequest]["answer"];
const beginningsRequest: keyof ClientRequests = "notewright/beginnings";
type Beginnings = ClientRequests[typeof beginningsRequest]["answer"];

function beginning(template: Template): Beginning {
  const { id, title, detail } = template;
  return { id, title, detail, snippet: snippetOf(template) };
}

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
  return namesIn([...open, ...sheets.flat()], await list(uri, tableEndings), uri);
}
