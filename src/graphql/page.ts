import { InvalidInput } from '../errors/index.js';

/** The arguments of a connection as a client sent them. */
export interface PageArgs {
  readonly first: number | null | undefined;
  readonly after: string | null | undefined;
  readonly last: number | null | undefined;
  readonly before: string | null | undefined;
}

/** One direction, one bounded size, at most one cursor. */
export type Page =
  | { readonly direction: 'forward'; readonly size: number; readonly cursor: string | undefined }
  | { readonly direction: 'backward'; readonly size: number; readonly cursor: string | undefined };

/** `after` alone means `first: 50`, `before` alone `last: 50`; the direction named is what applies when nothing is. */
export function pageOf(args: PageArgs, otherwise: Page['direction'] = 'forward'): Page {
  const forward = args.first != null || args.after != null;
  const backward = args.last != null || args.before != null;
  if (forward && backward) {
    throw new InvalidInput(
      args.last != null ? 'last' : 'before',
      'Page either forward (first, after) or backward (last, before), not both.',
    );
  }
  return backward || (!forward && otherwise === 'backward')
    ? { direction: 'backward', size: pageSize('last', args.last ?? 50), cursor: args.before ?? undefined }
    : { direction: 'forward', size: pageSize('first', args.first ?? 50), cursor: args.after ?? undefined };
}

export function pageSize(field: 'first' | 'last' | 'count', size: number): number {
  if (size < 1 || size > 100) throw new InvalidInput(field, 'A page has 1 to 100 entries.');
  return size;
}
