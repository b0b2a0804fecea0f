import type { NoteClauses } from "../../note/bound.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

/** Before others: not `senior debt`, which is what others are owed. */
const ahead =
  /\bsenior\b(?! (?:to|debt|indebtedness|notes?|creditors?|lenders?|loans?|obligations?|liens|secured (?:debt|indebtedness|notes?|creditors?|lenders?))\b)/i;

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
    words: [ahead, /\b(subordinated?|junior)\b(?! (debt|indebtedness|notes|creditors))/i],
    says: "ranks the note both senior and junior",
  },
  {
    words: [ahead, /\bpari passu with (all|any|the|its|general|other)?[\w\s]*\bcreditors\b/i],
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
    const besides = withOtherClauses(note.clauses);
    if (security.state !== "said") return besides;
    const text = security.meaning;
    const found = conflicts.find(({ words }) => words.every((word) => word.test(text)));
    if (found)
      return [
        {
          span: security.span,
          message: `“${text}” ${found.says}. Both cannot hold. Say which is meant.`,
        },
      ];
    const { collateral } = note.clauses;
    if (!secured.test(text) || named.test(text) || none.test(text) || collateral.state !== "absent")
      return besides;
    return [
      {
        span: security.span,
        message: `“${text}” does not say what secures the note: without property that is named, nothing does. Name it, or write “security none”.`,
        fixes: /^(is |be )?secured\.?$/i.test(text.trim())
          ? [{ title: "The note is unsecured: write “none”", edits: [{ span: security.span, text: "none" }] }]
          : [],
      },
    ];
  },
});

/** What rank and collateral say, against each other and against the words of security. */
function withOtherClauses({ security, collateral, rank }: NoteClauses): Finding[] {
  const [first, ...others] = rank.filter(({ condition }) => !condition);
  const contrary = others.find(
    ({ meaning }) => (meaning === "subordinated") !== (first?.meaning === "subordinated"),
  );
  const secures = rank.find(({ meaning }) => meaning === "senior secured");
  const claimed = secures ?? (collateral.state === "said" ? collateral : undefined);
  if (security.state === "none" && claimed)
    return [
      {
        span: claimed.span,
        message: `The note says that it has no security, and ${secures ? `ranks as “${secures.text}”` : "names collateral"}. Both cannot hold. Say which is meant.`,
        related: security.clause ? [{ message: "No security.", span: security.clause.span }] : [],
      },
    ];
  if (first && contrary)
    return [
      {
        span: contrary.span,
        message: `The note ranks as “${first.text}” and as “${contrary.text}”. Both cannot hold. Say which is meant.`,
        related: [{ message: "The other rank.", span: first.span }],
      },
    ];
  const behind = rank.find(({ meaning, condition }) => meaning === "subordinated" && !condition);
  if (behind && security.state === "said" && ahead.test(security.meaning))
    return [
      {
        span: behind.span,
        message: `The note ranks as “${behind.text}”, and its security is “${security.text}”. Both cannot hold. Say which is meant.`,
        related: [{ message: "The words of security.", span: security.span }],
      },
    ];
  if (!secures || security.state !== "absent" || collateral.state !== "absent") return [];
  return [
    {
      span: secures.span,
      message: `The note ranks as “${secures.text}”, and nothing says what secures it: without property that is named, nothing does. Name it with “collateral”.`,
    },
  ];
}
