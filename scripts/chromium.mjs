// Where Chrome or Chromium is on this machine. It runs before any package is installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Folders that a Chrome's own installer uses and that are on no PATH. */
function usualPlaces() {
  const { HOME = "", PROGRAMFILES = "", LOCALAPPDATA = "" } = process.env;
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium"].flatMap((name) =>
      ["/Applications", join(HOME, "Applications")].map((at) => join(at, `${name}.app/Contents/MacOS`, name)),
    );
  }
  if (process.platform === "win32") {
    const folders = [PROGRAMFILES, process.env["PROGRAMFILES(X86)"] ?? "", LOCALAPPDATA];
    return folders.map((folder) => join(folder, "Google/Chrome/Application/chrome.exe"));
  }
  return ["/opt/google/chrome/chrome", "/usr/lib/chromium/chromium", "/snap/bin/chromium"];
}

/** Some names on a PATH only say how to install the browser: what counts is that it answers. */
function answers(executable) {
  if (!existsSync(executable)) return false;
  if (process.platform === "win32") return true;
  return spawnSync(executable, ["--version"], { timeout: 20_000 }).status === 0;
}

/** The path of a browser that can be started, CHROME_PATH first; undefined if there is none. */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  const chosen = process.env.CHROME_PATH;
  return [...(chosen ? [chosen] : []), ...onPath, ...usualPlaces()].find(answers);
}
