const BINDING = /\((?:\w+:)?(?:overlayK|k)ey(?:down|up|press)[\w.]*\)['"]?\s*[:=]\s*(["'])(.*?)\1/g;
const LISTENER = /(?:addEventListener|fromEvent|HostListener)[^;]*?['"][\w:]*key(?:down|up|press)[\w.]*['"]/g;

/**
 * The listeners for keys that do not ask whether the key belongs to an input method: for each the file and what it calls. Given are the
 * client's files by path. A binding has to call one method with the event, and that method has to ask.
 */
export function deafToComposition(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  for (const [path, text] of files) {
    const source = files.get(path.replace(/\.html$/, '.ts')) ?? text;
    for (const [, , call = ''] of text.matchAll(BINDING)) {
      const method = /^(\w+)\(.*\$event/.exec(call)?.[1];
      if (!method || !bodyOf(method, source).includes('isComposing(')) faults.push(`${path}: ${call}`);
    }
    for (const [listener] of text.matchAll(LISTENER))
      if (!/\bisComposing\(/.test(text)) faults.push(`${path}: ${listener.replaceAll(/\s+/g, ' ')}`);
  }
  return faults.toSorted();
}

/** A method of a class as prettier writes it: from its name to the brace that closes it. */
function bodyOf(method: string, source: string): string {
  const start = source.search(new RegExp(`^  (?:(?:public|protected|private|async) )*${method}\\(`, 'm'));
  if (start === -1) return '';
  const end = source.indexOf('\n  }', start);
  return source.slice(start, end === -1 ? undefined : end);
}
