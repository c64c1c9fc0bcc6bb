/**
 * What a message becomes that has markup: elements and words. It is drawn element by element (`RichTextDrawing`), so there is no
 * HTML that somebody could have written, and nothing to sanitise. No other elements and attributes than these can be named.
 */
export type RichText = readonly RichNode[];

export type RichNode = string | RichElement;

export interface RichElement {
  readonly tag: Tag;
  readonly attributes: Attributes;
  readonly children: RichText;
}

export type Tag =
  | ('p' | 'br' | 'strong' | 'em' | 'del' | 'a' | 'code' | 'pre' | 'blockquote' | 'ul' | 'ol' | 'li' | 'div' | 'span')
  | ('table' | 'thead' | 'tbody' | 'tr' | 'th' | 'td');

export type Attributes = Readonly<
  Partial<Record<'href' | 'target' | 'rel' | 'class' | 'dir' | 'value' | 'role' | 'aria-label', string>>
>;

/** Whether both are drawn alike: what stands there already may stay, with what somebody has selected or opened in it. */
export function isSameText(a: RichText, b: RichText): boolean {
  return a === b || (a.length === b.length && a.every((node, index) => isSameNode(node, b[index])));
}

function isSameNode(a: RichNode, b: RichNode | undefined): boolean {
  if (typeof a === 'string' || typeof b === 'string' || b === undefined) return a === b;
  const isSameElement = a.tag === b.tag && JSON.stringify(a.attributes) === JSON.stringify(b.attributes);
  return isSameElement && isSameText(a.children, b.children);
}
