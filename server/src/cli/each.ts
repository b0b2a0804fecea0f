import { filesNamed } from "./files.ts";
import { complain, type Io } from "./io.ts";
import { readSource } from "./read.ts";

/** What came of the files that some arguments name. */
export interface Each<T> {
  readonly found: readonly T[];
  /** Whether one of them could not be used; what is wrong with it has been said. */
  readonly unusable: boolean;
}

/** Reads each file that some arguments name and works on it. One that can't be used leaves the others as they are. */
export function withEach<T>(
  args: readonly string[],
  io: Io,
  work: (file: string, text: string) => T,
): Each<T> {
  const { files, unusable: complaints } = filesNamed(args, io);
  for (const complaint of complaints) complain(io, complaint);
  const found: T[] = [];
  let unusable = complaints.length > 0;
  for (const file of files) {
    const source = readSource(file, io);
    const outcome = "unusable" in source ? source : guarded(file, () => ({ done: work(file, source.text) }));
    if ("done" in outcome) found.push(outcome.done);
    else {
      complain(io, outcome.unusable);
      unusable = true;
    }
  }
  return { found, unusable };
}

function guarded<T>(file: string, work: () => T): T | { readonly unusable: string } {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      unusable: `${file}: Notewright failed on this file because of an error of its own (${reason}).`,
    };
  }
}
