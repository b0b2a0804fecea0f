/** Why a file that a sheet names can't be used. */
export const unusable = {
  missing: "there is no such file. A path counts from the folder of the file that names it",
  folder: "this is a folder. Name a file in it",
  outside:
    "it lies outside the workspace folder, and a sheet may not reach beyond that. Copy the file into the workspace",
  large: "the file is over 32 MB. Keep only the rows that are needed",
  encoding: "it is not UTF-8 text. Save it as plain text in UTF-8; of a spreadsheet, as “CSV UTF-8”",
  unreadable: "it can't be read. Check that it is there and that this account may read it",
  unsaved: "this sheet has never been saved, so no path counts from it. Save it first",
} as const;

export type Unusable = keyof typeof unusable;

/** The most that a file may hold which a sheet names. */
export const maxFileBytes = 32 * 1024 * 1024;

/** What a file holds, or why it can't be used. */
export type FileContent = { readonly text: string } | { readonly unusable: Unusable };

/**
 * The files that a document may draw on, by their paths from the document's own folder; undefined for one that is
 * not loaded yet. An analysis asks while it is made and never afterwards.
 */
export interface Files {
  readonly get: (path: string) => FileContent | undefined;
}

export const noFiles: Files = new Map();
