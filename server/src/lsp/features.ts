import {
  CodeActionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  type Hover,
  HoverRequest,
  LSPErrorCodes,
  MarkupKind,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
} from "vscode-languageserver";
import { fileName } from "../base/paths.ts";
import { codeActions, fixAllAction, fixAllKind } from "../features/actions.ts";
import { formatEdits } from "../features/format.ts";
import { hover } from "../features/hover.ts";
import { definition, references, renamable, rename, wordsAt } from "../features/navigation.ts";
import { outline } from "../features/outline.ts";
import { sourcedAt } from "../features/provenance.ts";
import { documentsWith, gathered, holds } from "./everywhere.ts";
import { exporting } from "./exporting.ts";
import { type Feature, feature } from "./feature.ts";
import { findingWays } from "./finding-ways.ts";
import { folderFeatures } from "./folder.ts";
import { fromPaper } from "./from-paper.ts";
import type { Refusal } from "./guard.ts";
import { memoFeatures } from "./memo.ts";
import { params } from "./params.ts";
import { reading } from "./reading.ts";
import { memoLinks, seeing } from "./seeing.ts";
import { writing } from "./writing.ts";

/** Every feature of the editor. */
export const features: readonly Feature[] = [
  feature(HoverRequest.type, {
    title: "The hover",
    capability: { hoverProvider: true },
    params: params.position,
    empty: null,
    answer: ({ textDocument: { uri }, position }, sources) => {
      const analysis = sources.latest(uri);
      const memo = sources.hasCommands() ? memoLinks(uri) : undefined;
      const found = analysis && hover(analysis, position, { pictures: sources.pictures(), memo });
      if (!found) return null;
      const shown = (value: string): Hover => ({
        contents: { kind: MarkupKind.Markdown, value },
        range: found.range,
      });
      const sourced = sourcedAt(analysis, position);
      if (!sourced) return shown(found.markdown);
      return fromPaper(sourced, uri, sources).then((said) => shown(found.markdown + said));
    },
  }),
  feature(DocumentSymbolRequest.type, {
    title: "The outline",
    capability: { documentSymbolProvider: true },
    params: params.document,
    empty: [],
    answer: ({ textDocument: { uri } }, { latest }) => {
      const analysis = latest(uri);
      return analysis && outline(analysis);
    },
  }),
  feature(CodeActionRequest.type, {
    title: "The list of repairs",
    capability: { codeActionProvider: { codeActionKinds: ["quickfix", fixAllKind] } },
    params: params.actions,
    empty: [],
    answer: ({ textDocument: { uri }, range, context }, { current }) => {
      const analysis = current(uri);
      if (!analysis) return [];
      const only = context?.only ?? ["quickfix"];
      const wants = (kind: string): boolean =>
        only.some((one) => kind === one || kind.startsWith(`${one}.`) || one === "");
      return [
        ...(wants("quickfix") ? codeActions(analysis, uri, range) : []),
        ...(wants(fixAllKind) ? fixAllAction(analysis, uri) : []),
      ];
    },
  }),
  feature(DocumentFormattingRequest.type, {
    title: "Formatting",
    capability: { documentFormattingProvider: true },
    params: params.document,
    empty: [],
    answer: ({ textDocument: { uri } }, { current }) => {
      const analysis = current(uri);
      return analysis && formatEdits(analysis);
    },
  }),
  feature(DocumentRangeFormattingRequest.type, {
    title: "Formatting",
    capability: { documentRangeFormattingProvider: true },
    params: params.range,
    empty: [],
    answer: ({ textDocument: { uri }, range }, { current }) => {
      const analysis = current(uri);
      return analysis && formatEdits(analysis, range);
    },
  }),
  feature(DefinitionRequest.type, {
    title: "Go to definition",
    capability: { definitionProvider: true },
    params: params.position,
    empty: null,
    answer: ({ textDocument: { uri }, position }, { latest }) => {
      const analysis = latest(uri);
      return analysis && definition({ uri, analysis }, position);
    },
  }),
  feature(ReferencesRequest.type, {
    title: "The search for references",
    capability: { referencesProvider: true },
    params: params.references,
    empty: [],
    answer: async ({ textDocument: { uri }, position, context }, sources, token) => {
      const analysis = sources.latest(uri);
      if (!analysis) return [];
      const document = { uri, analysis };
      const words = wordsAt(document, position);
      if (words === undefined) return [];
      return gathered(documentsWith(words, document, sources, token), (one) =>
        references(document, position, [one], context.includeDeclaration),
      );
    },
  }),
  feature(PrepareRenameRequest.type, {
    title: "Rename",
    capability: { renameProvider: { prepareProvider: true } },
    params: params.position,
    empty: null,
    answer: ({ textDocument: { uri }, position }, { current }) => {
      const analysis = current(uri);
      return analysis && renamable({ uri, analysis }, position);
    },
  }),
  feature(RenameRequest.type, {
    title: "Rename",
    capability: {},
    params: params.rename,
    empty: null,
    answer: async ({ textDocument: { uri }, position, newName }, sources, token) => {
      const analysis = sources.current(uri);
      if (!analysis) return null;
      const document = { uri, analysis };
      const words = wordsAt(document, position);
      const failing = sources.failing().find((one) => words !== undefined && holds(one.getText(), words));
      if (failing)
        return refused(`${fileName(failing.uri)} could not be read, and the name may stand in it.`);
      const all =
        words === undefined
          ? []
          : await gathered(documentsWith(words, document, sources, token), (one) => [one]);
      const renaming = rename(document, position, newName, all);
      return "edit" in renaming ? renaming.edit : refused(renaming.refused);
    },
  }),
  ...exporting,
  ...reading,
  ...seeing,
  ...findingWays,
  ...folderFeatures,
  ...memoFeatures,
  ...writing,
];

function refused(why: string): Refusal {
  return new ResponseError(LSPErrorCodes.RequestFailed, why);
}
