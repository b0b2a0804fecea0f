// Watches over the server, in either host: starts it again when it dies or stops answering, and sets aside a document
// that it can't cope with. Nothing here knows of VS Code, so that all of it can be tested without.

/** How often the watch looks; a machine that slept counts one look, whatever time has passed. */
export const lookMilliseconds = 1_000;

/** For how many looks a server may owe an answer: five seconds. */
const maxSilentLooks = 5;

/** How often the server may fail on a document before that is set aside. */
const maxFailures = 3;

/** How often the server may end before it has ever answered. */
const maxFailedStarts = 5;

/** For how many looks an edit of a document that is set aside has to rest before it is tried again. */
const restingLooks = 2;

/** What the watch can do. */
export interface Actions {
  /** Asks the server for any answer; an error is one too. */
  readonly ping: () => Promise<unknown>;
  /** Ends a server that does not answer, so that its connection closes. */
  readonly kill: () => void;
  /** Says of a document that it is set aside. */
  readonly setAside: (uri: string) => void;
  /** Opens a document again that was set aside. */
  readonly bringBack: (uri: string) => void;
  /** Tells the author something. */
  readonly say: (message: string) => void;
}

export const messages = {
  restarted:
    "The Notewright server stopped and has been started again. Your texts are unchanged, and there is nothing that you need to do.",
  givenUp:
    "The Notewright server can't be started. Your texts are unchanged. “Notewright: Restart Server” in the Command Palette tries again; details are in the Output panel under “Notewright”.",
  setAside:
    "The Notewright server failed on this text three times, so it has been set aside: nothing in it is checked and no figures are shown. The text is unchanged. It is read again when you edit it, or with “Notewright: Restart Server” in the Command Palette.",
} as const;

/** What is to be done with a message. */
export type Handling = "send" | "drop";

interface Owed {
  /** Whether the findings in its newest text are still to come. */
  readonly text: boolean;
  /** How many requests for it are not answered. */
  readonly requests: number;
}

const nothingOwed: Owed = { text: false, requests: 0 };

export class Supervisor {
  readonly #actions: Actions;
  /** What the server owes an answer for, by document, in the order in which it went out. */
  readonly #owed = new Map<string, Owed>();
  readonly #failures = new Map<string, number>();
  /** The documents set aside, with the looks that an edit of one still has to rest; undefined where none was made. */
  readonly #aside = new Map<string, number | undefined>();
  /** The document that was sent last; undefined where the server has answered since. */
  #lastSent: string | undefined;
  /** Counts the servers, so that an answer of one that is gone is no answer. */
  #server = 0;
  #pinging = false;
  #silentLooks = 0;
  #sentSincePing = false;
  #failedStarts = 0;
  #hasSaid = false;
  #isRestarting = false;

  constructor(actions: Actions) {
    this.#actions = actions;
  }

  /** A document's text goes out: opened, or changed. */
  textSent(uri: string): Handling {
    if (this.#aside.has(uri)) return "drop";
    this.#owe(uri, { ...this.#owedFor(uri), text: true });
    return "send";
  }

  /** An edit in a document that is set aside: once it rests, the document is tried again. */
  edited(uri: string): void {
    if (this.#aside.has(uri)) this.#aside.set(uri, restingLooks);
  }

  /** A document is closed, and all that is held against it is forgotten. */
  closed(uri: string): Handling {
    this.#owed.delete(uri);
    this.#failures.delete(uri);
    return this.#aside.delete(uri) ? "drop" : "send";
  }

  /** A request for a document goes out. */
  requestSent(uri: string): Handling {
    if (this.#aside.has(uri)) return "drop";
    const owed = this.#owedFor(uri);
    this.#owe(uri, { ...owed, requests: owed.requests + 1 });
    return "send";
  }

  /** The server has answered a request for a document. */
  requestAnswered(uri: string): void {
    const owed = this.#owedFor(uri);
    this.#settle(uri, { ...owed, requests: Math.max(0, owed.requests - 1) });
  }

  /** The server has published the findings in a document. */
  published(uri: string): void {
    this.#settle(uri, { ...this.#owedFor(uri), text: false });
  }

  /** Looks whether the server answers, and whether an edit has come to rest. */
  look(): void {
    for (const [uri, resting] of this.#aside) {
      if (resting === undefined) continue;
      if (resting > 0) this.#aside.set(uri, resting - 1);
      else this.#tryAgain(uri);
    }
    if (!this.#pinging) {
      if (this.#sentSincePing) this.#ping();
      return;
    }
    this.#silentLooks += 1;
    if (this.#silentLooks === maxSilentLooks) this.#actions.kill();
  }

  /** The connection is closed though nobody closed it: whether the server is to be started again. */
  died(): "restart" | "give up" {
    const [culprit = this.#lastSent] = this.#owed.keys();
    this.#forgetServer();
    if (this.#isRestarting) {
      this.#isRestarting = false;
      return "restart";
    }
    if (culprit !== undefined) this.#blame(culprit);
    else {
      this.#failedStarts += 1;
      if (this.#failedStarts >= maxFailedStarts) {
        this.#actions.say(messages.givenUp);
        return "give up";
      }
    }
    if (!this.#hasSaid) this.#actions.say(messages.restarted);
    this.#hasSaid = true;
    return "restart";
  }

  /** Whether a document is set aside. */
  isAside(uri: string): boolean {
    return this.#aside.has(uri);
  }

  /** The author restarts the server, one that is there or one that is not: every document gets another chance. */
  restarting(isThere: boolean): void {
    this.#forgetServer();
    this.#isRestarting = isThere;
    this.#failedStarts = 0;
    this.#failures.clear();
    const aside = [...this.#aside.keys()];
    this.#aside.clear();
    for (const uri of aside) this.#actions.bringBack(uri);
  }

  #owedFor(uri: string): Owed {
    return this.#owed.get(uri) ?? nothingOwed;
  }

  #owe(uri: string, owed: Owed): void {
    this.#owed.set(uri, owed);
    this.#lastSent = uri;
    this.#sentSincePing = true;
  }

  #settle(uri: string, owed: Owed): void {
    if (owed.text || owed.requests > 0) this.#owed.set(uri, owed);
    else this.#owed.delete(uri);
  }

  #forgetServer(): void {
    this.#server += 1;
    this.#pinging = false;
    this.#silentLooks = 0;
    this.#sentSincePing = false;
    this.#owed.clear();
    this.#lastSent = undefined;
  }

  #ping(): void {
    this.#pinging = true;
    this.#silentLooks = 0;
    this.#sentSincePing = false;
    const server = this.#server;
    const alive = (): void => {
      if (server !== this.#server) return;
      this.#pinging = false;
      if (!this.#sentSincePing) this.#lastSent = undefined;
      this.#silentLooks = 0;
      this.#failedStarts = 0;
    };
    this.#actions.ping().then(alive, alive);
  }

  #blame(uri: string): void {
    const failures = (this.#failures.get(uri) ?? 0) + 1;
    this.#failures.set(uri, failures);
    if (failures < maxFailures) return;
    this.#aside.set(uri, undefined);
    this.#actions.setAside(uri);
  }

  /** A document that is tried again is set aside at its next failure. */
  #tryAgain(uri: string): void {
    this.#aside.delete(uri);
    this.#failures.set(uri, maxFailures - 1);
    this.#actions.bringBack(uri);
  }
}
