import type { FileContent, Files } from "../../server/src/document/files.ts";

/** Files by their paths from the sheet. What is not among them is not there; without a list nothing is loaded yet. */
export function filesOf(texts: Readonly<Record<string, string | FileContent>> | Files | undefined): Files {
  if (texts && typeof texts.get === "function") return texts as Files;
  return {
    get: (path) => {
      if (!texts) return undefined;
      const content = (texts as Readonly<Record<string, string | FileContent>>)[path];
      return typeof content === "string" ? { text: content } : (content ?? { unusable: "missing" });
    },
  };
}
