import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The day that every written file gives as its own: what is written says nothing of when, so that the same is the same. */
const fixedDay = "2000-01-01T00:00:00Z";

/**
 * An office document packed anew, the same bytes for the same content: entries in order of their names, all of one day,
 * and the days of its properties that day.
 */
export function repacked(file: Uint8Array): Uint8Array {
  const entries = unzipSync(file);
  const names = Object.keys(entries).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const settled = names.map((name) => {
    const content = entries[name] ?? new Uint8Array();
    return [name, name === "docProps/core.xml" ? withFixedDays(content) : content] as const;
  });
  // Days of a zip are local time, whatever the place: this one reads as the same day everywhere.
  return zipSync(Object.fromEntries(settled), { level: 6, mtime: "2000-01-01T00:00:00" });
}

/** Readers want the list of types first. */
function rank(name: string): number {
  return name === "[Content_Types].xml" ? 0 : name.startsWith("_rels/") ? 1 : 2;
}

function withFixedDays(content: Uint8Array): Uint8Array {
  return strToU8(
    strFromU8(content).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g, `$1${fixedDay}$2`),
  );
}
