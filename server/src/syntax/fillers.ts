/** Small words of filings that carry no meaning of their own. */
const fillers: readonly (readonly string[])[] = [
  ["for", "the", "shares"],
  ["of", "the", "common", "stock"],
  ["of", "common", "stock"],
  ["per", "share"],
  ["a", "share"],
  ["of", "the", "company", "common", "stock"],
  ["of", "our", "common", "stock"],
  ["of", "the", "company"],
  ["of", "the", "issuer"],
  ["shall", "be", "equal", "to"],
  ["shall", "equal"],
  ["shall", "be"],
  ["will", "be"],
  ["is", "equal", "to"],
  ["equal", "to"],
  ["equals"],
  ["price", "equal", "to"],
  ["price", "per", "share", "equal", "to"],
  ["but"],
  ["immediately"],
  ["consecutive"],
  ["complete"],
  ["the"],
  ["a"],
  ["an"],
  ["to"],
  ["outstanding"],
];

/** The fillers by their first word. */
export const fillersByWord = new Map(
  fillers.map(([first = ""]) => [first, fillers.filter((words) => words[0] === first)] as const),
);
