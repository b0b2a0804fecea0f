// The frame in which a page of the extension is drawn.
import { Uri, type WebviewPanel } from "vscode";

/** The empty page: its one script and its style come from the extension, and nothing else may be loaded or run. */
export function pageHtml({ webview }: WebviewPanel, resources: Uri): string {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const at = (file: string): string => webview.asWebviewUri(Uri.joinPath(resources, file)).toString();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${at("memo.css")}">
</head>
<body>
<main id="memo"></main>
<script nonce="${nonce}" src="${at("memo.js")}"></script>
</body>
</html>`;
}
