import hljs from 'highlight.js/lib/core';
import { piecesOf, type Piece } from './code-pieces';
import { GRAMMARS } from './grammars';
import type { Grammar } from './languages';

/** Which part of the code has which colour. Its grammar must have been loaded. */
export function highlight(code: string, grammar: Grammar): readonly Piece[] {
  return piecesOf(hljs.highlight(code, { language: grammar, ignoreIllegals: true }).value);
}

export async function loadGrammar(grammar: Grammar): Promise<void> {
  await Promise.all(withInner(grammar).map(loadOne));
}

/** What a grammar hands over to another one, which must be there. */
const INNER: Partial<Record<Grammar, readonly Grammar[]>> = {
  dockerfile: ['bash'],
  javascript: ['xml'],
  markdown: ['xml'],
  shell: ['bash'],
  typescript: ['xml'],
  xml: ['css', 'javascript'],
};

function withInner(grammar: Grammar): readonly Grammar[] {
  const wanted = new Set([grammar]);
  for (const each of wanted) for (const inner of INNER[each] ?? []) wanted.add(inner);
  return [...wanted];
}

async function loadOne(grammar: Grammar): Promise<void> {
  if (hljs.getLanguage(grammar)) return;
  const { default: definition } = await GRAMMARS[grammar]();
  hljs.registerLanguage(grammar, definition);
}
