/** What is written by the libraries for office documents: a bundle of its own, loaded when such a document is asked for. */
export { word } from "./word.ts";
export { workbook } from "./workbook.ts";
