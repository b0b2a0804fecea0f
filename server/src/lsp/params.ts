import {
  array,
  type BaseIssue,
  type BaseSchema,
  boolean,
  looseObject,
  minValue,
  nullish,
  number,
  optional,
  picklist,
  pipe,
  safeInteger,
  string,
  union,
  unknown,
} from "valibot";
import { formatNames } from "../export/names.ts";

/** What the parameters of a message have to be. */
export type Schema<P> = BaseSchema<unknown, P, BaseIssue<unknown>>;

const count = pipe(number(), safeInteger(), minValue(0));
const version = pipe(number(), safeInteger());
const position = looseObject({ line: count, character: count });
const range = looseObject({ start: position, end: position });
const textDocument = looseObject({ uri: string() });
const folder = looseObject({ uri: string() });
const change = union([looseObject({ range, text: string() }), looseObject({ text: string() })]);

/** What is used of each kind of message; what else one holds is not looked at. */
export const params = {
  initialize: looseObject({
    capabilities: looseObject({}),
    rootUri: nullish(string()),
    workspaceFolders: nullish(array(folder)),
  }),
  opened: looseObject({ textDocument: looseObject({ uri: string(), version, text: string() }) }),
  changed: looseObject({
    textDocument: looseObject({ uri: string(), version }),
    contentChanges: array(change),
  }),
  filesChanged: looseObject({ changes: array(looseObject({ uri: string() })) }),
  configuration: looseObject({ settings: nullish(looseObject({ notewright: optional(unknown()) })) }),
  /** Whatever the reader of the message can make of it. */
  anything: unknown(),
  nothing: looseObject({}),
  document: looseObject({ textDocument }),
  position: looseObject({ textDocument, position }),
  completion: looseObject({
    textDocument,
    position,
    context: optional(looseObject({ triggerKind: number() })),
  }),
  key: looseObject({ textDocument, position, ch: string() }),
  pasted: looseObject({ textDocument, position, text: string() }),
  range: looseObject({ textDocument, range }),
  actions: looseObject({
    textDocument,
    range,
    context: optional(looseObject({ only: nullish(array(string())) })),
  }),
  delta: looseObject({ textDocument, previousResultId: string() }),
  positions: looseObject({ textDocument, positions: array(position) }),
  query: looseObject({ query: string() }),
  moves: looseObject({ files: array(looseObject({ oldUri: string(), newUri: string() })) }),
  lens: looseObject({
    range,
    data: looseObject({ uri: string(), note: count, scenario: optional(count) }),
  }),
  paper: looseObject({ name: string(), text: string() }),
  against: looseObject({ textDocument, name: string(), text: string() }),
  exported: looseObject({ textDocument, to: picklist(formatNames) }),
  compared: looseObject({ uri: string(), before: string(), after: string() }),
  from: looseObject({ from: string() }),
  memo: looseObject({ textDocument, curves: optional(boolean()) }),
  derivation: looseObject({
    textDocument,
    place: looseObject({
      note: optional(string()),
      scenario: optional(string()),
      figure: optional(string()),
    }),
  }),
  references: looseObject({
    textDocument,
    position,
    context: looseObject({ includeDeclaration: boolean() }),
  }),
  rename: looseObject({ textDocument, position, newName: string() }),
} as const;
