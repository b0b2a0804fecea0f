/** What is known of a topic: how a memo heads it, and of which situation a hover gives its answers. */
interface TopicSpec {
  readonly title: string;
  /**
   * `note`: of the note by itself, unless all needs a scenario. `scenario`: of the first scenario that has them.
   * `whichever`: of the first scenario that has any, else of the note by itself.
   */
  readonly answeredIn: "note" | "scenario" | "whichever";
}

/** What figures and blocks are about, in the order in which a memo tells them. */
export const topics = {
  proceeds: { title: "What is paid in", answeredIn: "note" },
  interest: { title: "Interest and the amount due", answeredIn: "note" },
  exchange: { title: "The exchange", answeredIn: "note" },
  payment: { title: "Payments", answeredIn: "note" },
  default: { title: "Default", answeredIn: "whichever" },
  conversion: { title: "Conversion", answeredIn: "scenario" },
  ownership: { title: "Ownership", answeredIn: "scenario" },
  return: { title: "What the holder makes of it", answeredIn: "note" },
  financing: { title: "Financing", answeredIn: "whichever" },
  warrant: { title: "Warrants", answeredIn: "note" },
} as const satisfies Readonly<Record<string, TopicSpec>>;

export type Topic = keyof typeof topics;
