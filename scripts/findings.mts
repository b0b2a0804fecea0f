// docs/findings.md: every finding on the sheets of real documents, for a person to read and judge.
import { readdirSync, readFileSync } from "node:fs";
import { type Found, problemsIn } from "../test/support/analyse.ts";
import { beyondTheRules, mistakes } from "../test/support/mistakes.ts";
import { allMistakes, isFound, randomMistakes } from "../test/support/mistakes-found.ts";

const root = new URL("../", import.meta.url);
const folders: readonly (readonly [string, string])[] = [
  ["examples", "The filings"],
  ["test/field", "The instruments"],
];

/** The page with every finding on the filings and the field sheets, and what is found of mistakes made at random. */
export function findingsPage(): string {
  const parts = folders.flatMap(([folder, title]) => {
    const sheets = sheetsIn(folder);
    return sheets.length === 0 ? [] : [`## ${title}`, ...sheets.map(sheetPart)];
  });
  return `${[
    "# What is found in real notes",
    "Every finding on the sheets of the two filings and of the instruments from public filings, each in the place where an editor shows it. A sheet says what its document says; parties have invented names in the instruments, and prices are illustrative. Each finding is meant to be true and of use: a line that is neither is a fault of the rule. An error stands only where the document itself is wrong. What is still blank in a sheet is counted, not listed.",
    ...parts,
    ...mistakesPart(),
  ].join("\n\n")}\n`;
}

/** The sheets below a folder by path, in the order of their names; none where the folder is not there. */
function sheetsIn(folder: string): readonly string[] {
  const names = listed(folder);
  return names.filter((name) => name.endsWith(".note")).map((name) => `${folder}/${name}`);
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .sort();
  } catch {
    return [];
  }
}

function sheetPart(path: string): string {
  const text = readFileSync(new URL(path, root), "utf8");
  const problems = problemsIn(text);
  const blanks = problems.filter(({ code }) => code === "still-open").length;
  const shown = problems.filter(({ code }) => code !== "still-open");
  const about = /^\/\/ (.*)$/m.exec(text)?.[1];
  const open = blanks === 0 ? [] : [`${blanks} ${blanks === 1 ? "place is" : "places are"} still open.`];
  return [
    `### ${path}`,
    [...(about === undefined || !text.startsWith("//") ? [] : [about]), ...open].join(" "),
    shown.length === 0
      ? "Nothing else is found."
      : ["| line | finding | what it says |", "|---|---|---|", ...shown.map((one) => row(one, text))].join(
          "\n",
        ),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function row({ at, severity, code, message }: Found, text: string): string {
  const line = text.slice(0, at.start).split("\n").length;
  const words = message.replaceAll("|", "\\|").replaceAll("\n", "<br>");
  return `| ${line} | ${severity} \`${code}\` | ${words} |`;
}

function mistakesPart(): string[] {
  const sample = randomMistakes();
  const found = sample.filter(isFound).length;
  const beyond = new Set(beyondTheRules.map(({ kind }) => kind));
  const within = mistakes.filter(({ kind }) => !beyond.has(kind)).map(({ kind }) => kind);
  return [
    "## Mistakes made at random",
    `Into four sheets in which nothing is wrong one mistake each is made: of ${mistakes.length} kinds, at any of the ${allMistakes.length} places where they can be made. Of ${sample.length} taken at random ${found} are found. Every mistake of the ${within.length} kinds that are within the rules is found, wherever it is made; the others say something that may well be meant:`,
    [
      "| kind of mistake | why no rule can tell |",
      "|---|---|",
      ...beyondTheRules.map(({ kind, why }) => `| ${kind} | ${why} |`),
    ].join("\n"),
    `Found wherever they are made: ${within.join("; ")}.`,
  ];
}
