import { expect, test } from "vitest";
import { example, examples } from "../support/analyse.ts";
import { TypingClient } from "../support/typing-client.ts";

test.each(examples())(
  "Enter ends every line of %s, typed key by key",
  (name) => {
    const text = example(name);
    const client = new TypingClient();
    const taken: string[] = [];
    for (const character of text) {
      if (character !== "\n") {
        client.type(character);
        continue;
      }
      const line = client.text.slice(client.text.lastIndexOf("\n") + 1);
      const item = client.enter();
      if (!item) continue;
      taken.push(`${line} ⏎ ${item.label}`);
      client.text += "\n";
    }
    expect(taken).toEqual([]);
    expect(client.text).toBe(text);
  },
  120_000,
);
