import { describe, expect, it } from 'vitest';
import { Semaphore } from '#server/runtime/index.js';

class Full extends Error {}

describe('a semaphore', () => {
  it('lets no more run at once than it has places, and all of them in the end', async () => {
    const semaphore = new Semaphore(2);
    const running = { now: 0, most: 0 };
    const task = async () => {
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      await Promise.resolve();
      running.now -= 1;
      return 'done';
    };
    const done = await Promise.all(Array.from({ length: 20 }, () => semaphore.pass(task)));
    expect(done).toEqual(Array.from({ length: 20 }, () => 'done'));
    expect(running.most).toBe(2);
  });

  it('refuses whoever would wait behind too many, and takes the next when it is empty again', async () => {
    const semaphore = new Semaphore(1, 3);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        semaphore.pass(
          () => Promise.resolve('done'),
          () => new Full(),
        ),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 4 }, () => 'fulfilled'),
      'rejected',
      'rejected',
    ]);
    expect(
      await semaphore.pass(
        () => Promise.resolve('done'),
        () => new Full(),
      ),
    ).toBe('done');
  });

  it('goes on after a task that fails', async () => {
    const semaphore = new Semaphore(1);
    await expect(semaphore.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await semaphore.pass(() => Promise.resolve('done'))).toBe('done');
  });
});
