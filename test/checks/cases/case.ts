/** A sheet with the words marked that a rule speaks of, and what it has to say; without marks it must be silent. */
export type Case = readonly [code: string, what: string, sheet: string, ...says: readonly string[]];
