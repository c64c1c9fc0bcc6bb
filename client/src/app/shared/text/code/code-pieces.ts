/** What a part of code is, as far as its colour goes. */
export const COLOURS = ['comment', 'keyword', 'string', 'number', 'title', 'type', 'name', 'added', 'removed'] as const;

export type Colour = (typeof COLOURS)[number];

/** A part of code that has a colour, by its place in it. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly colour: Colour;
}

/** Reads out of the HTML that highlight.js makes which part of the code has which colour. Its elements are never made: only places are wanted. */
export function piecesOf(html: string): Piece[] {
  const pieces: Piece[] = [];
  const around: (Colour | null)[] = [];
  let at = 0;
  for (const [part] of html.matchAll(PART)) {
    if (part === '</span>') around.pop();
    else if (part.startsWith('<')) around.push(colourOf(part, around.at(-1) ?? null));
    else {
      const from = at;
      at += part.startsWith('&') ? 1 : part.length;
      const colour = around.at(-1) ?? null;
      if (colour !== null) add(pieces, { from, to: at, colour });
    }
  }
  return pieces;
}

/** A character that HTML needs written otherwise is one character all the same. */
const PART = /<\/?span[^>]*>|&(?:amp|lt|gt|quot|#x27);|[^<&]+|[<&]/g;

const SCOPES: Readonly<Record<string, Colour | null>> = {
  ...of('comment', 'comment', 'quote'),
  ...of('keyword', 'keyword', 'selector-tag', 'name', 'meta'),
  ...of('string', 'string', 'regexp', 'code', 'char', 'link', 'formula'),
  ...of('number', 'number', 'literal', 'symbol', 'bullet'),
  ...of('title', 'title', 'section', 'selector-id', 'selector-class'),
  ...of('type', 'type', 'built_in', 'class'),
  ...of('name', 'attr', 'attribute', 'variable', 'template-variable', 'selector-attr', 'selector-pseudo', 'doctag'),
  ...of('added', 'addition'),
  ...of('removed', 'deletion'),
  ...of(null, 'subst', 'params', 'tag', 'template-tag'),
};

function of(colour: Colour | null, ...scopes: string[]): Record<string, Colour | null> {
  return Object.fromEntries(scopes.map((scope) => [scope, colour]));
}

/** What is not known here looks like what is around it. */
function colourOf(tag: string, around: Colour | null): Colour | null {
  const [, scope = '', rest = ''] = /class="hljs-([\w-]+)([^"]*)"/.exec(tag) ?? [];
  if (scope === 'title' && rest.includes('class_')) return 'type';
  const colour = SCOPES[scope];
  return colour === undefined ? around : colour;
}

function add(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (last?.to === piece.from && last.colour === piece.colour) pieces[pieces.length - 1] = { ...last, to: piece.to };
  else pieces.push(piece);
}
