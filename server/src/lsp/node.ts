import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { reportFailuresTo } from "../base/failures.ts";
import { readWithin } from "../disk/read.ts";
import { workspaceOf } from "../disk/workspace.ts";
import type { FileContent } from "../document/files.ts";
import { serve } from "./server.ts";
import { standardOutput } from "./writer.ts";

const connection = process.argv.includes("--stdio")
  ? // A stream for the one and a writer for the other: the package takes them, though its types do not say so.
    createConnection(
      ProposedFeatures.all,
      process.stdin,
      standardOutput() as unknown as NodeJS.WritableStream,
    )
  : createConnection(ProposedFeatures.all);
const guard = serve(connection, { disk: readFromDisk });

reportFailuresTo((what, error) => guard.failed(`Working out “${what}”`, error, "shown"));

// What fails outside of every message ends nothing either.
process.on("uncaughtException", (error) => guard.failed("A part of the server", error, "shown"));
process.on("unhandledRejection", (error) => guard.failed("A part of the server", error, "shown"));

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
