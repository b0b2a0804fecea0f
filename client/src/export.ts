// Export…: asks the server for a sheet as a document, has it written, and puts it where the author says.
import { commands, type Disposable, ProgressLocation, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Draft } from "../../server/src/export/draft.ts";
import type { Format, Offered } from "../../server/src/export/names.ts";
import type { ClientRequests } from "../../server/src/lsp/messages.ts";

const exportCommand = "notewright.export";
const exportRequest: keyof ClientRequests = "notewright/export";
const formatsRequest: keyof ClientRequests = "notewright/formats";

/** How a host makes the bytes of a document. */
export type WriteOffice = (draft: Draft) => Promise<Uint8Array>;

/** Offers the command for as long as the client lives. Called with arguments, it asks nothing. */
export function offerExport(client: BaseLanguageClient, write: WriteOffice): Disposable {
  return commands.registerCommand(exportCommand, async (from?: unknown, to?: unknown, into?: unknown) => {
    const sheet = uriFrom(from) ?? window.activeTextEditor?.document.uri;
    if (!sheet) return undefined;
    const formats = await client.sendRequest<readonly Offered[]>(formatsRequest, {});
    const offered = formats.find(({ format }) => format === to) ?? (await askFormat(formats));
    const target = offered && (uriFrom(into) ?? (await askTarget(sheet, offered)));
    if (!offered || !target) return undefined;
    const order = { sheet, format: offered.format, target, write };
    const work = (): Promise<Uri | undefined> => exportTo(client, order);
    return window.withProgress({ location: ProgressLocation.Window, title: "Writing the document" }, work);
  });
}

interface Order {
  readonly sheet: Uri;
  readonly format: Format;
  readonly target: Uri;
  readonly write: WriteOffice;
}

async function exportTo(
  client: BaseLanguageClient,
  { sheet, format, target, write }: Order,
): Promise<Uri | undefined> {
  const params: ClientRequests[typeof exportRequest]["params"] = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(sheet) },
    to: format,
  };
  try {
    const draft = await client.sendRequest<Draft | null>(exportRequest, params);
    if (!draft) {
      void window.showWarningMessage("There is no note in this sheet, and so nothing to write.");
      return undefined;
    }
    await replaceFile(target, await write(draft));
    void window.showInformationMessage(`Written: ${workspace.asRelativePath(target)}`);
    return target;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(
      `The document could not be written, and what was there is as it was: ${why}`,
    );
    return undefined;
  }
}

/** Written aside and renamed once it is whole, so that what was there stays where there is no room. */
async function replaceFile(target: Uri, bytes: Uint8Array): Promise<void> {
  const aside = target.with({ path: `${target.path}.part` });
  try {
    await workspace.fs.writeFile(aside, bytes);
    await workspace.fs.rename(aside, target, { overwrite: true });
  } catch (error) {
    await Promise.resolve(workspace.fs.delete(aside)).catch(() => undefined);
    throw error;
  }
}

async function askFormat(formats: readonly Offered[]): Promise<Offered | undefined> {
  const items = formats.map((offered) => ({
    offered,
    label: offered.title,
    description: `.${offered.format}`,
    detail: offered.holds,
  }));
  const picked = await window.showQuickPick(items, { title: "Export", placeHolder: "What to write" });
  return picked?.offered;
}

function askTarget(sheet: Uri, { format, title }: Offered): Thenable<Uri | undefined> {
  const path = sheet.path.replace(/\.note$/, "");
  const [folder] = workspace.workspaceFolders ?? [];
  const beside =
    sheet.scheme === "untitled" && folder ? Uri.joinPath(folder.uri, path) : sheet.with({ path });
  return window.showSaveDialog({
    title: "Export",
    defaultUri: beside.with({ path: `${beside.path}.${format}` }),
    filters: { [title]: [format] },
  });
}

function uriFrom(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  return typeof given === "string" ? Uri.parse(given, true) : undefined;
}
