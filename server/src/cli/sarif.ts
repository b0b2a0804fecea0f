import { isAbsolute, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Location, Log, Result } from "sarif";
import { version } from "../../../package.json";
import type { Severity } from "../base/problem.ts";
import { docsUrl, homepage } from "../catalog/docs.ts";
import { codes } from "../checks/codes.ts";
import type { Range } from "../document/place.ts";
import type { FindingRecord } from "./check.ts";
import { type Io, placeOf } from "./io.ts";

/** Findings as a log in SARIF 2.1.0, the format in which code scanning takes them. */
export function sarifLog(findings: readonly FindingRecord[], complete: boolean, io: Io): Log {
  const rules = codes.filter(({ kind }) => kind !== "point");
  const places = new Map(rules.map(({ code }, index) => [code, index]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Notewright",
            version,
            informationUri: homepage,
            rules: rules.map(({ code, title, severity, page }) => ({
              id: code,
              shortDescription: message(title),
              helpUri: docsUrl(page),
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: complete }],
        results: findings.map((finding) => result(finding, places.get(finding.code), io)),
      },
    ],
  };
}

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

function result(finding: FindingRecord, ruleIndex: number | undefined, io: Io): Result {
  const { code, severity, file, range, related } = finding;
  return {
    ruleId: code,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: message(finding.message),
    locations: [location(file, range, io)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            ...location(other.file, other.range, io),
            message: message(other.message),
          })),
        }),
  };
}

/** A text as the format wants it: a brace that opens no placeholder is doubled, and what reads as a link is none. */
function message(text: string): { readonly text: string } {
  return { text: text.replace(/[{}]/g, "$&$&").replaceAll("](", "] (") };
}

/** Lines and columns count from 1; the end is the column behind the last character. */
function location(file: string, { start, end }: Range, io: Io): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: addressOf(file, io) },
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}

/** A path below the working folder relative to it, any other in full. */
function addressOf(file: string, io: Io): string {
  const path = relative(io.folder, placeOf(file, io));
  if (path.startsWith("..") || isAbsolute(path)) return pathToFileURL(placeOf(file, io)).href;
  return path.split(sep).map(encodeURIComponent).join("/");
}
