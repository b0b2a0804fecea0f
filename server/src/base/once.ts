/** A function that computes its answer on the first call and repeats it on every later one. */
export function once<T>(compute: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => {
    answer ??= { value: compute() };
    return answer.value;
  };
}

/** A function that computes its answer once, and can be looked into before. */
export interface Later<T> {
  readonly get: () => T;
  /** The answer, where it has been worked out already. */
  readonly known: () => T | undefined;
}

export function later<T>(compute: () => T): Later<T> {
  let answer: { readonly value: T } | undefined;
  const get = once(() => {
    answer = { value: compute() };
    return answer.value;
  });
  return { get, known: () => answer?.value };
}

/** The same with one answer for each object that it is given, held as long as that object is. */
export function onceEach<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const answers = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const known = answers.get(key);
    if (known) return known.value;
    const answer = { value: compute(key) };
    answers.set(key, answer);
    return answer.value;
  };
}

/** The same for the text that was given last. */
export function lastOf<T>(compute: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: compute(text) };
    return last.value;
  };
}
