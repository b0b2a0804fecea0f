// Rows that are copied from a spreadsheet become rows of a price table when they are pasted into one.
import {
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  l10n,
  languages,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ClientRequests } from "../../server/src/lsp/messages.ts";
import { languageId } from "./state.ts";

const rowsRequest: keyof ClientRequests = "notewright/pastedRows";
type Request = ClientRequests[typeof rowsRequest];

const plainText = "text/plain";
const kind = DocumentDropOrPasteEditKind.Text.append("notewright", "rows");

/** Offers the rows for as long as the client lives; what is no table's goes its usual way. */
export function pasteRows(client: BaseLanguageClient): Disposable {
  const provider: DocumentPasteEditProvider = {
    provideDocumentPasteEdits: async (document, [range], copied) => {
      const text = await copied.get(plainText)?.asString();
      if (!range || !text?.includes("\t") || !client.isRunning()) return undefined;
      const params: Request["params"] = {
        textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
        position: client.code2ProtocolConverter.asPosition(range.start),
        text,
      };
      const rows = await client.sendRequest<Request["answer"]>(rowsRequest, params);
      if (rows === null) return undefined;
      const indent =
        /^\s*/.exec(document.lineAt(range.start.line).text.slice(0, range.start.character))?.[0] ?? "";
      return [
        new DocumentPasteEdit(
          rows.replaceAll("\n", `\n${indent}`),
          l10n.t("Paste as rows of the price table"),
          kind,
        ),
      ];
    },
  };
  const metadata = { pasteMimeTypes: [plainText], providedPasteEditKinds: [kind] };
  return languages.registerDocumentPasteEditProvider({ language: languageId }, provider, metadata);
}
