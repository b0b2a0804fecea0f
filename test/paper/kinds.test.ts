import { expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { draftOf } from "../../server/src/export/formats.ts";
import { written } from "../../server/src/export/office.ts";
import { textOf } from "../../server/src/reading/papers.ts";
import { readPaper } from "../../server/src/reading/reading.ts";
import { example } from "../support/analyse.ts";

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A page of a PDF with its lines one below the other. */
function pdfOf(lines: readonly string[]): Uint8Array {
  const text = lines.map((line, index) => `1 0 0 1 72 ${720 - 14 * index} Tm (${line}) Tj`).join("\n");
  const stream = `BT /F1 11 Tf\n${text}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let out = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  return encoded(
    `${out}xref\n0 6\n0000000000 65535 f \n${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`,
  );
}

const sentences = [
  'On January 2, 2024, Example Corp. (the "Company") issued to Example Fund LP (the',
  '"Holder") a promissory note in the principal amount of $100,000 (the "Example Note").',
  "The Example Note bears interest at 12% per annum and matures on January 2, 2025.",
];

function statementsIn(text: string): string[] {
  return readPaper(text).notes.flatMap(({ statements }) =>
    statements.map((one) => `${one.path} ${one.text}`),
  );
}

test.each([
  ["a PDF", pdfOf(sentences.map((line) => line.replace(/[()]/g, "\\$&")))],
  ["a page", encoded(`<HTML><BODY><P>${sentences.join("\n")}<P>&nbsp;</BODY>`)],
  [
    "text as Windows writes it",
    Uint8Array.from(sentences.join("\n").replace(/"([^"]*)"/g, "\x93$1\x94"), (sign) => sign.charCodeAt(0)),
  ],
])("%s is read like its text", async (_, bytes) => {
  const read = await textOf(bytes);
  expect("text" in read ? statementsIn(read.text) : read).toEqual(
    expect.arrayContaining([
      'note/issuer "Example Corp."',
      "note/principal $100,000",
      "note/interest/rate 12% per annum",
      "note/matures January 2, 2025",
    ]),
  );
});

test("a Word document is read, its tables row by row", async () => {
  const analysis = analyse(example("exchange-note"), undefined);
  const read = await textOf(await written(draftOf(analysis, "docx")));
  expect("text" in read && read.text).toContain("BayBridge Capital Fund LP");
  expect("text" in read ? statementsIn(read.text).join("\n") : read).toContain("note/principal $840,000.00");
});

test.each([
  ["rich text", encoded("{\\rtf1 Principal: $100,000}"), /save it as \.docx/],
  ["an old Word document", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), /save it as \.docx/],
  ["a PDF without text", pdfOf([]), /holds no text/],
  ["a broken PDF", encoded("%PDF-1.4 nothing"), /can't be read/],
  ["a broken Word document", Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 1, 2, 3), /can't be read/],
])("%s is refused in words", async (_, bytes, why) => {
  expect(await textOf(bytes)).toEqual({ unusable: expect.stringMatching(why) });
});
