/** Where the page of packs is, from any page of the extension; `tab` shows the file to be added. */
export function packsPath(tab?: number): string {
  return tab === undefined ? '/packs.html' : `/packs.html?tab=${tab}`;
}
