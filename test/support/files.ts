import type { FileContent, Files } from "../../server/src/features/files.ts";

/** Files by their paths from the sheet. What is not among them is not there; without a list nothing is loaded yet. */
export function filesOf(texts: Readonly<Record<string, string | FileContent>> | undefined): Files {
  return {
    get: (path) => {
      if (!texts) return undefined;
      const content = texts[path];
      return typeof content === "string" ? { text: content } : (content ?? { unusable: "missing" });
    },
  };
}
