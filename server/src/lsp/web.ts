import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { serve } from "./server.ts";

const worker = globalThis as unknown as DedicatedWorkerGlobalScope;
serve(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)));
