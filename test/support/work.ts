import { Session } from "node:inspector";
import { setFlagsFromString } from "node:v8";

/**
 * Counts the work of a run in steps: how often the functions and blocks of the sources are gone through, which is the
 * same on every machine. What is to be counted block by block has to be imported after this.
 */
export function countingWork(): (run: () => void) => number {
  // What has not been called for long would lose its counts, and what is optimised is not counted in full.
  setFlagsFromString("--no-flush-bytecode");
  setFlagsFromString("--no-opt");
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const taken = (): number => {
    let steps = 0;
    session.post("Profiler.takePreciseCoverage", (_, { result }) => {
      for (const { url, functions } of result)
        if (url.includes("/server/src/"))
          for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    });
    return steps;
  };
  return (run) => {
    taken();
    run();
    return taken();
  };
}
