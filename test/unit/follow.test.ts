import { expect, test } from 'vitest';
import { CursorSeal, type LogPosition } from '#server/common/index.js';
import type { Cursors, LoggedEvent } from '#server/events/index.js';
import { FeedMark } from '#server/feed/feed-item.type.js';
import { type FeedStep, FeedSteps } from '#server/feed/feed-step.js';
import { type Followed, follow } from '#server/feed/follow.js';
import { Tail } from '#server/feed/tail.js';

const START: LogPosition = { position: 0, eventId: '' };

test('a reader of a busy log that sees nothing of it is told that this is no fault, and moves on', async () => {
  const { followed, happens } = aFeed({ sees: () => false });
  const closing = new AbortController();
  const feed = follow(followed, START, false, closing.signal);
  expect((await feed.next()).value?.mark).toBe(FeedMark.OPENED);
  const busy = setInterval(happens, 0);
  const { value: quiet } = await feed.next();
  clearInterval(busy);
  expect(quiet?.mark).toBe(FeedMark.QUIET);
  expect(quiet?.position).toBeGreaterThan(0);
  closing.abort();
});

test('a reader of a silent log is told so as well', async () => {
  const { followed } = aFeed({ sees: () => true });
  const closing = new AbortController();
  const feed = follow(followed, START, false, closing.signal);
  await feed.next();
  expect((await feed.next()).value?.mark).toBe(FeedMark.QUIET);
  closing.abort();
});

test('a reader who sees what happens is told that, and not that it is quiet', async () => {
  const { followed, happens } = aFeed({ sees: () => true });
  const closing = new AbortController();
  const feed = follow({ ...followed, quietAfter: 60_000 }, START, false, closing.signal);
  await feed.next();
  happens();
  expect((await feed.next()).value?.event?.position).toBe(1);
  closing.abort();
});

/** A feed over a log in memory, in which things happen when the test says so. */
function aFeed({ sees }: { sees: () => boolean }): { followed: Followed; happens: () => void } {
  const log: LoggedEvent[] = [];
  const seal = new CursorSeal(Buffer.from('key'));
  const cursors: Pick<Cursors, 'ofFeed'> = { ofFeed: (_, { position }) => seal.seal([position]) };
  const steps = new FeedSteps(cursors as Cursors, 'all');
  const readAfter = (position: number) => Promise.resolve(log.filter((event) => event.position > position));
  const tail = new Tail<FeedStep>(START, readAfter, steps.live);
  const reader = {
    readAfter: ({ position }: LogPosition) => readAfter(position),
    standAt: () => Promise.resolve(),
    sees,
    endsWith: () => false,
  };
  const happens = (): void => {
    const position = log.length + 1;
    log.push({ position, id: String(position), roomId: 'elsewhere', seq: position } as LoggedEvent);
    void tail.catchUp();
  };
  return { followed: { log: { head: () => START } as Followed['log'], tail, steps, reader, quietAfter: 20 }, happens };
}
