import type { ComparisonRecord } from "../../server/src/render/comparison-record.ts";
import type { MemoPlace } from "../../server/src/render/memo-place.ts";
import type { DerivationRecord, MemoRecord } from "../../server/src/render/memo-record.ts";

/** What the editor says to the page of a memo. */
export type ToPage =
  | {
      readonly kind: "memo";
      readonly file: string;
      readonly memo: MemoRecord | null;
      readonly hasCurves: boolean;
    }
  | { readonly kind: "derivation"; readonly key: string; readonly derivation: DerivationRecord | null }
  /** The sheet's first visible line, and the line of the caret. */
  | { readonly kind: "sheet"; readonly top?: number; readonly caret?: number }
  | { readonly kind: "go"; readonly place: MemoPlace }
  | {
      readonly kind: "comparison";
      readonly before: string;
      readonly after: string;
      readonly record: ComparisonRecord | null;
    };

/** What the page says to the editor. */
export type FromPage =
  | { readonly kind: "ready" }
  | { readonly kind: "reveal"; readonly line: number }
  | { readonly kind: "derive"; readonly key: string; readonly place: Omit<MemoPlace, "section"> }
  | { readonly kind: "fix"; readonly note: number; readonly finding: number; readonly fix: number }
  | { readonly kind: "insert"; readonly text: string }
  | { readonly kind: "document" };
