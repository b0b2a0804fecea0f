import { ProtocolRequestType } from "vscode-languageserver";
import { draftOf } from "../export/formats.ts";
import { offered } from "../export/names.ts";
import { type Feature, feature } from "./feature.ts";
import type { ClientRequests } from "./messages.ts";
import { params } from "./params.ts";

/** A request of the client by its name. */
function requestOf<N extends keyof ClientRequests>(name: N) {
  type Asked = ClientRequests[N];
  return new ProtocolRequestType<Asked["params"], Asked["answer"], never, void, void>(name);
}

/** A sheet as a document, for a client that writes it. */
export const exporting: readonly Feature[] = [
  feature(requestOf("notewright/formats"), {
    title: "The list of formats",
    capability: {},
    params: params.nothing,
    empty: [],
    answer: () => offered,
  }),
  feature(requestOf("notewright/export"), {
    title: "The document",
    capability: {},
    params: params.exported,
    empty: null,
    answer: ({ textDocument: { uri }, to }, { latest }) => {
      const analysis = latest(uri);
      return analysis && analysis.notes.length > 0 ? draftOf(analysis, to) : null;
    },
  }),
];
