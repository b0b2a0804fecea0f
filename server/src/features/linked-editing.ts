import type { Range } from "../document/place.ts";
import { type Position, textIn } from "../document/place.ts";
import { isTermAt, type KnownDocument, references } from "./navigation.ts";

/** A name in quotes, whatever stands in it. */
const namePattern = '[^"“”„\\r\\n]*';

/** The places at which a defined term stands in the same letters, so that they change together while one is written. */
export function linkedRanges(
  document: KnownDocument,
  position: Position,
): { readonly ranges: Range[]; readonly wordPattern: string } | undefined {
  if (!isTermAt(document, position)) return undefined;
  const places = references(document, position, [document], true).map(({ range }) => range);
  const here = places.find(
    ({ start, end }) =>
      start.line === position.line &&
      start.character <= position.character &&
      position.character <= end.character,
  );
  if (!here) return undefined;
  const written = textIn(document.analysis, here);
  const ranges = places.filter((range) => textIn(document.analysis, range) === written);
  return ranges.length > 1 ? { ranges, wordPattern: namePattern } : undefined;
}
