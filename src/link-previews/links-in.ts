import { type Block, type Inline, readMessage } from '../markdown/index.js';

/** Of a message; the links after them have none. */
export const MAX_PREVIEWS = 3;

/** Beyond what browsers and servers agree on, nothing is asked for. */
const MAX_URL_LENGTH = 2048;

export interface FoundLink {
  /** As the message has it. */
  readonly url: string;
  /** The page in its one spelling, the same for all links that lead to it. */
  readonly pageUrl: string;
}

/** The first links of a message to pages, each page once. What is code is no link, and what is quoted was said before. */
export function linksIn(body: string): FoundLink[] {
  if (!mayHaveLinks(body)) return [];
  const message = readMessage(body, new Map());
  if (message.kind === 'plain') return [];
  const byPage = new Map<string, FoundLink>();
  for (const url of message.blocks.flatMap(inBlock)) {
    const pageUrl = pageUrlOf(url);
    if (pageUrl !== null && !byPage.has(pageUrl)) byPage.set(pageUrl, { url, pageUrl });
  }
  return [...byPage.values()].slice(0, MAX_PREVIEWS);
}

/** How each address on the web begins, or ends to be found without. */
export const SIGNS_OF_LINKS = ['://', 'www.'] as const;

/** Quickly: where it may not, it has none. */
export function mayHaveLinks(body: string): boolean {
  const lower = body.toLowerCase();
  return SIGNS_OF_LINKS.some((sign) => lower.includes(sign));
}

function pageUrlOf(link: string): string | null {
  const url = URL.parse(link);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  url.hash = '';
  return link.length <= MAX_URL_LENGTH && url.href.length <= MAX_URL_LENGTH ? url.href : null;
}

function inBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inLines(block.content);
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap(inBlock));
    case 'table':
      return block.rows.flatMap((row) => row.flatMap(inLines));
    case 'quote':
    case 'code':
      return [];
  }
}

function inLines(content: readonly Inline[]): string[] {
  return content.flatMap((it): string[] => {
    switch (it.kind) {
      case 'link':
        return [it.href];
      case 'strong':
      case 'emphasis':
      case 'strike':
        return inLines(it.content);
      default:
        return [];
    }
  });
}
