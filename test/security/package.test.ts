import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Bill {
  readonly bomFormat: string;
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly licenses?: unknown;
  }[];
}

test("the same commit makes the same package, with the licences and the bill of materials of what is in it", {
  timeout: 600_000,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), "notewright-"));
  try {
    const made = ["one", "two"].map((name) => {
      const out = join(folder, `${name}.vsix`);
      execFileSync(process.execPath, [join(root, "scripts/package.mts"), "--out", out], {
        cwd: root,
        stdio: "ignore",
      });
      const bytes = [".vsix", ".cdx.json", ".licences.txt"].map((end) =>
        readFileSync(join(folder, name + end)),
      );
      return bytes.map((one) => createHash("sha256").update(one).digest("hex"));
    });
    expect(made[0]).toEqual(made[1]);
    const bill = JSON.parse(readFileSync(join(folder, "one.cdx.json"), "utf8")) as Bill;
    expect(bill.bomFormat).toBe("CycloneDX");
    const names = bill.components.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["chevrotain", "decimal.js", "vscode-languageserver", "commander"]),
    );
    expect(names).not.toContain("vitest");
    const licences = readFileSync(join(folder, "one.licences.txt"), "utf8");
    for (const { name, version, licenses } of bill.components) {
      expect(licences).toContain(`\n${name} ${version} (`);
      expect(licenses, name).toBeDefined();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
