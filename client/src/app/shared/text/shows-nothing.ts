import { showsNothing } from '#markdown';

export { showsNothing };

/** What is sent of a draft: nothing where nobody would see anything. The indentation of its first line matters only to lines that follow. */
export function bodyOf(draft: string): string {
  if (showsNothing(draft)) return '';
  const body = draft.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
  return body.includes('\n') ? body : body.trim();
}
