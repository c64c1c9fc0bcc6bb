import { expect, it } from 'vitest';
import { closable } from '#server/runtime/index.js';

it('closing ends a generator that waits, and runs what it does last', async () => {
  const { done, source } = aSource();
  const waiting = source.next();
  await source.return();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(done).toEqual(['begun', 'ended']);
});

it('closing one that was never begun runs nothing of it', async () => {
  const { done, source } = aSource();
  await source.return();
  expect(await source.next()).toEqual({ done: true, value: undefined });
  expect(done).toEqual([]);
});

function aSource(): { done: string[]; source: AsyncGenerator<number, void, void> } {
  const done: string[] = [];
  const source = closable<number>(async function* (closed) {
    done.push('begun');
    try {
      await new Promise<void>((resolve) => {
        closed.addEventListener('abort', () => {
          resolve();
        });
      });
      if (!closed.aborted) yield 1;
    } finally {
      done.push('ended');
    }
  });
  return { done, source };
}
