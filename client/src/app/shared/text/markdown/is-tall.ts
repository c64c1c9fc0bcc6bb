import { linesShownOfCode } from '../code/code-length';
import type { Block, Inline, Message } from '#markdown';

/** More lines than this are folded; the style shows about three quarters of them. */
const MAX_LINES = 24;
/** So many letters fit into the widest line: on a narrow screen there are more lines, never fewer. */
const LINE = 100;
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\u{1F300}-\u{1FAFF}]/gu;

/** Whether a message takes so much of the screen that it is shown folded. Estimated: measuring would mean to draw it first. */
export function isTall(message: Message): boolean {
  const lines = message.kind === 'plain' ? linesOf(message.text) : sum(message.blocks.map(heightOf));
  return lines > MAX_LINES;
}

function heightOf(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return linesOf(wordsOf(block.content));
    case 'code':
      return linesShownOfCode(block.text) * 0.8;
    case 'quote':
      return sum(block.blocks.map(heightOf));
    case 'list':
      return sum(block.items.map((item) => sum(item.blocks.map(heightOf))));
    case 'table':
      return block.rows.length * 1.2;
  }
}

function linesOf(text: string): number {
  return sum(
    text.split('\n').map((line) => Math.max(1, Math.ceil((line.length + (line.match(WIDE)?.length ?? 0)) / LINE))),
  );
}

function wordsOf(content: readonly Inline[]): string {
  return content.map((it) => ('text' in it ? it.text : wordsOf(it.content))).join('');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
