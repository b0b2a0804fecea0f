import { CodeLensRequest, CodeLensResolveRequest, InlayHintRequest } from "vscode-languageserver";
import { hints } from "../features/hints.ts";
import { lenses, lensTitle, placeOf } from "../features/lenses.ts";
import type { MemoPlace } from "../render/memo-place.ts";
import { type Feature, feature } from "./feature.ts";
import { params } from "./params.ts";

/** The command of the client that opens the memo of a note. */
const memoCommand = "notewright.memo";

/** Links to places in the memo of a document, as a hover may hold them: no bracket ends one early. */
export function memoLinks(uri: string): (place: MemoPlace) => string {
  const encoded = (place: MemoPlace): string =>
    encodeURIComponent(JSON.stringify([uri, place])).replace(
      /[()'*!]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16)}`,
    );
  return (place) => `command:${memoCommand}?${encoded(place)}`;
}

/** What is seen between the lines of a sheet. */
export const seeing: readonly Feature[] = [
  feature(CodeLensRequest.type, {
    title: "The results over notes and scenarios",
    capability: { codeLensProvider: { resolveProvider: true } },
    params: params.document,
    empty: [],
    answer: ({ textDocument: { uri } }, { latest, shown }) => {
      const analysis = shown().codeLens ? latest(uri) : undefined;
      return analysis && lenses(analysis).map(({ range, ...lens }) => ({ range, data: { uri, ...lens } }));
    },
  }),
  feature(CodeLensResolveRequest.type, {
    title: "The results over notes and scenarios",
    capability: {},
    params: params.lens,
    empty: { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    answer: ({ range, data }, { latest, hasCommands }) => {
      const { uri, note, scenario } = data;
      const analysis = latest(uri);
      const title = (analysis && lensTitle(analysis, { note, scenario })) ?? "";
      const command = hasCommands() ? memoCommand : "";
      const place = analysis ? placeOf(analysis, { note, scenario }) : {};
      return { range, data, command: { title, command, arguments: [uri, place] } };
    },
  }),
  feature(InlayHintRequest.type, {
    title: "The results between the lines",
    capability: { inlayHintProvider: true },
    params: params.range,
    empty: [],
    answer: ({ textDocument: { uri }, range }, { latest, shown }) => {
      const analysis = latest(uri);
      return (
        analysis &&
        hints(analysis, range, shown()).map(({ position, label, tooltip }) => ({
          position,
          label,
          paddingLeft: true,
          ...(tooltip === undefined ? {} : { tooltip }),
        }))
      );
    },
  }),
];
