import { TooManySteps } from "./steps.ts";

/** Takes in what failed, a figure or a part of an answer, with the error. */
export type FailureReport = (what: string, error: unknown) => void;

let report: FailureReport | undefined;
/** What has been reported already: an error of a formula comes up again with every key that is typed. */
const reported = new Set<string>();
const mostReported = 200;

/**
 * From now on a part of an answer that fails is reported once, and words stand in its place. Where nobody takes reports,
 * as in tests, its error is thrown. Gives back who took them before.
 */
export function reportFailuresTo(taker: FailureReport | undefined): FailureReport | undefined {
  const before = report;
  report = taker;
  reported.clear();
  return before;
}

/** A part of an answer; where it fails, what stands in its place. What ends all work of a request is no failure. */
export function attempted<T>(what: string, work: () => T, instead: () => T): T {
  try {
    return work();
  } catch (error) {
    passedOver(what, error);
    return instead();
  }
}

/** Reports what failed, once; throws it again where nobody takes reports, and where it is to end all work of a request. */
export function passedOver(what: string, error: unknown): void {
  if (!report || error instanceof TooManySteps) throw error;
  const key = `${what}: ${String(error)}`;
  if (reported.has(key) || reported.size >= mostReported) return;
  reported.add(key);
  report(what, error);
}

/** What stands in place of a part of an answer that fails. */
export const partNotWorkedOut = "This part could not be worked out because of an error in Notewright.";

/** What is said where a figure or another part of an answer would stand. */
export function notWorkedOut(what: string): string {
  return `${what}, which could not be worked out because of an error in Notewright`;
}
