/** Where the methods say that a formula of a conversion comes from. */
export const noteSource = "the note's conversion clauses";
