import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "../../../package.json";
import type { Analysis } from "../document/analysis.ts";
import { formatNames } from "../export/names.ts";
import { type Part, parts } from "../export/note-page.ts";
import { explain } from "../features/explain.ts";
import { type Day, parseIsoDate } from "../quantity/date.ts";
import { analyseFile } from "./analyse.ts";
import { checkFormats } from "./check.ts";
import { type CheckFlags, checkFiles } from "./check-files.ts";
import { type DiffFormat, diffFiles, diffFormats } from "./diff.ts";
import { withEach } from "./each.ts";
import { type ExportOptions, exportSheet } from "./export.ts";
import { type FormatOptions, formatFiles } from "./format.ts";
import { complain, type Io, print, printJson } from "./io.ts";
import { memo } from "./memo.ts";
import type { Papers } from "./memo-source.ts";
import { papersIn, papersNamed, papersOf, readPapers } from "./papers.ts";
import { housePolicies } from "./policy.ts";
import { showRule } from "./rule-text.ts";
import { rulesData, rulesText } from "./rules.ts";

/** 0: done, without errors; 1: errors were found, or more warnings than may be; 2: arguments or files that can't be used. */
export type ExitCode = 0 | 1 | 2;

interface ExplainOptions {
  readonly format: "text" | "json";
  readonly on?: Day;
}

/**
 * Runs one command, `argv` as a process gets it, and says what the process should end with. What takes longer than the
 * call is handed to `later`, and says it in the end.
 */
