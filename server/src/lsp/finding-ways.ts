import {
  type CancellationToken,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  FoldingRangeRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver";
import { fileName } from "../base/paths.ts";
import { colours, coloursWithin, colourTypes, dataEdits } from "../features/colours.ts";
import { foldings } from "../features/folding.ts";
import { highlights } from "../features/highlights.ts";
import { links } from "../features/links.ts";
import { editsForMoves } from "../features/moves.ts";
import type { KnownDocument } from "../features/navigation.ts";
import { selectionAt } from "../features/selection.ts";
import { symbolsNamed } from "../features/symbols.ts";
import { documentsWith, gathered } from "./everywhere.ts";
import { type Feature, feature, type Sources } from "./feature.ts";
import { params } from "./params.ts";

/** The colours that a client was given last, by their names: so many are remembered. */
const mostRemembered = 20;

function colouring(): readonly Feature[] {
  const given = new Map<string, readonly number[]>();
  let count = 0;
  const remember = (data: readonly number[]): string => {
    const name = String(++count);
    given.set(name, data);
    const [oldest] = given.keys();
    if (given.size > mostRemembered && oldest !== undefined) given.delete(oldest);
    return name;
  };
  return [
    feature(SemanticTokensRequest.type, {
      title: "Colouring",
      capability: {
        semanticTokensProvider: {
          legend: { tokenTypes: [...colourTypes], tokenModifiers: [] },
          full: { delta: true },
          range: true,
        },
      },
      params: params.document,
      empty: { data: [] },
      answer: ({ textDocument: { uri } }, { latest }) => {
        const analysis = latest(uri);
        const data = analysis && colours(analysis);
        return data && { resultId: remember(data), data };
      },
    }),
    feature(SemanticTokensDeltaRequest.type, {
      title: "Colouring",
      capability: {},
      params: params.delta,
      empty: { data: [] },
      answer: ({ textDocument: { uri }, previousResultId }, { latest }) => {
        const analysis = latest(uri);
        if (!analysis) return undefined;
        const data = colours(analysis);
        const before = given.get(previousResultId);
        const resultId = remember(data);
        return before ? { resultId, edits: dataEdits(before, data) } : { resultId, data };
      },
    }),
    feature(SemanticTokensRangeRequest.type, {
      title: "Colouring",
      capability: {},
      params: params.range,
      empty: { data: [] },
      answer: ({ textDocument: { uri }, range }, { latest }) => {
        const analysis = latest(uri);
        return analysis && { data: coloursWithin(colours(analysis), range.start.line, range.end.line) };
      },
    }),
  ];
}

/** Ways through a sheet and from one to another. */
export const findingWays: readonly Feature[] = [
  ...colouring(),
  feature(FoldingRangeRequest.type, {
    title: "Folding",
    capability: { foldingRangeProvider: true },
    params: params.document,
    empty: [],
    answer: ({ textDocument: { uri } }, { latest }) => {
      const analysis = latest(uri);
      return analysis && foldings(analysis);
    },
  }),
  feature(SelectionRangeRequest.type, {
    title: "The growing selection",
    capability: { selectionRangeProvider: true },
    params: params.positions,
    empty: [],
    answer: ({ textDocument: { uri }, positions }, { latest }) => {
      const analysis = latest(uri);
      return analysis && positions.map((position) => selectionAt(analysis, position));
    },
  }),
  feature(DocumentHighlightRequest.type, {
    title: "The marks of what means the same",
    capability: { documentHighlightProvider: true },
    params: params.position,
    empty: [],
    answer: ({ textDocument: { uri }, position }, { latest }) => {
      const analysis = latest(uri);
      return analysis && highlights({ uri, analysis }, position);
    },
  }),
  feature(DocumentLinkRequest.type, {
    title: "Links",
    capability: { documentLinkProvider: {} },
    params: params.document,
    empty: [],
    answer: ({ textDocument: { uri } }, { latest }) => {
      const analysis = latest(uri);
      return analysis && links(analysis, uri);
    },
  }),
  feature(WorkspaceSymbolRequest.type, {
    title: "The search for notes",
    capability: { workspaceSymbolProvider: true },
    params: params.query,
    empty: [],
    answer: ({ query }, sources, token) =>
      gathered(allDocuments(sources, token), (one) => symbolsNamed(query, [one])),
  }),
  feature(WillRenameFilesRequest.type, {
    title: "The paths to a file that moves",
    capability: {
      workspace: {
        fileOperations: {
          willRename: {
            filters: [
              { scheme: "file", pattern: { glob: "**/*.{note,csv,tsv,txt}" } },
              { pattern: { glob: "**/*.{note,csv,tsv,txt}" } },
              { pattern: { glob: "**/*", matches: "folder" } },
            ],
          },
        },
      },
    },
    params: params.moves,
    empty: null,
    answer: async ({ files }, sources, token) => {
      const [first] = files;
      const isOne = files.length === 1 && first && /\.(csv|tsv|txt)$/i.test(first.oldUri);
      const words = isOne ? decodeURIComponent(fileName(first.oldUri)) : everyNote;
      const documents = await gathered(allDocuments(sources, token, words), (one) => [one]);
      return editsForMoves(files, documents);
    },
  }),
];

/** Words that every note file holds. */
const everyNote = "note";

/** The documents that are open, and the note files around them that hold some words. */
async function* allDocuments(
  sources: Sources,
  token: CancellationToken,
  words = everyNote,
): AsyncGenerator<KnownDocument> {
  const [first] = sources.known();
  if (first) yield* documentsWith(words, first, sources, token);
}
