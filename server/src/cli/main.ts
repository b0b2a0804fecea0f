import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type Analysis, analyse } from "../features/analysis.ts";
import { explain } from "../features/explain.ts";
import { type Day, parseIsoDate } from "../quantity/date.ts";
import { findingsIn, findingText } from "./check.ts";
import { type FormatOptions, formatFiles } from "./format.ts";
import { memo } from "./memo.ts";
import { readSource } from "./read.ts";

/** 0: done, without errors; 1: errors were found; 2: arguments or files that can't be used. */
type ExitCode = 0 | 1 | 2;

interface Options {
  readonly format: "text" | "json";
  readonly final?: boolean;
  readonly on?: Day;
}

function main(argv: readonly string[]): ExitCode {
  let code: ExitCode = 0;
  const program = new Command("notewright")
    .description("Checks and works out the terms of convertible and promissory notes.")
    .exitOverride()
    .configureOutput({ outputError: (message, write) => write(oneLine(message)) });
  program
    .command("check")
    .description("list what is wrong or left open")
    .addOption(formatOption())
    .option("--final", "the draft claims to be final: whatever is still open is an error")
    .argument("<file...>", "note files; - is standard input")
    .action((files: string[], options: Options) => {
      code = check(files, options);
    });
  program
    .command("explain")
    .description("print every number that the terms imply, with its derivation")
    .addOption(formatOption())
    .option("--on <date>", "the day for numbers that need one, as year-month-day", parseDay)
    .argument("<file...>", "note files; - is standard input")
    .action((files: string[], options: Options) => {
      code = explainFiles(files, options);
    });
  program
    .command("format")
    .description("write the terms as a term sheet: one clause a line, values in a column")
    .option("--check", "list the files that are not formatted, and change none")
    .argument("<file...>", "note files; - is standard input")
    .action((files: string[], options: FormatOptions) => {
      code = formatFiles(files, options);
    });
  try {
    program.parse([...argv]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

function formatOption(): Option {
  return new Option("--format <format>", "how to print").choices(["text", "json"]).default("text");
}

function parseDay(text: string): Day {
  const day = parseIsoDate(text);
  if (day === undefined)
    throw new InvalidArgumentError("Write the day as year-month-day, such as 2018-12-06.");
  return day;
}

function check(files: readonly string[], { format, final = false }: Options): ExitCode {
  const { usable, unusable } = analyses(files, undefined);
  const findings = usable.flatMap(({ file, analysis }) => findingsIn(file, analysis, final));
  if (format === "json") print(JSON.stringify(findings, undefined, 2));
  else if (findings.length > 0) print(findings.map(findingText).join("\n"));
  if (unusable) return 2;
  return findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

function explainFiles(files: readonly string[], { format, on }: Options): ExitCode {
  const { usable, unusable } = analyses(files, on);
  for (const { file, analysis } of usable) {
    print(format === "json" ? JSON.stringify({ file, notes: explain(analysis) }) : memo(analysis));
  }
  return unusable ? 2 : 0;
}

interface Analysed {
  readonly file: string;
  readonly analysis: Analysis;
}

function analyses(
  files: readonly string[],
  on: Day | undefined,
): { readonly usable: Analysed[]; readonly unusable: boolean } {
  const usable: Analysed[] = [];
  let unusable = false;
  for (const file of files) {
    const source = readSource(file);
    if ("unusable" in source) {
      process.stderr.write(`notewright: ${source.unusable}\n`);
      unusable = true;
    } else usable.push({ file, analysis: analyse(source.text, on) });
  }
  return { usable, unusable };
}

function oneLine(message: string): string {
  return `notewright: ${
    message
      .replace(/^error: /, "")
      .trim()
      .split("\n")[0]
  }\n`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A reader that has seen enough, such as `head`, closes the pipe: no reason to complain. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = main(process.argv);
