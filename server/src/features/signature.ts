import type { ParameterInformation, SignatureHelp, SignatureInformation } from "vscode-languageserver-types";
import { phrasesFor, stopsOf } from "../catalog/phrases.ts";
import type { Analysis } from "../document/analysis.ts";
import type { Position } from "../document/place.ts";
import { valueLineAt } from "./completion.ts";
import { partAt } from "./offers.ts";

/** The ways to say the clause at a position, with the part that is being written; undefined where none goes on as typed. */
export function signatureAt(analysis: Analysis, position: Position): SignatureHelp | undefined {
  const line = valueLineAt(analysis, position);
  if (!line) return undefined;
  const typed = line.rest.trimStart();
  const found = phrasesFor(line.path, line.spec).flatMap((phrase) => {
    const part = stopsOf(phrase).length > 1 ? partAt(phrase, typed) : undefined;
    return part === undefined ? [] : [{ phrase, part }];
  });
  if (found.length === 0) return undefined;
  const name = line.spec.names[0];
  return {
    signatures: found.map(({ phrase, part }) => ({
      ...signature(`${name} `, phrase),
      documentation: { kind: "markdown", value: line.spec.summary },
      activeParameter: part,
    })),
    activeSignature: 0,
    activeParameter: found[0]?.part ?? 0,
  };
}

function signature(before: string, phrase: string): SignatureInformation {
  let label = before;
  const parameters = stopsOf(phrase).map(({ text }): ParameterInformation => {
    const start = label.length;
    label += text;
    return { label: [start, label.length] };
  });
  return { label, parameters };
}
