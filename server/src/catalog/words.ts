/** The words of the language beside clause names, as all above the catalog know them; how they are read is in syntax. */
export { phraseKeywords, wordsOfKeyword } from "../syntax/keywords.ts";
export { type Measure, type MeasureId, measureNames, measures } from "../syntax/measures.ts";
