import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Settings } from "../checks/levels.ts";
import { isOurs } from "../disk/ours.ts";
import { readWithin } from "../disk/read.ts";
import { workspaceOf } from "../disk/workspace.ts";
import type { FileContent } from "../document/files.ts";
import type { FindingRecord } from "./check.ts";
import { type Io, placeOf } from "./io.ts";

/** What checking a file comes to, with the files that it draws on. */
interface Work {
  readonly findings: readonly FindingRecord[];
  readonly drawn: ReadonlyMap<string, FileContent | undefined>;
}

/** An answer as it is stored: findings, and a hash of each file that they rest on beside the sheet. */
interface Stored {
  readonly findings: readonly FindingRecord[];
  readonly drawn: readonly (readonly [path: string, hash: string])[];
}

/** Gives the findings of a file: those of an earlier run where nothing that they rest on has changed since. */
export type AnswerCache = (
  file: string,
  text: string,
  settings: Settings,
  work: () => Work,
) => readonly FindingRecord[];

/**
 * Answers of earlier runs, found by all that they rest on: the build of the program, the sheet's name, place and text,
 * settings and policy, and the files that it draws on. They lie in a folder that only this account can write to, a file
 * each; without such a folder every answer is worked out. Nothing here throws.
 */
export function answerCache(io: Io): AnswerCache | undefined {
  const { cache } = io;
  if (!cache || !prepared(cache.folder)) return undefined;
  return (file, text, settings, work) => {
    const place = placeOf(file, io);
    const workspace = workspaceOf(file, io.folder);
    const levels = [...settings.levels].sort(([a], [b]) => (a < b ? -1 : 1));
    const basis = [cache.build, file, place, workspace, levels, [...settings.neverAllowed].sort(), text];
    const path = join(cache.folder, `${hashOf(JSON.stringify(basis))}.json`);
    const hashAt = (drawn: string): string =>
      contentHash(readWithin(workspace, resolve(dirname(place), drawn)));
    const known = stored(path);
    if (known?.drawn.every(([drawn, hash]) => hashAt(drawn) === hash)) return known.findings;
    const { findings, drawn } = work();
    const hashes = [...drawn].map(([one, content]) => [one, contentHash(content)] as const);
    store(path, { findings, drawn: hashes });
    return findings;
  };
}

/** More answers than these are not stored: those that were stored first go. */
const mostAnswers = 50_000;

function prepared(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOurs(folder)) return false;
    prune(folder);
    return true;
  } catch {
    return false;
  }
}

function prune(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= mostAnswers) return;
  const byAge = names
    .map((name) => ({ path: join(folder, name), stored: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => a.stored - b.stored);
  for (const { path } of byAge.slice(0, names.length - mostAnswers / 2)) remove(path);
}

function stored(path: string): Stored | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(path, "utf8"));
    const isStored = typeof found === "object" && found !== null && "findings" in found && "drawn" in found;
    return isStored && Array.isArray(found.findings) && Array.isArray(found.drawn)
      ? (found as Stored)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Complete or not at all: another process may read or write the same answer. */
function store(path: string, answer: Stored): void {
  const unfinished = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    writeFileSync(unfinished, JSON.stringify(answer), { mode: 0o600, flag: "wx" });
    renameSync(unfinished, path);
  } catch {
    remove(unfinished);
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was not there.
  }
}

function contentHash(content: FileContent | undefined): string {
  return hashOf(content === undefined ? "" : JSON.stringify(content));
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
