import { nearest } from "../base/nearest.ts";
import { withoutEnd } from "../base/words.ts";
import { codeNamed, codes } from "../checks/codes.ts";
import { headed, wrapped } from "../render/lines.ts";
import { findingPages } from "../render/rule-page.ts";
import { complain, type Io, print, printJson } from "./io.ts";

/** Shows what a code finds, why, and what to do, as its page has it. 2 where there is no such code. */
export function showRule(name: string, format: "text" | "json", io: Io): 0 | 2 {
  const code = codeNamed(name);
  const page = code && findingPages().get(code.page);
  if (/\.note$|[\\/]/.test(name)) {
    complain(io, `rules takes a code and no file; ${name} makes too many arguments.`);
    return 2;
  }
  if (!code || page === undefined) {
    const near = nearest(
      name,
      codes.map((one) => one.code),
    );
    const meant = near === undefined ? "" : ` Did you mean ${near}?`;
    complain(io, `there is no code ${name}; notewright rules lists them.${meant}`);
    return 2;
  }
  if (format === "json") printJson(io, { ...code, text: page }, 2);
  else print(io, plain(page));
  return 0;
}

/** A page of Markdown as plain text: headings underlined, sheets set in, paragraphs wrapped. */
export function plain(page: string): string {
  let isSheet = false;
  const lines = page
    .trimEnd()
    .split("\n")
    .flatMap((line) => {
      if (line.startsWith("```")) {
        isSheet = !isSheet;
        return [];
      }
      if (isSheet) return [`    ${line}`.trimEnd()];
      const [, signs = "", title = ""] = /^(#+) (.*)$/.exec(line) ?? [];
      if (signs !== "") return headed(title, signs.length === 1 ? "=" : "-").slice(0, 2);
      const said = line.replace(/\*\*|`/g, "").replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1");
      return said === "" ? [""] : wrapped(said);
    });
  const end = lines.lastIndexOf("All findings");
  return withoutEnd((end < 0 ? lines : lines.slice(0, end)).join("\n"), "\n");
}
