import { asShipped } from "../../server/src/checks/levels.ts";
import { type Analysis, analyse, problemsOf } from "../../server/src/document/analysis.ts";
import { filesOf } from "./files.ts";
import { readMarked } from "./marked.ts";

const needed = {
  issuer: '"Example Corp."',
  holder: '"Example Fund LP"',
  principal: "$100,000",
  issued: "January 2, 2024",
  matures: "January 2, 2025",
};

type Needed = Readonly<Partial<Record<keyof typeof needed, string | undefined>>>;

/** A note with what every note needs, some of it changed or (undefined) left out, and more lines behind. */
export function sheet(lines: string, changed: Needed = {}): string {
  const head = Object.entries({ ...needed, ...changed }).flatMap(([name, words]) =>
    words === undefined ? [] : [`  ${name} ${words}`],
  );
  return `note "Example Note" {\n${head.join("\n")}\n${lines}\n}\n`;
}

/** A note with a conversion at the holder's option. */
export function convertible(price: string, more = "", changed: Needed = {}): string {
  return sheet(`  conversion {\n    option holder\n    price ${price}\n${more}\n  }`, changed);
}

/** A market at the top of a file, with a table of prices a line a day. */
export function market(rows: string, more = ""): string {
  return `market {\n  ${more}\n  prices {\n${rows}\n  }\n}\n`;
}

export function scenario(on: string, more = "", name = "Played"): string {
  return `scenario "${name}" {\n  on ${on}\n  ${more}\n}\n`;
}

/** What is wrong with the shape of a marked source: `code “what is marked”`, in the order of the text. */
export function problemsAt(source: string, codes: ReadonlySet<string>): string[] {
  const analysis = read(readMarked(source).text);
  return problemsOf(analysis)
    .filter(({ problem }) => codes.has(problem.code))
    .map(({ problem, piece }) => {
      const text = analysis.pieces[piece]?.text ?? "";
      return `${problem.code} “${text.slice(problem.span.start, problem.span.end)}”`;
    });
}

export function read(text: string, files?: Parameters<typeof filesOf>[0], earlier?: Analysis): Analysis {
  return analyse(text, undefined, earlier, asShipped, filesOf(files));
}
