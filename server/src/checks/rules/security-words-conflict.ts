import { exampleNote, rule } from "../rule.ts";

/** Words that cannot both hold, each pair with what is wrong about it. */
const conflicts: readonly { readonly words: readonly RegExp[]; readonly says: string }[] = [
  {
    words: [
      /\bunsecured\b|\bnot secured\b/i,
      /\bsecured by\b|\bsecurity interest in\b|\blien on\b|\bpledge of\b/i,
    ],
    says: "says that the note is unsecured and names what secures it",
  },
  {
    words: [/\bsenior\b(?! to)/i, /\b(subordinated?|junior)\b(?! (debt|indebtedness|notes|creditors))/i],
    says: "ranks the note both senior and junior",
  },
  {
    words: [/\bsenior\b(?! to)/i, /\bpari passu with (all|any|the|its|general|other)?[\w\s]*\bcreditors\b/i],
    says: "ranks the note before the other creditors and level with them",
  },
];

/** Secured, but by what? */
const secured = /\bsecured\b|\bsecurity interest\b|\blien\b|\bcollateral\b/i;
const named =
  /\b(by|in|on|over|upon|of|under|with|per|pursuant to)\s+\w|\b(assets|inventory|receivables|equipment|property|accounts|shares|patents)\b/i;
const none = /\bunsecured\b|\bnot secured\b|\bno (security|collateral|lien)\b/i;

export const securityWordsConflict = rule({
  code: "security-words-conflict",
  severity: "warning",
  title: "The security is not named, or its words contradict each other",
  why: "A note that is called secured without saying by what is secured by nothing, and one that is both senior and junior ranks where a court puts it.",
  repair:
    "Name the property that secures the note and its rank; write `security none` for an unsecured note.",
  bad: exampleNote("  security   senior secured"),
  good: exampleNote("  security   first lien on all receivables"),
  find: ({ note }) => {
    const { security } = note.clauses;
    if (security.state !== "said") return [];
    const text = security.meaning;
    const found = conflicts.find(({ words }) => words.every((word) => word.test(text)));
    const unnamed = secured.test(text) && !named.test(text) && !none.test(text);
    if (!found && !unnamed) return [];
    const what = found
      ? `“${text}” ${found.says}. Both cannot hold. Say which is meant.`
      : `“${text}” does not say what secures the note: without property that is named, nothing does. Name it, or write “security none”.`;
    return [
      {
        span: security.span,
        message: what,
        fixes: [
          { title: "The note is unsecured: write “none”", edits: [{ span: security.span, text: "none" }] },
        ],
      },
    ];
  },
});
