import {
  type CancellationToken,
  type DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  ProtocolRequestType,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver";
import { comparison } from "../features/comparison/comparison.ts";
import { diagnostics } from "../features/diagnostics.ts";
import type { KnownDocument } from "../features/navigation.ts";
import { inOrder, noteRows } from "../features/note-rows.ts";
import { analysedAt, documentsWith, gathered } from "./everywhere.ts";
import { type Feature, feature, type Sources } from "./feature.ts";
import type { ClientRequests } from "./messages.ts";
import { params } from "./params.ts";

type Request<M extends keyof ClientRequests> = ProtocolRequestType<
  ClientRequests[M]["params"],
  ClientRequests[M]["answer"],
  never,
  void,
  void
>;

const notesRequest: Request<"notewright/notes"> = new ProtocolRequestType("notewright/notes");
const compareRequest: Request<"notewright/compare"> = new ProtocolRequestType("notewright/compare");
const checkAllRequest: Request<"notewright/checkAll"> = new ProtocolRequestType("notewright/checkAll");

/** The kind of a report that holds all there is. */
const full: typeof DocumentDiagnosticReportKind.Full = "full";

/**
 * What is asked of a document, or of all note files around one, instead of being published. The server does not announce
 * it: a client that both hears and asks would show everything twice. One that asks anyway is answered.
 */
export const folderFeatures: readonly Feature[] = [
  feature(DocumentDiagnosticRequest.type, {
    title: "The findings of a sheet",
    capability: {},
    params: params.document,
    empty: { kind: full, items: [] },
    answer: ({ textDocument: { uri } }, { latest }) => {
      const analysis = latest(uri);
      return analysis && { kind: full, items: diagnostics(analysis, uri) };
    },
  }),
  feature(WorkspaceDiagnosticRequest.type, {
    title: "The findings of the workspace",
    capability: {},
    params: params.anything,
    empty: { items: [] },
    answer: async (_, sources, token) => {
      const [first] = sources.known();
      if (!first) return { items: [] };
      return {
        items: await gathered(notesAround(first.uri, sources, token), ({ uri, analysis }) => [
          { kind: full, uri, version: null, items: diagnostics(analysis, uri) },
        ]),
      };
    },
  }),
  feature(checkAllRequest, {
    title: "The check of all notes",
    capability: {},
    params: params.from,
    empty: [],
    answer: ({ from }, sources, token) =>
      gathered(notesAround(from, sources, token), ({ uri, analysis }) => [
        { uri, diagnostics: diagnostics(analysis, uri) },
      ]),
  }),
  feature(compareRequest, {
    title: "The comparison of two versions",
    capability: {},
    params: params.compared,
    empty: null,
    answer: async ({ uri, before, after }, sources) => {
      const basis = sources.nothingAt(uri);
      const [was, is] = await Promise.all([
        analysedAt(uri, before, basis, sources),
        analysedAt(uri, after, basis, sources),
      ]);
      return comparison(was, is);
    },
  }),
  feature(notesRequest, {
    title: "The list of notes",
    capability: {},
    params: params.from,
    empty: [],
    answer: async ({ from }, sources, token) =>
      inOrder(await gathered(notesAround(from, sources, token), (one) => noteRows([one]))),
  }),
];

/** Words that every note file holds. */
const everyNote = "note";

/** Every note file around an address, which need not be one itself, and all that is known of it. */
function notesAround(
  from: string,
  sources: Sources,
  token: CancellationToken,
): AsyncGenerator<KnownDocument> {
  return documentsWith(everyNote, { uri: from, analysis: sources.nothingAt(from) }, sources, token);
}
