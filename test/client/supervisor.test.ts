import { beforeEach, describe, expect, test } from "vitest";
import { messages, Supervisor } from "../../client/src/supervisor.ts";

/** What the watch has done, in its order. */
let done: string[];
let answers: (() => void)[];
let watch: Supervisor;

beforeEach(() => {
  done = [];
  answers = [];
  watch = new Supervisor({
    ping: () => {
      done.push("ping");
      return new Promise((resolve) => answers.push(() => resolve(undefined)));
    },
    kill: () => done.push("kill"),
    setAside: (uri) => done.push(`set aside ${uri}`),
    bringBack: (uri) => done.push(`bring back ${uri}`),
    say: (message) => done.push(message),
  });
});

function look(times: number): void {
  for (let count = 0; count < times; count++) watch.look();
}

async function answer(): Promise<void> {
  answers.shift()?.();
  await Promise.resolve();
  await Promise.resolve();
}

/** The server hangs on the text of a document, is ended, and closes its connection. */
function hangOn(uri: string): void {
  watch.textSent(uri);
  look(6);
  watch.died();
}

describe("a server that does not answer", () => {
  test("is asked only when something was sent, and ended after five looks without an answer", () => {
    look(10);
    expect(done).toEqual([]);
    watch.textSent("a");
    look(1);
    expect(done).toEqual(["ping"]);
    look(4);
    expect(done).toEqual(["ping"]);
    look(1);
    expect(done).toEqual(["ping", "kill"]);
    look(10);
    expect(done).toEqual(["ping", "kill"]);
  });

  test("is left alone when it answers in time, and asked again after the next change", async () => {
    watch.textSent("a");
    look(5);
    await answer();
    look(20);
    expect(done).toEqual(["ping"]);
    watch.textSent("a");
    look(1);
    expect(done).toEqual(["ping", "ping"]);
  });

  test("an answer of a server that is gone is no answer of the new one", async () => {
    watch.textSent("a");
    look(6);
    watch.died();
    watch.textSent("a");
    look(1);
    await answer();
    look(5);
    expect(done.filter((one) => one === "kill")).toHaveLength(2);
  });
});

describe("a server that dies", () => {
  test("is started again, and that is said once", () => {
    for (const uri of ["a", "b", "c", "d"]) {
      watch.textSent(uri);
      expect(watch.died()).toBe("restart");
    }
    expect(done).toEqual([messages.restarted]);
  });

  test("however often it is ended from outside while it owes nothing", async () => {
    watch.textSent("a");
    watch.published("a");
    look(1);
    await answer();
    for (let count = 0; count < 4; count++) {
      expect(watch.died()).toBe("restart");
      watch.textSent("a");
      watch.published("a");
      look(1);
      answers.splice(0, answers.length - 1);
      await answer();
    }
    expect(watch.textSent("a")).toBe("send");
    expect(done.filter((one) => one.startsWith("set aside"))).toEqual([]);
  });

  test("before it ever answers is given up after five starts, and tried again on command", () => {
    expect([1, 2, 3, 4, 5].map(() => watch.died())).toEqual([
      "restart",
      "restart",
      "restart",
      "restart",
      "give up",
    ]);
    expect(done.at(-1)).toBe(messages.givenUp);
    watch.restarting(false);
    expect(watch.died()).toBe("restart");
  });

  test("on command counts against nothing", () => {
    for (let count = 0; count < 6; count++) {
      watch.textSent("a");
      watch.restarting(true);
      expect(watch.died()).toBe("restart");
    }
    expect(done).toEqual([]);
  });
});

describe("a document that the server fails on", () => {
  test("is set aside at the third time, and no other is", () => {
    watch.textSent("good");
    watch.published("good");
    for (let count = 0; count < 3; count++) hangOn("bad");
    expect(done.filter((one) => one.startsWith("set aside"))).toEqual(["set aside bad"]);
    expect(watch.textSent("bad")).toBe("drop");
    expect(watch.requestSent("bad")).toBe("drop");
    expect(watch.textSent("good")).toBe("send");
    expect(watch.requestSent("good")).toBe("send");
  });

  test("is the one whose findings were still to come when several were opened", () => {
    for (let count = 0; count < 3; count++) {
      for (const uri of ["first", "bad", "last"]) watch.textSent(uri);
      watch.published("first");
      watch.died();
    }
    expect(done.filter((one) => one.startsWith("set aside"))).toEqual(["set aside bad"]);
  });

  test("is the one with a request that was never answered", () => {
    for (let count = 0; count < 3; count++) {
      for (const uri of ["good", "bad"]) {
        watch.textSent(uri);
        watch.published(uri);
        watch.requestSent(uri);
      }
      watch.requestAnswered("good");
      watch.died();
    }
    expect(watch.isAside("bad")).toBe(true);
    expect(watch.isAside("good")).toBe(false);
  });

  test("is tried again once an edit rests, and set aside at once if it fails again", () => {
    for (let count = 0; count < 3; count++) hangOn("bad");
    look(10);
    expect(done.at(-1)).toBe("set aside bad");
    watch.edited("bad");
    look(2);
    watch.edited("bad");
    look(2);
    expect(done.at(-1)).toBe("set aside bad");
    look(1);
    expect(done.at(-1)).toBe("bring back bad");
    hangOn("bad");
    expect(done.at(-1)).toBe("set aside bad");
  });

  test("comes back with a restart on command, and with another three chances", () => {
    for (let count = 0; count < 3; count++) hangOn("bad");
    watch.restarting(true);
    expect(done.at(-1)).toBe("bring back bad");
    watch.died();
    hangOn("bad");
    hangOn("bad");
    expect(watch.isAside("bad")).toBe(false);
    hangOn("bad");
    expect(watch.isAside("bad")).toBe(true);
  });

  test("is forgotten when it is closed", () => {
    for (let count = 0; count < 3; count++) hangOn("bad");
    expect(watch.closed("bad")).toBe("drop");
    expect(watch.textSent("bad")).toBe("send");
    expect(watch.closed("bad")).toBe("send");
  });
});
