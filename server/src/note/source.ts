import type { IToken } from "chevrotain";
import { isRelativePath } from "../base/paths.ts";
import type { ClauseSpec } from "../catalog/clause.ts";
import type { FileMeaning } from "../catalog/value.ts";
import { unquoted } from "../syntax/phrase-grammar.ts";
import { Quoted, spanOf, Word } from "../syntax/tokens.ts";
import { wordOf } from "../syntax/vocabulary.ts";
import type { Judging } from "./numbers.ts";
import type { Reporter } from "./report.ts";
import { wrong } from "./unfit.ts";
import { unfitOf } from "./words.ts";

/** `from "<path>"`: the file; undefined, with a problem, where the words are others or the path can't be used. */
export function judgeSource(
  tokens: readonly IToken[],
  spec: ClauseSpec,
  context: Judging,
): FileMeaning | undefined {
  const [from, path, more] = tokens;
  const fits = from?.tokenType === Word && wordOf(from) === "from" && path?.tokenType === Quoted && !more;
  return fits ? judgePath(path, context) : wrong(spec, unfitOf(tokens), context);
}

/** A path in quotes; undefined, with a problem, where it does not count from the folder of the sheet. */
export function judgePath(token: IToken, context: Reporter): FileMeaning | undefined {
  const path = unquoted(token).trim();
  const span = spanOf(token);
  if (isRelativePath(path)) return { path, span };
  const message =
    path === ""
      ? "The path of the file is missing: write it in the quotes, counted from the folder of this sheet."
      : `“${path}” does not count from the folder of this sheet, so it would lead elsewhere on another machine. Put the file beside the sheet, or in a folder of the workspace, and write the path from here.`;
  context.report("file-unusable", span, message);
  return undefined;
}