export function run(
  argv: readonly string[],
  io: Io,
  later: (work: Promise<ExitCode>) => void = () => {},
): ExitCode {
  let code: ExitCode = 0;
  const program = new Command("notewright")
    .description("Checks and works out the terms of convertible and promissory notes.")
    .version(version, "-v, --version", "print the version")
    .exitOverride()
    .configureOutput({
      writeOut: io.stdout,
      writeErr: io.stderr,
      outputError: (message) => complain(io, oneLine(message)),
    });
  program
    .command("check")
    .description("list what is wrong or left open")
    .addOption(formatOption(Object.keys(checkFormats)))
    .option("--against <paper>", "compare with what a paper says; may be given again", gathered, [])
    .option("--final", "the draft claims to be final: whatever is still open is an error")
    .option("--max-warnings <n>", "end with 1 where there are more warnings than this", parseCount)
    .option("--select <codes>", "list these codes alone, with commas between them", parseCodes)
    .option("--ignore <codes>", "leave these codes out", parseCodes)
    .option("--fix", "first make every repair that can't change a number")
    .option("--threads <n>", "how many files to check at once; one for each core by itself", parseThreads)
    .option("--cache", "answer files that have not changed from earlier runs")
    .argument("<file...>", fileArgument)
    .action((files: string[], options: CheckFlags & Against) => {
      if (options.against.length === 0) code = checkFiles(files, options, io);
      else later(checkAgainst(files, options, io));
    });
  program
    .command("explain")
    .description("print every number that the terms imply, with its derivation")
    .addOption(formatOption(["text", "json"]))
    .option("--on <date>", "the day for numbers that need one, as year-month-day", parseDay)
    .argument("<file...>", fileArgument)
    .action((files: string[], options: ExplainOptions) => {
      code = explainFiles(files, options, io, later);
    });
  program
    .command("format")
    .description("write the terms as a term sheet: one clause a line, values in a column")
    .option("--check", "list the files that are not formatted, and change none")
    .option("--diff", "show what would change, and change nothing")
    .argument("<file...>", fileArgument)
    .action((files: string[], options: FormatOptions) => {
      code = formatFiles(files, options, io);
    });
  program
    .command("diff")
    .description("say what changed between two versions of a sheet: in words, in money, in what is found")
    .addOption(formatOption(Object.keys(diffFormats)))
    .argument("<old>", "the version before; - is standard input")
    .argument("<new>", "the version now")
    .action((before: string, after: string, { format }: { readonly format: DiffFormat }) => {
      code = diffFiles(before, after, format, io);
    });
  program
    .command("export")
    .description("write a sheet as a document or a spreadsheet")
    .addOption(
      new Option("--to <format>", "what to write, where the file's ending does not say it").choices([
        ...formatNames,
      ]),
    )
    .option("--as <parts>", `parts of a document: ${parts.join(",")}`, parseParts)
    .option("--on <date>", "the day for numbers that need one, as year-month-day", parseDay)
    .requiredOption(
      "--out <file>",
      "the file to write, replaced once the new one is whole; - is standard output",
    )
    .argument("<sheet>", "a note file; - is standard input")
    .action((sheet: string, options: ExportOptions) => later(exportSheet(sheet, options, io)));
  program
    .command("read")
    .description("read papers — text, HTML, Word, PDF — into a draft sheet")
    .argument("<paper...>", "the papers to read; - is standard input")
    .action((papers: string[]) => later(readPapers(papers, io)));
  program
    .command("rules")
    .description(
      "list every code with its severity, for settings and for allow, or show what one code is about",
    )
    .addOption(formatOption(["text", "json"]))
    .argument("[code]", "the code to show")
    .action((name: string | undefined, { format }: { readonly format: "text" | "json" }) => {
      if (name !== undefined) code = showRule(name, format, io);
      else if (format === "json") printJson(io, rulesData(), 2);
      else print(io, rulesText());
    });
  program
    .command("lsp")
    .description("serve an editor by the language server protocol, over standard input and output")
    .option("--stdio", "the way that is used in any case; editors say it")
    .action(() => {
      if (io.serve) return io.serve();
      complain(io, "there is no language server beside this command.");
      code = 2;
    });
  try {
    program.parse([...argv]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** More threads at once help on no machine, and each has its own memory. */
const mostThreads = 64;

const fileArgument = "note files, folders, or patterns in quotes; - is standard input";

function formatOption(formats: readonly string[]): Option {
  return new Option("--format <format>", "how to print").choices([...formats]).default("text");
}

function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Write a whole number, such as 0.");
  return Number(text);
}

function parseThreads(text: string): number {
  const count = parseCount(text);
  if (count < 1 || count > mostThreads)
    throw new InvalidArgumentError(`Write a whole number from 1 to ${mostThreads}.`);
  return count;
}

function parseCodes(text: string): string[] {
  return text
    .split(",")
    .map((code) => code.trim())
    .filter((code) => code !== "");
}

function parseParts(text: string): Part[] {
  const found = text.split(",").map((word) => parts.find((part) => part === word.trim()));
  if (found.includes(undefined)) throw new InvalidArgumentError(`Write some of ${parts.join(",")}.`);
  return found.filter((part) => part !== undefined);
}

function parseDay(text: string): Day {
  const day = parseIsoDate(text);
  if (day === undefined)
    throw new InvalidArgumentError("Write the day as year-month-day, such as 2018-12-06.");
  return day;
}

/** The papers that sheets are compared with. */
interface Against {
  readonly against: readonly string[];
}

/** Checks sheets as `checkFiles` does, and beside that what each says otherwise than the papers. */
async function checkAgainst(
  args: readonly string[],
  { against, ...flags }: CheckFlags & Against,
  io: Io,
): Promise<ExitCode> {
  const { papers, unusable } = await papersNamed(against, io);
  const code = checkFiles(args, { ...flags, papers }, io);
  return unusable ? 2 : code;
}

function gathered(paper: string, before: readonly string[]): readonly string[] {
  return [...before, paper];
}

function explainFiles(
  args: readonly string[],
  { format, on }: ExplainOptions,
  io: Io,
  later: (work: Promise<ExitCode>) => void,
): ExitCode {
  const { settingsFor } = housePolicies(io);
  const analysed = (file: string, text: string): Analysis =>
    analyseFile(file, text, on, settingsFor(file), io);
  if (format === "json") {
    const { found, unusable } = withEach(args, io, (file, text) => ({
      file,
      notes: explain(analysed(file, text)),
    }));
    for (const one of found) printJson(io, one);
    return unusable ? 2 : 0;
  }
  const { found, unusable } = withEach(args, io, (file, text) => {
    const analysis = analysed(file, text);
    if (analysis.notes.length > 0) return [{ file, analysis }];
    complain(io, `${file}: there is no note in it, and so no number.`);
    return [];
  });
  const sheets = found.flat();
  const code = unusable ? 2 : 0;
  const show = (papers: ReadonlyMap<string, Papers>): void => {
    if (sheets.length > 0)
      print(io, sheets.map(({ file, analysis }) => memo(analysis, papers.get(file))).join("\n\n\n"));
  };
  if (sheets.some(({ analysis }) => papersIn(analysis).length > 0))
    later(
      papersOf(sheets, io).then((papers) => {
        show(papers);
        return code;
      }),
    );
  else show(new Map());
  return code;
}

/** What is wrong with the arguments, and behind it what may have been meant. */
function oneLine(message: string): string {
  return message
    .replace(/^error: /, "")
    .trim()
    .split("\n")
    .join(" ");
}
