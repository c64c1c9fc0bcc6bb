import { characterBefore, isFormulaCharacter } from './word-boundaries.js';

export interface Address {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

const START = /https?:\/\/|www\.|@/giu;
const AUTHORITY =
  /(?:[\w.~%!$&*+,;=:-]{0,100}@)?(?:\[[0-9a-f:.]{2,45}\]|[\p{L}\p{N}\p{M}_-][\p{L}\p{N}\p{M}_.-]{0,252})(?::\d{1,5}(?!\d))?/iuy;
/** A path goes on until a space, a quote or bracket of the sentence around it, or a full stop of a script that sets no spaces. */
const PATH =
  /[/?#][^\s\p{Cc}<>"`\p{Zl}\p{Zp}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\u3001\u3002\u30FB\uFF01\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF61\uFF64\uFF65\u{2018}-\u{201F}\u2026\u00AB\u00BB\u2039\u203A\u3008-\u3011\u3014-\u301B\u301D-\u301F\uFE35-\uFE44\uFF08\uFF09\uFF3B\uFF3D\uFF5B\uFF5D\uFF5F\uFF60\uFF62\uFF63\u2329\u232A]*/uy;
/** An ASCII top-level domain, and letters of another script that go on without a space. */
const ASCII_END = /(\.[a-z]{2,63}|^localhost)[^\0-\x7F][^.]*$/iu;
const SENTENCE_END = /^(?:[?!.,:;'"*_~\\]|(?![\0-\x7F])\p{Po})$/u;
const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

const MAILBOX = /[\w.%+-]{1,64}$/;
const MAIL_DOMAIN = /[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/iy;

/** The web and mail addresses in a text, in order. */
export function findAddresses(text: string): Address[] {
  const found: Address[] = [];
  let end = 0;
  for (const match of text.matchAll(START)) {
    const start = match.index;
    if (start < end) continue;
    const address = match[0] === '@' ? mailAddressAt(text, start, end) : webAddressAt(text, start, match[0]);
    if (!address) continue;
    found.push(address);
    end = address.end;
  }
  return found;
}

/** The address that a link may lead to: on the web, or a mailbox; null for all others. */
export function hrefOf(written: string): string | null {
  const href = /^www\./i.test(written) ? `http://${written}` : written;
  return /^(?:https?:\/\/|mailto:)./i.test(href) && URL.canParse(href) ? href : null;
}

function webAddressAt(text: string, start: number, scheme: string): Address | null {
  if (isFormulaCharacter(characterBefore(text, start))) return null;
  const hostStart = start + (scheme.endsWith('/') ? scheme.length : 0);
  AUTHORITY.lastIndex = hostStart;
  const authority = AUTHORITY.exec(text)?.[0];
  if (authority === undefined) return null;
  const host = authority.replace(ASCII_END, '$1');
  let end = hostStart + host.length;
  if (host === authority) {
    PATH.lastIndex = end;
    end += PATH.exec(text)?.[0].length ?? 0;
  }
  const written = withoutSentenceEnd(text.slice(start, end));
  // `www.` alone is no address, nor is a scheme before a full stop.
  if (written.length <= scheme.length || (hostStart === start && !/^www\.[^.]+\../i.test(written))) return null;
  const href = hrefOf(written);
  return href === null ? null : { start, end: start + written.length, href };
}

function mailAddressAt(text: string, at: number, from: number): Address | null {
  const mailbox = MAILBOX.exec(text.slice(Math.max(from, at - 64), at))?.[0].replace(/^[.-]+/, '') ?? '';
  MAIL_DOMAIN.lastIndex = at + 1;
  const domain = MAIL_DOMAIN.exec(text)?.[0].replace(/\.?-*$/, '') ?? '';
  if (mailbox === '' || !/\.[a-z]{2,}$/i.test(domain)) return null;
  const end = at + 1 + domain.length;
  // An address of something else: a repository, a handle on another server.
  if (/^(?:[@/\w-]|:\S)/.test(text.slice(end, end + 2))) return null;
  const start = at - mailbox.length;
  if (/[@/]/.test(text.charAt(start - 1)) || isFormulaCharacter(characterBefore(text, start))) return null;
  const isNamed = start - 7 >= from && text.slice(start - 7, start).toLowerCase() === 'mailto:';
  return { start: isNamed ? start - 7 : start, end, href: `mailto:${mailbox}@${domain}` };
}

/** Without the punctuation that belongs to the sentence, and without a bracket that was opened before the address. */
function withoutSentenceEnd(written: string): string {
  let end = written.length;
  const unopened = new Map(
    Object.entries(CLOSERS).map(([closer, opener]) => [closer, count(written, closer) - count(written, opener)]),
  );
  for (;;) {
    const last = characterBefore(written, end);
    const excess = unopened.get(last);
    if (excess !== undefined ? excess <= 0 : !SENTENCE_END.test(last)) break;
    if (excess !== undefined) unopened.set(last, excess - 1);
    end -= last.length;
  }
  return written.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
