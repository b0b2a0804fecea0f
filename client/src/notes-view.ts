// The view of all notes of the folder, and the check of all of them.
import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ClientRequests } from "../../server/src/lsp/messages.ts";
import type { NoteRow } from "../../server/src/render/note-row.ts";
import { withOwnPage } from "./pages.ts";

const viewId = "notewright.notes";
const checkAllCommand = "notewright.checkAll";
const notesRequest: keyof ClientRequests = "notewright/notes";

/** How long edits rest before the view asks again. */
const restMilliseconds = 600;

interface Row {
  readonly label: string;
  readonly detail: string;
  readonly icon: ThemeIcon | undefined;
  readonly place: { readonly uri: string; readonly line: number } | undefined;
  readonly rows: readonly Row[];
}

/** The view *Notes*: issuer, principal, due date, blanks, the worst finding and the results of scenarios. */
export function showNotes(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<void>();
  let resting: ReturnType<typeof setTimeout> | undefined;
  const provider: TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: itemOf,
    getChildren: async (row) => [...(row?.rows ?? rowsOf(await notesOf(client)))],
  };
  const view = window.createTreeView(viewId, { treeDataProvider: provider, showCollapseAll: true });
  const soon = (): void => {
    clearTimeout(resting);
    if (view.visible) resting = setTimeout(() => changed.fire(), restMilliseconds);
  };
  const findings = languages.createDiagnosticCollection("notewright-folder");
  // Who has no notes has no view of them.
  void commands.executeCommand("setContext", "notewright.active", true);
  return Disposable.from(
    view,
    changed,
    findings,
    view.onDidChangeVisibility(soon),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(({ path }) => path.endsWith(".note"))) soon();
    }),
    workspace.onDidOpenTextDocument(({ uri }) => findings.delete(uri)),
    commands.registerCommand(checkAllCommand, () => checkAll(client, findings)),
    new Disposable(() => clearTimeout(resting)),
  );
}

/** An address in the folder, from which its notes are listed. */
function anyPlace(client: BaseLanguageClient): string | undefined {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder && client.code2ProtocolConverter.asUri(Uri.joinPath(folder, "notes.note"));
}

async function notesOf(client: BaseLanguageClient): Promise<readonly NoteRow[]> {
  const from = anyPlace(client);
  if (from === undefined || !client.isRunning()) return [];
  return client.sendRequest<readonly NoteRow[]>(notesRequest, { from });
}

function rowsOf(notes: readonly NoteRow[]): Row[] {
  return notes.map(({ name, uri, line, issuer, principal, due, blanks, worst, scenarios }) => ({
    label: name,
    detail: [issuer, principal].filter((text) => text !== "").join(" · "),
    icon: worst === undefined ? new ThemeIcon("check") : iconOf[worst.severity],
    place: { uri, line },
    rows: [
      ...said(l10n.t("Due"), due),
      ...said(l10n.t("Blanks"), blanks === 0 ? "" : String(blanks)),
      ...(worst
        ? [
            {
              label: worst.message,
              detail: "",
              icon: iconOf[worst.severity],
              place: { uri, line: worst.line },
              rows: [],
            },
          ]
        : []),
      ...scenarios.map((one) => ({
        label: one.name,
        detail: one.results.join(" · "),
        icon: new ThemeIcon("graph-line"),
        place: one.line === undefined ? undefined : { uri, line: one.line },
        rows: [],
      })),
    ],
  }));
}

function said(label: string, detail: string): Row[] {
  return detail === "" ? [] : [{ label, detail, icon: undefined, place: undefined, rows: [] }];
}

const iconOf: Readonly<Record<NonNullable<NoteRow["worst"]>["severity"], ThemeIcon>> = {
  error: new ThemeIcon("error", new ThemeColor("editorError.foreground")),
  warning: new ThemeIcon("warning", new ThemeColor("editorWarning.foreground")),
  information: new ThemeIcon("info", new ThemeColor("editorInfo.foreground")),
  hint: new ThemeIcon("circle-small"),
};

function itemOf({ label, detail, icon, place, rows }: Row): TreeItem {
  const item = new TreeItem(
    label,
    rows.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.description = detail;
  item.tooltip = detail === "" ? label : `${label}\n${detail}`;
  if (icon) item.iconPath = icon;
  if (place)
    item.command = {
      title: l10n.t("Open"),
      command: "vscode.open",
      arguments: [Uri.parse(place.uri), { selection: new Range(place.line, 0, place.line, 0) }],
    };
  return item;
}

/** Lists what is found in the folder's sheets that are not open; of open ones it is listed anyway. */
async function checkAll(
  client: BaseLanguageClient,
  findings: ReturnType<typeof languages.createDiagnosticCollection>,
): Promise<void> {
  const from = anyPlace(client);
  if (from === undefined || !client.isRunning()) return;
  const request: keyof ClientRequests = "notewright/checkAll";
  const files = await client.sendRequest<ClientRequests[typeof request]["answer"]>(request, { from });
  findings.clear();
  const open = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()));
  let count = 0;
  for (const { uri, diagnostics } of files) {
    const address = client.protocol2CodeConverter.asUri(uri);
    count += diagnostics.length;
    if (open.has(address.toString())) continue;
    const found = await client.protocol2CodeConverter.asDiagnostics([...diagnostics]);
    findings.set(address, found.map(withOwnPage));
  }
  await commands.executeCommand("workbench.actions.view.problems");
  void window.showInformationMessage(
    count === 0
      ? l10n.t("No findings in {0} files.", files.length)
      : l10n.t("{0} findings in {1} files; they are in the Problems view.", count, files.length),
  );
}
