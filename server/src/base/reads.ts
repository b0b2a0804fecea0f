// What is looked at while something is worked out. Whatever can be looked at has a cell: a small whole number in a part,
// such as a clause of the note or of one of its scenarios. A frame collects the cells of one piece of work; work that is
// done within it adds its own.

/** Cells by part, each a bit. */
export type Cells = readonly (readonly number[] | undefined)[];

/** The cells that a piece of work has looked at: bits by part, 30 to a number. */
export interface Reads {
  readonly parts: Cells;
  /** Whether it has looked at something that no cell stands for, such as the text itself: then it has looked at all. */
  readonly all: boolean;
}

export const nothingRead: Reads = { parts: [], all: false };

interface Frame {
  readonly parts: (number[] | undefined)[];
  all: boolean;
}

let current: Frame | undefined;

const bitsEach = 30;

/** An answer, and all that was looked at for it. */
export interface Watched<T> {
  readonly value: T;
  readonly reads: Reads;
}

/** Does a piece of work and says what it looked at; what is under way around it has looked at the same. */
export function watched<T>(work: () => T): Watched<T> {
  return watchedWith(work, undefined, undefined);
}

/** The same for work that is given two things, which spares the caller a function for each piece of it. */
export function watchedWith<A, B, T>(work: (a: A, b: B) => T, a: A, b: B): Watched<T> {
  const outer = current;
  const frame: Frame = { parts: [], all: false };
  current = frame;
  try {
    return { value: work(a, b), reads: frame };
  } finally {
    current = outer;
    lookedAtAllOf(frame);
  }
}

/** Does a piece of work whose answer is not made of what it looks at. */
export function unwatched<T>(work: () => T): T {
  const outer = current;
  current = undefined;
  try {
    return work();
  } finally {
    current = outer;
  }
}

/** The work under way looks at a cell of a part. */
export function lookedAt(part: number, cell: number): void {
  if (!current) return;
  const words = current.parts[part];
  const at = (cell / bitsEach) | 0;
  if (words !== undefined && at < words.length) words[at] = (words[at] as number) | (1 << (cell % bitsEach));
  else addCell(current.parts, part, cell);
}

/** Adds a cell to some that are listed by part. */
export function addCell(parts: (number[] | undefined)[], part: number, cell: number): void {
  let words = parts[part];
  if (!words) {
    words = [];
    parts[part] = words;
  }
  const at = Math.floor(cell / bitsEach);
  while (words.length <= at) words.push(0);
  words[at] = (words[at] ?? 0) | (1 << (cell % bitsEach));
}

/** The work under way looks at what no cell stands for. */
export function lookedAround(): void {
  if (current) current.all = true;
}

/** The work under way rests on an answer, and so on all that was looked at for it. */
export function lookedAtAllOf({ parts, all }: Reads): void {
  if (!current) return;
  if (all) current.all = true;
  for (let part = 0; part < parts.length; part++) {
    const from = parts[part];
    if (!from) continue;
    const words = current.parts[part];
    if (!words) {
      current.parts[part] = [...from];
      continue;
    }
    for (let at = 0; at < from.length; at++) {
      if (at < words.length) words[at] = (words[at] ?? 0) | (from[at] ?? 0);
      else words.push(from[at] ?? 0);
    }
  }
}

/** What the work under way has looked at so far; undefined where nobody watches. */
export function readSoFar(): Reads | undefined {
  return current;
}

/** Whether a cell was looked at. */
export function hasRead({ parts, all }: Reads, part: number, cell: number): boolean {
  return all || ((parts[part]?.[Math.floor(cell / bitsEach)] ?? 0) & (1 << (cell % bitsEach))) !== 0;
}

/** Whether any of the cells that were looked at is among some others, given by part. */
export function meets({ parts }: Reads, others: Cells): boolean {
  for (let part = 0; part < parts.length; part++) {
    const mine = parts[part];
    const theirs = others[part];
    if (!mine || !theirs) continue;
    const length = Math.min(mine.length, theirs.length);
    for (let at = 0; at < length; at++) if (((mine[at] ?? 0) & (theirs[at] ?? 0)) !== 0) return true;
  }
  return false;
}

/** The cells of a part that were looked at, in order. */
export function cellsRead({ parts }: Reads, part: number): number[] {
  const found: number[] = [];
  (parts[part] ?? []).forEach((word, at) => {
    for (let bit = 0; bit < bitsEach; bit++) if ((word & (1 << bit)) !== 0) found.push(at * bitsEach + bit);
  });
  return found;
}
