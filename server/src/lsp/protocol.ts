// What server and client say to each other beyond the protocol of editors. The client imports only types from here.
import type { FileContent } from "../features/files.ts";

/** From server to client, of a client that announces it in its initialization options: what does a file hold? */
export const readFile: ReadFileMethod = "notewright/readFile";
export type ReadFileMethod = "notewright/readFile";

export interface ReadFileParams {
  readonly uri: string;
  /** The document that draws on the file. */
  readonly from: string;
  /** A larger file is not read. */
  readonly mostBytes: number;
}

export type ReadFileResult = FileContent;

/** What a client tells of itself when it starts the server. */
export interface ClientOptions {
  /** Whether it answers `notewright/readFile` and tells when such a file changes. */
  readonly files?: boolean;
}
