import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./server.ts";
import { warmUp } from "./warm-up.ts";

serve(createConnection(ProposedFeatures.all), warmUp);
