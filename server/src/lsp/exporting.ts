import { draftOf } from "../export/formats.ts";
import { offered } from "../export/names.ts";
import { type Feature, feature } from "./feature.ts";
import { params } from "./params.ts";
import { requestOf } from "./requests.ts";

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
