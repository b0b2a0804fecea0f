import { test } from "vitest";
import { analyse, example } from "../support/analyse.ts";
import { rules } from "../../server/src/checks/rules/index.ts";
test("try", () => {
  for (const name of ["exchange-note", "power-up-note"]) for (const f of analyse(example(name)).findings) console.log(name, f.code, f.severity, JSON.stringify(f.message, null, 1), f.fixes?.map(x=>x.title));
  for (const r of rules) {
    for (const side of ["bad", "good"] as const) {
    const a = analyse(r[side]);
    console.log("=====", r.code, side, a.shape.map(p => p.code + ": " + p.message), a.findings.filter(f => f.code !== "left-open" || r.code === "left-open").map(f => `${f.code} [${f.tree.text.slice(f.span.start, f.span.end)}] ${f.message} {${f.fixes?.map(x=>x.title)}} rel: ${f.related?.map(x => `${x.message} [${x.tree.text.slice(x.span.start, x.span.end)}]`)}`));
    }
  }
});
