import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import { asShipped, combined, type Settings } from "../checks/levels.ts";
import { policyDiagnostics } from "../features/policy.ts";
import type { Day } from "../quantity/date.ts";
import { type Policy, readPolicy } from "../settings/policy.ts";
import { readUserSettings, type UserSettings } from "../settings/user.ts";
import { policyFrom, type Told } from "./messages.ts";

const policyMessage: keyof Told = "notewright/policy";

/** All that the server is told of how it should judge. */
export interface SettingsDesk {
  /** Takes the settings that came with the start. */
  readonly begin: (options: unknown) => void;
  /** Says, once the client listens, what of them can't be followed. */
  readonly started: () => void;
  readonly valuedOn: () => Day | undefined;
  readonly quiet: () => number;
  /** What holds for a document: the same object as long as nothing changes. */
  readonly settingsFor: (uri: string) => Settings;
}

/** Keeps the user's settings and the policies of the houses that are open, and says when they change. */
export function settingsDesk(connection: Connection, changed: () => void): SettingsDesk {
  let user: UserSettings = readUserSettings(undefined);
  const policies = new Map<string, Policy>();
  const answers = new Map<string, Settings>();
  const complained = new Set<string>();

  connection.onDidChangeConfiguration(({ settings }) => {
    take((settings as { notewright?: unknown } | null | undefined)?.notewright);
    complain();
    changed();
  });
  connection.onNotification(policyMessage, (params: unknown) => {
    const told = policyFrom(params);
    if (!told) return;
    const { uri, text } = told;
    const policy = text === null ? undefined : readPolicy(text);
    if (policy) policies.set(uri, policy);
    else policies.delete(uri);
    const diagnostics = policyDiagnostics(text ?? "", policy?.problems ?? []);
    void connection.sendDiagnostics({ uri, diagnostics });
    answers.clear();
    changed();
  });

  return {
    begin: take,
    started: complain,
    valuedOn: () => user.valuedOn,
    quiet: () => user.quiet,
    settingsFor: (uri) => {
      const file = policyOver(uri, [...policies.keys()]) ?? "";
      const known = answers.get(file);
      if (known) return known;
      const found = combined(user.settings, policies.get(file)?.settings ?? asShipped);
      answers.set(file, found);
      return found;
    },
  };

  function take(section: unknown): void {
    user = readUserSettings(section);
    answers.clear();
  }

  /** Says once what can't be followed; again only after it was mended. */
  function complain(): void {
    for (const complaint of user.complaints) {
      if (complained.has(complaint)) continue;
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: complaint,
      });
    }
    complained.clear();
    for (const complaint of user.complaints) complained.add(complaint);
  }
}

/** The policy file that is closest above a document. A document without a folder goes by the one above all others. */
function policyOver(uri: string, files: readonly string[]): string | undefined {
  const byLength = [...files].sort((a, b) => a.length - b.length);
  if (uri.startsWith("untitled:")) {
    const [top = ""] = byLength;
    return files.every((file) => file.startsWith(folderOf(top))) ? top : undefined;
  }
  return byLength.findLast((file) => uri.startsWith(folderOf(file)));
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}
