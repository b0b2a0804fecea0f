import { ProtocolRequestType } from "vscode-languageserver";
import { derivationRecord, memoRecord } from "../features/memo/record.ts";
import type { DerivationRecord, MemoRecord } from "../render/memo-record.ts";
import { type Feature, feature } from "./feature.ts";
import type { ClientRequests } from "./messages.ts";
import { params } from "./params.ts";

type Request<M extends keyof ClientRequests> = ProtocolRequestType<
  ClientRequests[M]["params"],
  ClientRequests[M]["answer"],
  never,
  void,
  void
>;

const memoRequest: Request<"notewright/memo"> = new ProtocolRequestType("notewright/memo");
const derivationRequest: Request<"notewright/derivation"> = new ProtocolRequestType("notewright/derivation");

/** What the page beside a sheet is made of. */
export const memoFeatures: readonly Feature[] = [
  feature(memoRequest, {
    title: "The memo",
    capability: {},
    params: params.memo,
    empty: null,
    answer: ({ textDocument: { uri }, curves = true }, { latest }): MemoRecord | undefined => {
      const analysis = latest(uri);
      return analysis && memoRecord(analysis, curves);
    },
  }),
  feature(derivationRequest, {
    title: "The derivation of a figure",
    capability: {},
    params: params.derivation,
    empty: null,
    answer: ({ textDocument: { uri }, place }, { latest }): DerivationRecord | undefined => {
      const analysis = latest(uri);
      return analysis && derivationRecord(analysis, { section: undefined, ...place });
    },
  }),
];
