import { markdownToHtml } from './markdown';

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** The words of a message without its markup, in one line: for those who hear it. */
export function markdownToText(markdown: string): string {
  return markdownToHtml(markdown, new Map())
    .replace(/<\/?(?:strong|em|del|a|code)(?: [^>]*)?>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
