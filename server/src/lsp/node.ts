import { enableCompileCache } from "node:module";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./server.ts";

enableCompileCache?.();
serve(createConnection(ProposedFeatures.all));
