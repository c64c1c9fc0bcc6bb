/** A text in ICU's MessageFormat, taken apart. */
export type Message = readonly Part[];

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** The number that the plural around it is about. */
  | { readonly kind: 'number' }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'plural' | 'select'; readonly name: string; readonly cases: ReadonlyMap<string, Message> };

const NAME = /\s*([\w-]+)\s*/y;
const KIND = /(plural|select)\s*,/y;
const CASE = /\s*(=\d+|[\w-]+)\s*\{/y;
const SPACE = /\s*/y;

/**
 * What this program needs of MessageFormat: {name}, {count, plural, =1 {one file} other {# files}} and {kind, select, a {…} other {…}}, inside of
 * each other as well. Braces cannot be quoted. Throws where a text is not of that form; the check of the translations finds these.
 * https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export function parseMessage(text: string): Message {
  let at = 0;
  const message = parts(false, false);
  if (at < text.length) fail('a brace that closes nothing');
  return message;

  function parts(isInside: boolean, isOfPlural: boolean): Message {
    const found: Part[] = [];
    while (at < text.length && text[at] !== '}') {
      if (text[at] === '{') found.push(argument(isOfPlural));
      else if (text[at] === '#' && isOfPlural) {
        found.push({ kind: 'number' });
        at += 1;
      } else found.push({ kind: 'text', text: words(isOfPlural) });
    }
    if (isInside) take('}');
    return found;
  }

  function words(isOfPlural: boolean): string {
    const begin = at;
    while (at < text.length && !'{}'.includes(text.charAt(at)) && !(isOfPlural && text[at] === '#')) at += 1;
    return text.slice(begin, at);
  }

  function argument(isOfPlural: boolean): Part {
    take('{');
    const name = match(NAME) ?? fail('a brace without a name');
    if (text[at] === '}') {
      at += 1;
      return { kind: 'value', name };
    }
    take(',');
    match(SPACE);
    const kind = match(KIND) ?? fail('something other than plural or select');
    const cases = new Map<string, Message>();
    for (let label = match(CASE); label !== null; label = match(CASE)) {
      cases.set(label, parts(true, isOfPlural || kind === 'plural'));
    }
    match(SPACE);
    take('}');
    if (!cases.has('other')) fail('no case for other');
    return { kind: kind === 'plural' ? 'plural' : 'select', name, cases };
  }

  /** What the pattern captures at this point. */
  function match(pattern: RegExp): string | null {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return null;
    at = pattern.lastIndex;
    return found[1] ?? '';
  }

  function take(character: string): void {
    if (text[at] !== character) fail(`no ${character}`);
    at += 1;
  }

  function fail(what: string): never {
    throw new Error(`Not a message, with ${what} at ${String(at)}: ${text}`);
  }
}
