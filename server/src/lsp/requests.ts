import { ProtocolRequestType } from "vscode-languageserver";
import type { ClientRequests } from "./messages.ts";

/** A request of the client by its name. */
export function requestOf<N extends keyof ClientRequests>(name: N) {
  type Asked = ClientRequests[N];
  return new ProtocolRequestType<Asked["params"], Asked["answer"], never, void, void>(name);
}
