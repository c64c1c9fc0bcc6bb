import type { RichText } from '../rich-text';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** As a browser writes down what was drawn. */
export function htmlOf(text: RichText): string {
  return text
    .map((node) => {
      if (typeof node === 'string') return escaped(node);
      const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
      const start = `<${node.tag}${attributes.join('')}>`;
      return node.tag === 'br' ? start : `${start}${htmlOf(node.children)}</${node.tag}>`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
