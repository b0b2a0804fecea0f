// The pages of the documentation, which come with the extension: the editor reads them without a network, in every host.
import {
  commands,
  type Diagnostic,
  Disposable,
  type Event,
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  l10n,
  Uri,
  window,
  workspace,
} from "vscode";
import type { homepage as publishedAt } from "../../server/src/catalog/docs.ts";
import { readShipped } from "./shipped.ts";

/** The scheme under which pages are opened: an extension's own files have an address that no preview reads in some hosts. */
const scheme = "notewright";

export const pageCommand = "notewright.page";

const home: typeof publishedAt = "https://github.com/notewright/notewright";
const published = `${home}/blob/main/`;

/** The pages that are offered where none is named. */
const pages = [
  {
    label: l10n.t("The language"),
    detail: l10n.t("What a sheet may say, and how"),
    path: "docs/language.md",
  },
  { label: l10n.t("Reference"), detail: l10n.t("Every clause with an example"), path: "docs/reference.md" },
  {
    label: l10n.t("Methods"),
    detail: l10n.t("Every formula with its source and a worked case"),
    path: "docs/methods.md",
  },
  {
    label: l10n.t("Findings"),
    detail: l10n.t("Every rule, what it finds and what to do"),
    path: "docs/rules/README.md",
  },
  {
    label: l10n.t("Findings in real notes"),
    detail: l10n.t("What the rules find in published instruments"),
    path: "docs/findings.md",
  },
];

/** Makes the pages readable, and gives the command that opens one. */
export function servePages(extension: Uri): Disposable {
  return Disposable.from(
    workspace.registerFileSystemProvider(scheme, new Pages(extension), {
      isCaseSensitive: true,
      isReadonly: true,
    }),
    commands.registerCommand(pageCommand, async (path?: unknown) => {
      const chosen =
        typeof path === "string" ? path : (await window.showQuickPick(pages, { title: "Notewright" }))?.path;
      if (chosen !== undefined) await openPage(chosen);
    }),
  );
}

/** Opens a page as it reads, or its text where the editor shows no Markdown. */
export async function openPage(path: string): Promise<void> {
  const [file = "", fragment = ""] = path.split("#");
  const page = Uri.from({ scheme, path: `/${file}`, fragment });
  try {
    await commands.executeCommand("markdown.showPreview", page);
  } catch {
    await commands.executeCommand("vscode.open", page);
  }
}

/** A finding whose code leads to the page that comes with the extension, not to the one that is published. */
export function withOwnPage(finding: Diagnostic): Diagnostic {
  const { code } = finding;
  if (typeof code === "object") finding.code = { value: code.value, target: ownPage(code.target) };
  return finding;
}

/** For the address of a published page the command that opens the extension's own; any other address as it is. */
export function ownPage(address: Uri): Uri {
  const target = address.toString(true);
  if (!target.startsWith(home)) return address;
  const path = target.startsWith(published)
    ? target.slice(published.length)
    : `README.md${address.fragment === "" ? "" : `#${address.fragment}`}`;
  return Uri.parse(`command:${pageCommand}?${encodeURIComponent(JSON.stringify([path]))}`);
}

/** The extension's pages as files that nobody can write. */
class Pages implements FileSystemProvider {
  readonly #extension: Uri;
  readonly onDidChangeFile: Event<FileChangeEvent[]> = new EventEmitter<FileChangeEvent[]>().event;

  constructor(extension: Uri) {
    this.#extension = extension;
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  async stat(uri: Uri) {
    const { byteLength: size } = await this.readFile(uri);
    return { type: FileType.File, ctime: 0, mtime: 0, size };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const path = uri.path.slice(1);
    if (!/^(?:README\.md|docs\/[\w./-]+)$/.test(path) || path.includes(".."))
      throw FileSystemError.FileNotFound(uri);
    return readShipped(this.#extension, path);
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }
}
