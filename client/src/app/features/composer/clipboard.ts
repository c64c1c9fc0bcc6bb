/** What somebody pastes, as far as the choice between its parts goes. */
export interface Clipboard {
  readonly text: string;
  /** What the HTML says without its tags. */
  readonly htmlText: string;
  /** Of the files, which may be pictures that have never been files. */
  readonly fileNames: readonly string[];
}

export function readClipboard(data: DataTransfer): Clipboard {
  const html = data.getData('text/html');
  return {
    text: data.getData('text/plain'),
    htmlText: html === '' ? '' : new DOMParser().parseFromString(html, 'text/html').body.textContent,
    fileNames: Array.from(data.files, ({ name }) => name),
  };
}

/**
 * Text wins where there is text: spreadsheets, word processors and notes put a picture of it beside it. What a copied picture or copied
 * files carry as text says only where they are from, and is none.
 */
export function partToPaste({ text, htmlText, fileNames }: Clipboard): 'text' | 'htmlText' | 'files' | 'nothing' {
  const hasFiles = fileNames.length > 0;
  if (htmlText.trim() !== '') return text.trim() === '' ? 'htmlText' : 'text';
  if (text.trim() !== '' && !(hasFiles && (isAddress(text) || namesFiles(text, fileNames)))) return 'text';
  return hasFiles ? 'files' : 'nothing';
}

/** Where a copied picture is from. */
function isAddress(text: string): boolean {
  return /^(?:https?|data|blob|file):\S+$/i.test(text.trim());
}

/** File managers put the names, the paths or the addresses of the copied files beside them, one a line. */
function namesFiles(text: string, fileNames: readonly string[]): boolean {
  const names = new Set(fileNames.map(comparable));
  const lines = text.split(/[\r\n\0]+/).filter((line) => line.trim() !== '' && !MARKS.has(line.trim()));
  return lines.length > 0 && lines.every((line) => names.has(comparable(lastPart(line.trim()))));
}

/** The first lines of what file managers of GNOME put there as text. */
const MARKS = new Set(['x-special/nautilus-clipboard', 'copy', 'cut']);

function lastPart(line: string): string {
  const address = /^file:\/\//i.test(line) ? decoded(line) : line;
  return /([^/\\]+)[/\\]?$/.exec(address.replace(/^"(.*)"$/, '$1'))?.[1] ?? '';
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A Mac writes é as two characters in the names of files, and as one elsewhere. */
function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
