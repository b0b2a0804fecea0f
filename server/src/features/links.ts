import type { DocumentLink } from "vscode-languageserver-types";
import { uriFrom } from "../base/paths.ts";
import { docsUrl } from "../catalog/docs.ts";
import { codeNamed } from "../checks/codes.ts";
import type { Analysis } from "../document/analysis.ts";
import { rangeAt, whereIs } from "../document/whereabouts.ts";
import { occurrencesIn } from "./names.ts";

/** What leads elsewhere: the files that a sheet names, and the pages of the codes that its notes allow. */
export function links(analysis: Analysis, uri: string): DocumentLink[] {
  const files = occurrencesIn(analysis).flatMap(({ kind, range, target, name }): DocumentLink[] => {
    const address = kind === "file" && target.path !== undefined ? uriFrom(uri, target.path) : undefined;
    return address === undefined ? [] : [{ range, target: address, tooltip: `Open ${name}` }];
  });
  const pages = analysis.notes.flatMap(({ note }) =>
    note.allowances.flatMap(({ code, span }): DocumentLink[] => {
      const where = whereIs(analysis, note.tree, span);
      const known = codeNamed(code);
      if (!where || where.path !== undefined || where.borrowed || !known) return [];
      return [{ range: rangeAt(where), target: docsUrl(known.page), tooltip: known.title }];
    }),
  );
  return [...files, ...pages];
}
