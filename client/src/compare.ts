// Compare with…: what changed between two versions of a sheet, in words, in money and in what is found.
import {
  commands,
  type Disposable,
  extensions,
  l10n,
  TabInputTextDiff,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ClientRequests } from "../../server/src/lsp/messages.ts";
import type { FromPage, ToPage } from "../webview/messages.ts";
import { pageHtml } from "./page.ts";

const compareCommand = "notewright.compare";
const compareRequest = "notewright/compare" satisfies keyof ClientRequests;
const languageId = "note-terms";

interface Version {
  readonly name: string;
  readonly text: string;
}

interface Versions {
  /** Where the sheet lies whose versions they are. */
  readonly sheet: Uri;
  readonly before: Version;
  readonly after: Version;
}

/** Offers the command: in a comparison of the editor for its two sides, else with another version that is asked for. */
export function offerComparison(client: BaseLanguageClient, extension: Uri): Disposable {
  return commands.registerCommand(compareCommand, async (from?: unknown, other?: unknown) => {
    const versions = (await sidesShown(from)) ?? (await versionsAsked(from, other));
    if (!versions || !client.isRunning()) return;
    const { sheet, before, after } = versions;
    const params: ClientRequests[typeof compareRequest]["params"] = {
      uri: client.code2ProtocolConverter.asUri(sheet),
      before: before.text,
      after: after.text,
    };
    const record = await client.sendRequest<ClientRequests[typeof compareRequest]["answer"]>(
      compareRequest,
      params,
    );
    show(extension, sheet, { kind: "comparison", before: before.name, after: after.name, record });
  });
}

function show(extension: Uri, sheet: Uri, message: Extract<ToPage, { readonly kind: "comparison" }>): void {
  const resources = Uri.joinPath(extension, "dist");
  const title = l10n.t("Changes: {0}", nameOf(sheet).replace(/\.note$/i, ""));
  const panel = window.createWebviewPanel(compareCommand, title, ViewColumn.Beside, {
    enableScripts: true,
    localResourceRoots: [resources],
    retainContextWhenHidden: true,
    enableFindWidget: true,
  });
  panel.webview.onDidReceiveMessage(({ kind }: FromPage) => {
    if (kind === "ready") void panel.webview.postMessage(message);
  });
  panel.webview.html = pageHtml(panel, resources);
}

/** The two sides of the comparison that the editor shows. */
async function sidesShown(from: unknown): Promise<Versions | undefined> {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputTextDiff)) return undefined;
  const { original, modified } = input;
  if (from instanceof Uri && ![original, modified].some(({ path }) => path === from.path)) return undefined;
  const [before, after] = await Promise.all(
    [original, modified].map((uri) => workspace.openTextDocument(uri)),
  );
  if (!before || !after || after.languageId !== languageId) return undefined;
  return {
    sheet: modified,
    before: { name: l10n.t("{0}, the left side", nameOf(original)), text: before.getText() },
    after: { name: l10n.t("the right side"), text: after.getText() },
  };
}

/** A sheet, and another version of it: as it was given, as it was committed last, as it was saved, or a file. */
async function versionsAsked(from: unknown, other: unknown): Promise<Versions | undefined> {
  const document =
    from instanceof Uri ? await workspace.openTextDocument(from) : window.activeTextEditor?.document;
  if (document?.languageId !== languageId) return undefined;
  const before = other instanceof Uri ? await fileAt(other) : await versionAsked(document);
  const after = { name: l10n.t("as it stands"), text: document.getText() };
  return before && { sheet: document.uri, before, after };
}

async function fileAt(uri: Uri): Promise<Version> {
  const document = await workspace.openTextDocument(uri);
  return { name: nameOf(uri), text: document.getText() };
}

async function versionAsked(document: TextDocument): Promise<Version | undefined> {
  const committed = await committedText(document.uri);
  const choices = [
    ...(committed === undefined ? [] : [{ label: l10n.t("The last commit"), text: committed }]),
    ...(document.isDirty && document.uri.scheme !== "untitled"
      ? [{ label: l10n.t("As it was saved"), text: await savedText(document.uri) }]
      : []),
    { label: l10n.t("A file…"), text: undefined },
  ];
  const chosen =
    choices.length === 1
      ? choices[0]
      : await window.showQuickPick(choices, { title: l10n.t("Compare with…") });
  if (!chosen) return undefined;
  if (chosen.text !== undefined) return { name: chosen.label, text: chosen.text };
  const [file] =
    (await window.showOpenDialog({ title: l10n.t("The version before"), filters: { Notes: ["note"] } })) ??
    [];
  return file && fileAt(file);
}

async function savedText(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** What is used of the editor's own extension for git. */
interface GitExports {
  readonly getAPI: (version: 1) => { readonly toGitUri: (uri: Uri, ref: string) => Uri };
}

/** What git has of a file; undefined where it has none, or is not there. */
async function committedText(uri: Uri): Promise<string | undefined> {
  const git = extensions.getExtension<GitExports>("vscode.git");
  if (!git) return undefined;
  try {
    const { getAPI } = await git.activate();
    return (await workspace.openTextDocument(getAPI(1).toGitUri(uri, "HEAD"))).getText();
  } catch {
    return undefined;
  }
}

function nameOf({ path }: Uri): string {
  return path.split("/").at(-1) ?? path;
}
