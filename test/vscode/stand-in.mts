#!/usr/bin/env node
// Stands in for the desktop's executable where VS Code can't be downloaded: it takes the flags that
// the desktop takes, and runs them in the npm-borne VS Code.
import { onServer, runInNpmEditor } from "./npm-editor.mts";

const [parameters, flags] = [process.argv.slice(2), new Map<string, string>()];
const folders: string[] = [];
for (const parameter of parameters) {
  const [, name, value] = /^--([^=]+)=?(.*)$/s.exec(parameter) ?? [];
  if (name === undefined) folders.push(parameter);
  else flags.set(name, value ?? "");
}

const extension = flags.get("extensionDevelopmentPath");
const tests = flags.get("extensionTestsPath");
const [folder] = folders;
if (!extension || !tests || !folder) {
  console.error("Needed: --extensionDevelopmentPath=… --extensionTestsPath=… FOLDER");
  process.exit(2);
}
process.exitCode = await runInNpmEditor(folder, onServer(extension, tests, "node"));
