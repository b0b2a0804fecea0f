import { marked } from "marked";
import { describe, expect, test } from "vitest";
import { asShipped } from "../../server/src/checks/levels.ts";
import { analyse } from "../../server/src/document/analysis.ts";
import { draftOf } from "../../server/src/export/formats.ts";
import { hover } from "../../server/src/features/hover.ts";
import { parseIsoDate } from "../../server/src/quantity/date.ts";
import { escaped } from "../../server/src/render/markdown.ts";
import { notewright, withFiles } from "../support/command.ts";
import { nasty, sheetWith } from "../support/nasty.ts";

const prices = { text: "date,close\n2024-12-30,0.5\n2024-12-31,0.6\n" };
const files = { get: () => prices };

/** Everything that an editor shows of a sheet when it is pointed at, as the page that the editor makes of it. */
function hoversOf(text: string): string[] {
  const analysis = analyse(text, parseIsoDate("2025-01-02"), undefined, asShipped, files);
  return text.split("\n").flatMap((line, at) =>
    [...line.matchAll(/\b\w/g)].flatMap(({ index }) => {
      const found = hover(analysis, { line: at, character: index + 1 });
      return found ? [found.markdown] : [];
    }),
  );
}

/** A page of HTML without the pictures that we draw. */
function page(markdown: string): string {
  return (marked.parse(markdown, { async: false }) as string).replace(
    /<img src="data:image\/svg\+xml[^>]*>/g,
    "",
  );
}

const harmful = /<(?:a|img|script|iframe|svg|object|link|style|form|input)\b|<[^>]*\s(?:href|src|on\w+)=/i;

describe("the author's words in an editor", () => {
  test.each(nasty)("%j is no link, no picture, no HTML and no command", (text) => {
    const shown = [...new Set(hoversOf(sheetWith(text)))];
    expect(shown.length).toBeGreaterThan(5);
    for (const markdown of shown) expect(page(markdown)).not.toMatch(harmful);
  });

  test.each(nasty)("%j reads as it is written", (text) => {
    const words = text.replace(/\s+/g, " ");
    const html = page(`x ${escaped(text)} x`);
    const read = html
      .replace(/<[^>]*>/g, "")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, "&");
    expect(read.trim()).toBe(`x ${words} x`);
  });
});

/** Characters that steer a terminal or turn writing around; a line's end is none. */
const steering = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;
/** What GitHub's workflows take for a command, wherever it stands at a line's start. */
const command = /^\s*::|##\[/m;

describe("the author's words on the command line", () => {
  test.each(nasty)("%j steers no terminal and no workflow", (text) => {
    withFiles({ "a.note": sheetWith(text) }, (path) => {
      for (const args of [
        ["check"],
        ["explain"],
        ["format", "--diff"],
        ["check", "--format", "json"],
        ["check", "--format", "sarif"],
      ]) {
        const { out, complaints } = notewright([...args, path("a.note")]);
        const said = `${out}\n${complaints.join("\n")}`;
        const shown = args[1] === "--diff" ? said.replace(/^[-+ ].*$/gm, "") : said;
        expect(shown, args.join(" ")).not.toMatch(steering);
        expect(shown, args.join(" ")).not.toMatch(command);
      }
      const annotations = notewright(["check", "--format", "github", path("a.note")])
        .out.trimEnd()
        .split("\n");
      for (const one of annotations) expect(one).toMatch(/^::(?:error|warning|notice) file=[^\n]*::[^\n]*$/);
      expect(annotations.join("\n")).not.toMatch(steering);
    });
  });

  test.each(nasty)("%j makes no link and no placeholder in a log of code scanning", (text) => {
    const { out } = notewright(["check", "--format", "sarif", "-"], sheetWith(text));
    const messages = [...out.matchAll(/"text": ("(?:[^"\\]|\\.)*")/g)].map(
      ([, one = ""]) => JSON.parse(one) as string,
    );
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(message).not.toMatch(/\]\(/);
      expect(message.replace(/\{\{|\}\}/g, "")).not.toMatch(/[{}]/);
    }
  });
});

describe("the author's words in documents", () => {
  const draft = (text: string, format: "html" | "csv") => {
    const made = draftOf(
      analyse(sheetWith(text), parseIsoDate("2025-01-02"), undefined, asShipped, files),
      format,
    );
    if (made.kind !== "text") throw new Error(`${format} is no text`);
    return made.text;
  };

  test.each(nasty)("%j is no link, no script and no picture in a page", (text) => {
    const body = draft(text, "html").replace(/<style>[\s\S]*?<\/style>/, "");
    expect(body).not.toMatch(/<(?:a|img|script|iframe|svg|object|link|form|input)\b/i);
    expect(body).not.toMatch(steering);
  });

  test.each(nasty)("%j begins no formula in a spreadsheet's text", (text) => {
    for (const cell of draft(text, "csv").split(/[,\r\n]/))
      expect(cell.replace(/^"/, "")).not.toMatch(/^(?:[=@\t]|[+-](?![\d.,]+"?$))/);
  });
});
