import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { readWithin } from "../disk/read.ts";
import { workspaceOf } from "../disk/workspace.ts";
import type { FileContent } from "../document/files.ts";
import { serve } from "./server.ts";

serve(createConnection(ProposedFeatures.all), readFromDisk);

/** A file on this machine's disk, within the folder of the workspace that the document is in. */
function readFromDisk(uri: string, from: string, folders: readonly string[]): FileContent {
  try {
    const document = fileURLToPath(from);
    const folder = folders.find((one) => from.startsWith(one.endsWith("/") ? one : `${one}/`));
    const workspace = folder ? fileURLToPath(folder) : workspaceOf(document, dirname(document));
    return readWithin(workspace, fileURLToPath(uri));
  } catch {
    return { unusable: "unreadable" };
  }
}
