import { after } from '../../time/timer';
import type { Piece } from './code-pieces';
import type { Grammar } from './languages';

export interface Question {
  readonly code: string;
  readonly grammar: Grammar;
}

export type Answer = { readonly kind: 'begun' } | { readonly kind: 'done'; readonly pieces: readonly Piece[] };

/** In milliseconds: most code takes a tenth of it or less. */
const MAX_READING = 500;
const MAX_LOADING = 20_000;

/** Which part of some code has which colour: nothing where that takes too long. One after the other, in a worker that is ended if it must be. */
export function highlighted(question: Question, isWanted: () => boolean): Promise<readonly Piece[]> {
  const answer = last.then(() => (isWanted() ? ask(question) : []));
  last = answer;
  return answer;
}

let last: Promise<unknown> = Promise.resolve();
let worker: Worker | null = null;

function ask(question: Question): Promise<readonly Piece[]> {
  const asked = (worker ??= new Worker(new URL('./highlight.worker', import.meta.url), { type: 'module' }));
  return new Promise((resolve) => {
    const end = (pieces: readonly Piece[]): void => {
      stop();
      asked.onmessage = asked.onerror = null;
      resolve(pieces);
    };
    const giveUp = (): void => {
      asked.terminate();
      worker = null;
      end([]);
    };
    let stop = after(MAX_LOADING, giveUp);
    asked.onerror = giveUp;
    asked.onmessage = ({ data }: MessageEvent<Answer>): void => {
      if (data.kind === 'done') end(data.pieces);
      else {
        stop();
        stop = after(MAX_READING, giveUp);
      }
    };
    asked.postMessage(question);
  });
}
