import type { Settings } from "../checks/levels.ts";
import { againstPaper } from "../reading/against.ts";
import { analyseFile } from "./analyse.ts";
import { answerCache } from "./cache.ts";
import { findingsIn, forFinal } from "./check.ts";
import type { Checked, CheckOptions, Io } from "./io.ts";
import type { NamedPaper } from "./papers.ts";
import { housePolicies } from "./policy.ts";
import { readSource } from "./read.ts";

/**
 * Checks one file after the other, each under the policy above it and beside some papers; one that fails leaves the
 * others as they are.
 */
export function checkOne(
  { final, cache }: CheckOptions,
  io: Io,
  papers: readonly NamedPaper[] = [],
): (file: string) => Checked {
  const policies = housePolicies(io);
  const answers = cache ? answerCache(io) : undefined;
  return (file) => {
    const source = readSource(file, io);
    if ("unusable" in source) return source;
    const policy: Settings = policies.settingsFor(file);
    const settings = final ? forFinal(policy) : policy;
    const complaints = policies.complaints();
    try {
      const work = () => {
        const analysis = analyseFile(file, source.text, undefined, settings, io);
        const beside = papers.flatMap(({ name, reading }) => againstPaper(analysis, reading, name));
        return { findings: findingsIn(file, analysis, beside), drawn: analysis.filesUsed };
      };
      const findings = answers ? answers(file, source.text, settings, work) : work().findings;
      return { file, findings, complaints };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const unusable = `${file}: Notewright failed on this file because of an error of its own (${reason}).`;
      return { file, unusable, complaints };
    }
  };
}

export function* checkedWith(check: (file: string) => Checked, files: readonly string[]): Iterable<Checked> {
  for (const file of files) yield check(file);
}
