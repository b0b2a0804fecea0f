// Opens, edits and closes sheets for a minute, or for as long as it is given (`--minutes 60`), and compares what the server
// holds after a warm-up with what it holds in the end: the heap after a collection, within five in a hundred.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { root } from "../scripts/setup.mjs";

const { values } = parseArgs({ options: { minutes: { type: "string", default: "1" } } });
const until = Date.now() + Number(values.minutes) * 60_000;
const warm = Date.now() + Number(values.minutes) * 20_000;
const mostGrowth = 1.05;

const child = spawn(process.execPath, [
  "--inspect=127.0.0.1:0",
  join(root, "dist/server-main.js"),
  "--stdio",
]);
const inspector = await new Promise<string>((found) => {
  child.stderr.on("data", (data) => {
    const [address] = /ws:\/\/\S+/.exec(String(data)) ?? [];
    if (address) found(address);
  });
});
const socket = new WebSocket(inspector);
await new Promise((open) => socket.addEventListener("open", open));

let asked = 0;
/** Asks the server's engine. */
function engine(method: string): Promise<{ readonly usedSize?: number }> {
  const id = ++asked;
  return new Promise((done) => {
    const listen = (event: MessageEvent): void => {
      const answer = JSON.parse(String(event.data)) as { id: number; result: object };
      if (answer.id !== id) return;
      socket.removeEventListener("message", listen);
      done(answer.result);
    };
    socket.addEventListener("message", listen);
    socket.send(JSON.stringify({ id, method }));
  });
}

async function heap(): Promise<number> {
  for (let round = 0; round < 3; round++) await engine("HeapProfiler.collectGarbage");
  return (await engine("Runtime.getHeapUsage")).usedSize ?? 0;
}

const talk = createMessageConnection(
  new StreamMessageReader(child.stdout),
  new StreamMessageWriter(child.stdin),
);
talk.onRequest(() => null);
talk.listen();
await talk.sendRequest("initialize", { capabilities: {}, processId: process.pid, rootUri: null });
await talk.sendNotification("initialized", {});

const sheets = ["examples", "test/field"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".note"))
    .map((name) => readFileSync(join(root, folder, name), "utf8")),
);

let documents = 0;
let edits = 0;
/** One sheet as an author has it: opened, typed into, looked at, closed. */
async function session(): Promise<void> {
  const text = sheets[documents % sheets.length] ?? "";
  const uri = `file:///soak/s${documents++}.note`;
  await talk.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "note-terms", version: 1, text },
  });
  const lines = text.split("\n").length;
  for (let version = 2; version < 12; version++, edits++) {
    const line = (version * 7) % lines;
    const start = { line, character: 0 };
    await talk.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end: start }, text: version % 2 === 0 ? "// x\n" : " " }],
    });
    await talk.sendRequest("textDocument/hover", { textDocument: { uri }, position: { line, character: 6 } });
  }
  await talk.sendNotification("textDocument/didClose", { textDocument: { uri } });
}

while (Date.now() < warm) await session();
const before = await heap();
const counted = { documents, edits };
while (Date.now() < until) await session();
const after = await heap();
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
console.log(
  `heap ${megabytes(before)} MB after ${counted.documents} documents and ${counted.edits} edits, ${megabytes(after)} MB after ${documents} and ${edits}`,
);
process.exitCode = after <= before * mostGrowth && documents > counted.documents ? 0 : 1;
child.kill();
socket.close();
talk.dispose();
