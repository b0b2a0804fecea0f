// Keeps the page beside the sheet: it scrolls to what the sheet shows, and marks what the caret is in.

function placed(): readonly { readonly element: HTMLElement; readonly line: number }[] {
  return [...document.querySelectorAll<HTMLElement>("[data-line]")]
    .map((element) => ({ element, line: Number(element.dataset.line) }))
    .filter(({ element }) => element.offsetParent !== null);
}

/** The last element about a line at or above this one: of several on that line the first. */
function lastBefore(line: number): HTMLElement | undefined {
  let best: { readonly element: HTMLElement; readonly line: number } | undefined;
  for (const one of placed()) if (one.line <= line && (!best || one.line > best.line)) best = one;
  return best?.element;
}

export function followSheet(top: number): void {
  const place = lastBefore(top);
  if (!place) return;
  const { top: at } = place.getBoundingClientRect();
  if (at < 0 || at > window.innerHeight * 0.6) window.scrollBy({ top: at - 40, behavior: "auto" });
}

export function markCaret(line: number): void {
  followSheet(line);
  for (const one of document.querySelectorAll(".here")) one.classList.remove("here");
  for (const { element, line: own } of placed()) if (own === line) element.classList.add("here");
}
