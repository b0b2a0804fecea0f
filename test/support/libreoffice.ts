import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Whether LibreOffice is on this machine, which recalculates spreadsheets and reads documents as their readers do. */
export const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;

/** Files of office documents, by their names without an ending, as LibreOffice writes them in another format. */
export function converted(
  files: ReadonlyMap<string, Uint8Array>,
  from: string,
  to: string,
): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "notewright-office-"));
  try {
    mkdirSync(join(folder, "in"));
    for (const [name, file] of files) writeFileSync(join(folder, "in", `${name}.${from}`), file);
    const { status, stderr } = spawnSync(
      "soffice",
      [
        `-env:UserInstallation=file://${join(folder, "profile")}`,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        join(folder, "out"),
        ...[...files.keys()].map((name) => join(folder, "in", `${name}.${from}`)),
      ],
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`);
    const ending = to.split(":")[0] ?? to;
    return new Map(
      [...files.keys()].map((name) => [name, readFileSync(join(folder, "out", `${name}.${ending}`))]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A spreadsheet whose formulas no longer say what they come to, so that whoever opens it has to calculate. */
export function withoutResults(file: Uint8Array): Uint8Array {
  const entries = Object.entries(unzipSync(file)).map(([name, content]) => [
    name,
    name.startsWith("xl/worksheets/sheet")
      ? strToU8(strFromU8(content).replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1"))
      : content,
  ]);
  return zipSync(Object.fromEntries(entries));
}
