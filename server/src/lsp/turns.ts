/** How many turns without a message end a burst: a message that has arrived is taken in the turn after another one. */
const quietTurns = 2;

/** In a burst without end, work is done after this many messages all the same. */
const maxMessages = 5_000;

/**
 * Does work once for all that arrives together: after the burst of messages that it belongs to.
 * `messages` counts the messages that have come in.
 */
export function afterBurst(messages: () => number, work: () => void): void {
  const first = messages();
  let last = first;
  let quiet = 0;
  const turn = (): void => {
    const now = messages();
    quiet = now === last ? quiet + 1 : 0;
    last = now;
    if (quiet >= quietTurns || now - first >= maxMessages) work();
    else soon(turn);
  };
  soon(turn);
}

/** After what is under way: at once where the host can, a worker's shortest wait elsewhere. */
function soon(task: () => void): void {
  if (typeof setImmediate === "function") setImmediate(task);
  else setTimeout(task);
}
