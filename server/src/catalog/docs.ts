/** Where the project's pages are published; package.json names the same place, and a test compares. */
export const homepage = "https://github.com/notewright/notewright";

/** The page that explains a problem's code. */
export function docsUrl(code: string): string {
  return `${homepage}/blob/main/docs/rules/${code}.md`;
}
