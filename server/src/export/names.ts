/** The formats that a sheet is written in, each with what it holds. */
export const formats = {
  docx: { title: "Word", holds: "the terms and the figures, as a document" },
  html: { title: "Web page", holds: "the terms and the figures, for a browser or a printer" },
  xlsx: { title: "Excel", holds: "the figures, the schedules and the table over prices, as formulas" },
  csv: { title: "CSV", holds: "the payment schedules" },
  json: { title: "JSON", holds: "the figures and the payment schedules, for programs" },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly holds: string }>>;

export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly Format[];

/** What a list of formats says of each. */
export interface Offered {
  readonly format: Format;
  readonly title: string;
  readonly holds: string;
}

export const offered: readonly Offered[] = formatNames.map((format) => ({ format, ...formats[format] }));
