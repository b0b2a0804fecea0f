// What of the packages is shipped: the bill of materials beside the package, and what is known against it.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup.mjs";

interface Component {
  readonly name: string;
  readonly version: string;
  readonly "bom-ref": string;
}

interface Bill {
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** The packages in the bundles by the notices of the last build: a title is `name version (licence)`. */
export function shippedPackages(): ReadonlySet<string> {
  const notices = readFileSync(join(root, "dist/THIRD-PARTY-NOTICES.txt"), "utf8");
  const titles = notices.matchAll(/^-{72}\n(\S+) (\S+) \([^\n]*\)\n/gm);
  return new Set([...titles].map(([, name, version]) => `${name}@${version}`));
}

/** The bill of materials in CycloneDX's format, of what is shipped alone; the same for the same lock file. */
export function billOfMaterials(): object {
  const shipped = shippedPackages();
  const text = execFileSync("npm", ["sbom", "--sbom-format=cyclonedx", "--package-lock-only"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    shell: process.platform === "win32",
  });
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Component;
  const bill = JSON.parse(text) as Bill & { readonly metadata: { readonly component: object } };
  const components = bill.components.filter((one) => shipped.has(`${one.name}@${one.version}`));
  const missing = [...shipped].filter(
    (title) => !components.some((one) => `${one.name}@${one.version}` === title),
  );
  if (missing.length > 0)
    throw new Error(`The lock file does not have what is shipped: ${missing.join(", ")}`);
  const refs = new Set(components.map((one) => one["bom-ref"]));
  // Numbers and times of this run would make another file of the same contents.
  const { serialNumber: _, ...rest } = bill as Bill & { serialNumber?: string };
  const { timestamp: __, ...metadata } = bill.metadata as { timestamp?: string; component: object };
  return {
    ...rest,
    metadata: { ...metadata, component: { ...metadata.component, name, version } },
    components,
    dependencies: bill.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
  };
}

/** What is known against the packages that are shipped; undefined where the registry does not say. */
export function advisories(): readonly string[] | undefined {
  const { stdout } = spawnSync("npm", ["audit", "--json"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const report = JSON.parse(stdout || "{}") as {
    readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>;
  };
  if (!report.vulnerabilities) return undefined;
  const names = new Set([...shippedPackages()].map((title) => title.slice(0, title.lastIndexOf("@"))));
  return Object.entries(report.vulnerabilities).flatMap(([name, { severity }]) =>
    names.has(name) ? [`${name}: ${severity}`] : [],
  );
}
