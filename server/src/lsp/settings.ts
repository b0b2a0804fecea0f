import {
  DidChangeConfigurationNotification,
  MessageType,
  PublishDiagnosticsNotification,
  ShowMessageNotification,
} from "vscode-languageserver";
import { plainUri } from "../base/paths.ts";
import { asShipped, combined, type Settings } from "../checks/levels.ts";
import { policyDiagnostics } from "../features/policy.ts";
import type { Day } from "../quantity/date.ts";
import { houseRules } from "../settings/house.ts";
import { type Policy, readPolicy } from "../settings/policy.ts";
import { readUserSettings, type Shown, type UserSettings } from "../settings/user.ts";
import type { Guard } from "./guard.ts";
import { type ClientMessages, policyFrom } from "./messages.ts";
import { params } from "./params.ts";

const policyMessage: keyof ClientMessages = "notewright/policy";

/** By what the server judges. */
export interface SettingsStore {
  /** Takes the settings that came with the start. */
  readonly begin: (options: unknown) => void;
  /** Says, once the client listens, what of them can't be followed. */
  readonly started: () => void;
  readonly valuedOn: () => Day | undefined;
  readonly quiet: () => number;
  readonly shown: () => Shown;
  /** What holds for a document: the same object as long as nothing changes. */
  readonly settingsFor: (uri: string) => Settings;
}

/** Keeps the user's settings and the policies of the houses that are open, and says when they change. */
export function settingsStore(guard: Guard, changed: () => void): SettingsStore {
  let user: UserSettings = readUserSettings(undefined);
  const policies = new Map<string, Policy>();
  const answers = new Map<string, Settings>();
  const complained = new Set<string>();

  guard.notification(DidChangeConfigurationNotification.method, params.configuration, ({ settings }) => {
    take(settings?.notewright);
    complain();
    changed();
  });
  guard.notification(policyMessage, params.anything, (given) => {
    const message = policyFrom(given);
    if (!message) return;
    const { uri, text } = message;
    const policy = text === null ? undefined : readPolicy(text);
    if (policy) policies.set(uri, policy);
    else policies.delete(uri);
    const diagnostics = policyDiagnostics(text ?? "", policy?.problems ?? []);
    guard.send(PublishDiagnosticsNotification.method, { uri, diagnostics });
    answers.clear();
    changed();
  });

  return {
    begin: take,
    started: complain,
    valuedOn: () => user.valuedOn,
    quiet: () => user.quiet,
    shown: () => user.shown,
    settingsFor: (uri) => {
      const files = policiesOver(uri, [...policies.keys()]);
      const closest = files.at(-1) ?? "";
      const known = answers.get(closest);
      if (known) return known;
      const house = houseRules(files.map((file) => policies.get(file)?.settings ?? asShipped));
      const found = combined(user.settings, house);
      answers.set(closest, found);
      return found;
    },
  };

  function take(section: unknown): void {
    user = readUserSettings(section);
    answers.clear();
  }

  /** Says once what can't be followed; again only after it was put right. */
  function complain(): void {
    for (const complaint of user.complaints) {
      if (complained.has(complaint)) continue;
      guard.send(ShowMessageNotification.method, { type: MessageType.Warning, message: complaint });
    }
    complained.clear();
    for (const complaint of user.complaints) complained.add(complaint);
  }
}

/** The policy files above a document, the closest last. A document without a folder goes by the one above all others. */
function policiesOver(uri: string, files: readonly string[]): readonly string[] {
  const byLength = [...files].sort((a, b) => a.length - b.length);
  const isAbove = (file: string, other: string): boolean => plainUri(other).startsWith(folderOf(file));
  if (uri.startsWith("untitled:")) {
    const [top = ""] = byLength;
    return files.length > 0 && files.every((file) => isAbove(top, file)) ? [top] : [];
  }
  return byLength.filter((file) => isAbove(file, uri));
}

function folderOf(file: string): string {
  const plain = plainUri(file);
  return plain.slice(0, plain.lastIndexOf("/") + 1);
}
