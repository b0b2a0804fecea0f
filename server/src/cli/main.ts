import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "../../../package.json";
import { counted } from "../base/words.ts";
import { asShipped, type Settings } from "../checks/levels.ts";
import type { Analysis } from "../document/analysis.ts";
import { explain } from "../features/explain.ts";
import { type Day, parseIsoDate } from "../quantity/date.ts";
import { analyseFile } from "./analyse.ts";
import { type CheckFormat, checkFormats, findingsIn, forFinal, report } from "./check.ts";
import { filesNamed } from "./files.ts";
import { type FormatOptions, formatFiles } from "./format.ts";
import { memo } from "./memo.ts";
import { housePolicies } from "./policy.ts";
import { readSource } from "./read.ts";
import { rulesData, rulesText } from "./rules.ts";

/** 0: done, without errors; 1: errors were found, or more warnings than may be; 2: arguments or files that can't be used. */
type ExitCode = 0 | 1 | 2;

interface CheckOptions {
  readonly format: CheckFormat;
  readonly final?: boolean;
  readonly maxWarnings?: number;
}

interface ExplainOptions {
  readonly format: "text" | "json";
  readonly on?: Day;
}

function main(argv: readonly string[]): ExitCode {
  let code: ExitCode = 0;
  const program = new Command("notewright")
    .description("Checks and works out the terms of convertible and promissory notes.")
    .version(version, "-v, --version", "print the version")
    .exitOverride()
    .configureOutput({ outputError: (message, write) => write(oneLine(message)) });
  program
    .command("check")
    .description("list what is wrong or left open")
    .addOption(formatOption(checkFormats))
    .option("--final", "the draft claims to be final: whatever is still open is an error")
    .option("--max-warnings <n>", "end with 1 where there are more warnings than this", parseCount)
    .argument("<file...>", fileArgument)
    .action((files: string[], options: CheckOptions) => {
      code = check(files, options);
    });
  program
    .command("explain")
    .description("print every number that the terms imply, with its derivation")
    .addOption(formatOption(["text", "json"]))
    .option("--on <date>", "the day for numbers that need one, as year-month-day", parseDay)
    .argument("<file...>", fileArgument)
    .action((files: string[], options: ExplainOptions) => {
      code = explainFiles(files, options);
    });
  program
    .command("format")
    .description("write the terms as a term sheet: one clause a line, values in a column")
    .option("--check", "list the files that are not formatted, and change none")
    .argument("<file...>", fileArgument)
    .action((files: string[], options: FormatOptions) => {
      code = formatFiles(files, options);
    });
  program
    .command("rules")
    .description("list every code with its severity, for settings and for allow")
    .addOption(formatOption(["text", "json"]))
    .action(({ format }: { readonly format: "text" | "json" }) => {
      print(format === "json" ? JSON.stringify(rulesData(), undefined, 2) : rulesText());
    });
  try {
    program.parse([...argv]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

const fileArgument = "note files, folders, or patterns in quotes; - is standard input";

function formatOption(formats: readonly string[]): Option {
  return new Option("--format <format>", "how to print").choices([...formats]).default("text");
}

function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Write a whole number, such as 0.");
  return Number(text);
}

function parseDay(text: string): Day {
  const day = parseIsoDate(text);
  if (day === undefined)
    throw new InvalidArgumentError("Write the day as year-month-day, such as 2018-12-06.");
  return day;
}

function check(args: readonly string[], { format, final = false, maxWarnings }: CheckOptions): ExitCode {
  const policies = housePolicies();
  const { usable, unusable } = analyses(args, undefined, (file) => {
    const settings = policies.settingsFor(file);
    return final ? forFinal(settings) : settings;
  });
  policies.complaints().forEach(complain);
  const complete = !unusable && policies.complaints().length === 0;
  const findings = usable.flatMap(({ file, analysis }) => findingsIn(file, analysis));
  const printed = report(format, findings, complete);
  if (printed !== undefined) print(printed);
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (tooMany) complain(`${counted(warnings, "warning")}, and --max-warnings is ${maxWarnings}.`);
  if (!complete) return 2;
  return tooMany || findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

function explainFiles(args: readonly string[], { format, on }: ExplainOptions): ExitCode {
  const { usable, unusable } = analyses(args, on, housePolicies().settingsFor);
  if (format === "json")
    for (const { file, analysis } of usable) print(JSON.stringify({ file, notes: explain(analysis) }));
  else {
    for (const { file, analysis } of usable)
      if (analysis.notes.length === 0) complain(`${file}: there is no note in it, and so no number.`);
    const memos = usable.filter(({ analysis }) => analysis.notes.length > 0);
    if (memos.length > 0) print(memos.map(({ analysis }) => memo(analysis)).join("\n\n\n"));
  }
  return unusable ? 2 : 0;
}

interface Analysed {
  readonly file: string;
  readonly analysis: Analysis;
}

function analyses(
  args: readonly string[],
  on: Day | undefined,
  settingsFor: (file: string) => Settings = () => asShipped,
): { readonly usable: Analysed[]; readonly unusable: boolean } {
  const named = filesNamed(args);
  named.unusable.forEach(complain);
  const usable: Analysed[] = [];
  let unusable = named.unusable.length > 0;
  for (const file of named.files) {
    const source = readSource(file);
    if ("unusable" in source) {
      complain(source.unusable);
      unusable = true;
    } else usable.push({ file, analysis: analyseFile(file, source.text, on, settingsFor(file)) });
  }
  return { usable, unusable };
}

function complain(message: string): void {
  process.stderr.write(`notewright: ${message}\n`);
}

/** What is wrong with the arguments, and behind it what may have been meant. */
function oneLine(message: string): string {
  const lines = message
    .replace(/^error: /, "")
    .trim()
    .split("\n");
  return `notewright: ${lines.join(" ")}\n`;
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
