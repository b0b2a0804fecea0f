import type { CancellationToken, ProtocolRequestType, ServerCapabilities } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../document/analysis.ts";
import type { Ground } from "../render/chart.ts";
import type { Shown } from "../settings/user.ts";
import type { Workspace } from "./everywhere.ts";
import type { Answering, Guard } from "./guard.ts";

/** What features answer from. */
export interface Sources extends Workspace {
  /** What is known of the newest text of a document; undefined where it is not open or could not be analysed. */
  readonly current: (uri: string) => Analysis | undefined;
  /** The same; of a text that could not be analysed, what was known of the one before. Not for what edits the text. */
  readonly latest: (uri: string) => Analysis | undefined;
  /** The open documents whose newest text could not be analysed. */
  readonly failing: () => readonly TextDocument[];
  /** On what ground the client shows pictures. */
  readonly pictures: () => Ground | undefined;
  /** What the user wants to see between the lines. */
  readonly shown: () => Shown;
  /** An empty document at an address, with the settings that hold there. */
  readonly nothingAt: (uri: string) => Analysis;
  /** Whether the client has the commands that answers name. */
  readonly hasCommands: () => boolean;
}

/** A feature of the editor: what the server says that it can do, and how it does it. */
export interface Feature {
  readonly capability: ServerCapabilities;
  readonly register: (guard: Guard, sources: Sources) => void;
}

interface Spec<P, R> extends Omit<Answering<P, R>, "answer"> {
  readonly capability: ServerCapabilities;
  /** What takes long looks at the token, and gives up when the request is cancelled. */
  readonly answer: (
    params: P,
    sources: Sources,
    token: CancellationToken,
  ) => ReturnType<Answering<P, R>["answer"]>;
}

/** A feature that answers one request of the protocol. */
export function feature<P, R, Q, PR, E, RO>(
  type: ProtocolRequestType<Q, R, PR, E, RO>,
  { capability, answer, ...rest }: Spec<P, NoInfer<R>>,
): Feature {
  return {
    capability,
    register: (guard, sources) =>
      guard.request(type.method, { ...rest, answer: (given: P, token) => answer(given, sources, token) }),
  };
}
