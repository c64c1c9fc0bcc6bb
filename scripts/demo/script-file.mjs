import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'rooms');

/**
 * Reads rooms/NAME.txt: headers, then words ("<dish> = soup / pie"), then dialogues divided by empty lines.
 * "A: …" begins what the first speaker says, "| …" goes on with it.
 */
export function readScript(name) {
  const blocks = readFileSync(join(FOLDER, `${name}.txt`), 'utf8')
    .trim()
    .split(/\n\n+/);
  const [headers, words, ...dialogues] = blocks.map((block) => block.split('\n'));
  return {
    ...Object.fromEntries(headers.map((line) => splitAt(line, ': '))),
    words: Object.fromEntries(
      words.map((line) => splitAt(line, ' = ')).map(([word, list]) => [word.slice(1, -1), list.split(' / ')]),
    ),
    dialogues: dialogues.map(readDialogue),
  };
}

export function readEchoes() {
  return readFileSync(join(FOLDER, 'echoes.txt'), 'utf8').trim().split('\n');
}

function readDialogue(lines) {
  const turns = [];
  for (const line of lines) {
    if (line.startsWith('|')) turns.at(-1).text += `\n${line.slice(2)}`;
    else turns.push({ speaker: line[0], text: line.slice(3) });
  }
  return turns;
}

function splitAt(line, divider) {
  const at = line.indexOf(divider);
  return [line.slice(0, at), line.slice(at + divider.length)];
}
