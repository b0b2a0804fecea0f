import { type Topic, topics } from "../catalog/topics.ts";

/** What a memo calls each topic, in its order. */
export const topicTitles = Object.entries(topics).map(
  ([topic, { title }]) => [topic as Topic, title] as const,
);

export function titleOf(topic: Topic): string {
  return topics[topic].title;
}
