import type { Topic } from "../finance/engine/formula.ts";

/** What a memo calls each topic, in its order. */
export const topicTitles: readonly (readonly [Topic, string])[] = [
  ["proceeds", "What is paid in"],
  ["interest", "Interest and the amount due"],
  ["exchange", "The exchange"],
  ["payment", "Payments"],
  ["default", "Default"],
  ["conversion", "Conversion"],
  ["ownership", "Ownership"],
  ["return", "What the holder makes of it"],
  ["financing", "Financing"],
  ["warrant", "Warrants"],
];

export function titleOf(topic: Topic): string {
  return topicTitles.find(([one]) => one === topic)?.[1] ?? "";
}
