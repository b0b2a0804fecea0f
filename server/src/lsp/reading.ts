import { diagnosticsOf } from "../features/diagnostics.ts";
import { format } from "../features/format.ts";
import { againstPaper } from "../reading/against.ts";
import { draftOf } from "../reading/draft.ts";
import { readPaper } from "../reading/reading.ts";
import { type Feature, feature } from "./feature.ts";
import { params } from "./params.ts";
import { requestOf } from "./requests.ts";

/** Papers for a client that has their text: as draft sheets, and beside a sheet. */
export const reading: readonly Feature[] = [
  feature(requestOf("notewright/read"), {
    title: "The draft from a paper",
    capability: {},
    params: params.paper,
    empty: null,
    answer: ({ name, text }) => {
      const paper = readPaper(text);
      const said = paper.notes.reduce((count, { statements }) => count + statements.length, 0);
      return said < 2 ? null : { sheet: format(draftOf(paper, name)), statements: said };
    },
  }),
  feature(requestOf("notewright/against"), {
    title: "The comparison with a paper",
    capability: {},
    params: params.against,
    empty: null,
    answer: ({ textDocument: { uri }, name, text }, { latest }) => {
      const analysis = latest(uri);
      return analysis ? diagnosticsOf(againstPaper(analysis, readPaper(text), name), analysis, uri) : null;
    },
  }),
];
