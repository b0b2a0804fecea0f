import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { reportFailuresTo } from "../base/failures.ts";
import { serve } from "./server.ts";

const worker = globalThis as unknown as DedicatedWorkerGlobalScope;
const guard = serve(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)));

reportFailuresTo((what, error) => guard.failed(`Working out “${what}”`, error, "shown"));

// What fails outside of every message ends nothing either.
worker.addEventListener("error", (event) => {
  guard.failed("A part of the server", event.error, "shown");
  event.preventDefault();
});
worker.addEventListener("unhandledrejection", (event) => {
  guard.failed("A part of the server", event.reason, "shown");
  event.preventDefault();
});
