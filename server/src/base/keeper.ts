/** What is known of texts, by the text. */
export interface Keeper<T> {
  /** What is known of a text, made where nothing is. `own` is a text to hold on to in place of a part of a longer one. */
  readonly of: (text: string, make: (own: string) => T) => T;
}

/**
 * Keeps what is made of texts as long as all of the texts together have no more than so many characters: beyond that it
 * forgets the one that was used longest ago, again and again. A text that is longer by itself stays until the next
 * one comes.
 */
export function keeper<T>(characters: number): Keeper<T> {
  const known = new Map<string, { readonly value: T }>();
  let size = 0;
  return {
    of: (text, make) => {
      const found = known.get(text);
      if (found) {
        known.delete(text);
        known.set(text, found);
        return found.value;
      }
      // A part of a text may hold on to the whole of it; a string that is put together does not.
      const own = ` ${text}`.slice(1);
      const value = make(own);
      for (const oldest of known.keys()) {
        if (size + own.length <= characters) break;
        known.delete(oldest);
        size -= oldest.length;
      }
      known.set(own, { value });
      size += own.length;
      return value;
    },
  };
}
