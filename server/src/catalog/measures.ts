/** The price measures, as all above the catalog know them; how they are read is in syntax. */
export { type Measure, type MeasureId, measureNames, measures } from "../syntax/measures.ts";
