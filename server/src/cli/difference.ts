import { createTwoFilesPatch } from "diff";
import { type Io, visible } from "./io.ts";
import { styleFor } from "./style.ts";

/** What stands around a change in a difference. */
const context = 3;

/** What a file would become, as a unified difference; coloured on a terminal. */
export function difference(file: string, before: string, after: string, io: Io): string {
  const style = styleFor(io);
  const name = visible(file.replaceAll("\\", "/"), "line");
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, "", "", {
    context,
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
  return patch
    .trimEnd()
    .split("\n")
    .map((line) => {
      const shown = io.isTerminal ? visible(line, "line") : line;
      if (line.startsWith("---") || line.startsWith("+++")) return style.bold(shown);
      if (line.startsWith("@@")) return style.faint(shown);
      if (line.startsWith("+")) return style.added(shown);
      return line.startsWith("-") ? style.removed(shown) : shown;
    })
    .join("\n");
}
