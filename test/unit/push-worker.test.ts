import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';

const SOURCE = readFileSync('client/src/service-worker/push.js', 'utf8');

const MENTION = {
  kind: 'message',
  tag: 'm1',
  ...{
    messageId: 'm1',
    roomId: 'r1',
    threadId: null as string | null,
    number: 12,
    roomName: 'Kitchen' as string | null,
  },
  ...{
    authorName: 'Ben',
    authorId: 'b1',
    reason: 'MENTION',
    sentAt: '2026-11-27T15:00:00.000Z',
    serverName: 'Tertulia',
  },
};

it('a push says who and where, and what was said where its owner wants that', async () => {
  const worker = new Worker();
  await worker.push(MENTION);
  expect(worker.shown).toMatchObject([{ title: 'Ben in Kitchen', tag: 'm1', body: 'Mentioned you' }]);
  await worker.push({ ...MENTION, text: 'Tea, @ada?' });
  expect(worker.shown).toMatchObject([{ title: 'Ben in Kitchen', tag: 'm1', body: 'Tea, @ada?' }]);
  await worker.push({ ...MENTION, tag: 'm2', roomName: null, reason: 'DIRECT_MESSAGE' });
  expect(worker.shown[1]).toMatchObject({ title: 'Ben', body: 'Sent you a message' });
  await worker.push({ ...MENTION, tag: 'm3', threadId: 't1', reason: 'THREAD_REPLY' });
  expect(worker.shown[2]).toMatchObject({ title: 'Ben in a thread in Kitchen' });
});

it('what was read elsewhere is taken back, and nothing else is', async () => {
  const worker = new Worker();
  await worker.push(MENTION);
  await worker.push({ ...MENTION, tag: 'm2' });
  await worker.push({ kind: 'close', tag: 'm1' });
  expect(worker.shown.map(({ tag }) => tag)).toEqual(['m2']);
  await worker.push({ kind: 'close', tag: 'never shown' });
  expect(worker.shown.map(({ tag }) => tag)).toEqual(['m2']);
});

it('a click goes to the message on the page that is open, and opens one where none is', async () => {
  const worker = new Worker();
  await worker.push(MENTION);
  await worker.click('m1');
  expect(worker.opened).toEqual(['/chat/r1/12']);
  expect(worker.shown).toEqual([]);

  const told: unknown[] = [];
  worker.pages = [
    { visibilityState: 'hidden', focus: () => told.push('focus'), postMessage: (said) => told.push(said) },
  ];
  await worker.push({ ...MENTION, threadId: 't1' });
  await worker.click('m1');
  expect(told).toEqual(['focus', { kind: 'open-path', path: '/chat/r1/thread/t1/12' }]);
  expect(worker.opened).toHaveLength(1);
});

it('a test says that it arrives, and what is not known yet shows nothing', async () => {
  const worker = new Worker();
  await worker.push({ kind: 'test', tag: 'test', serverName: 'The Kitchen' });
  expect(worker.shown).toMatchObject([{ title: 'The Kitchen', tag: 'test' }]);
  await worker.push({ kind: 'something new', tag: 'x' });
  expect(worker.shown).toHaveLength(1);
});

it('a push speaks the language that the browser asks for first, and English to all whose language it has not', async () => {
  const german = new Worker('de-AT', 'en');
  await german.push(MENTION);
  await german.push({ ...MENTION, tag: 'm2', threadId: 't1', reason: 'THREAD_REPLY' });
  expect(german.shown).toMatchObject([
    { title: 'Ben in Kitchen', body: 'Hat dich erwähnt' },
    { title: 'Ben in einem Thread in Kitchen', body: 'Hat in einem Thread geantwortet, dem du folgst' },
  ]);
  for (const languages of [['en-GB', 'de'], ['fr'], []]) {
    const english = new Worker(...languages);
    await english.push(MENTION);
    expect(english.shown).toMatchObject([{ body: 'Mentioned you' }]);
  }
});

it.each(['de', 'es', 'ja', 'ur'])('in %s a push says everything as a page that is open says it', async (language) => {
  const said = { ...textsOf(language, 'notifications'), ...textsOf(language, 'shared') };
  const reasons = {
    DIRECT_MESSAGE: 'Sent you a message',
    MENTION: 'Mentioned you',
    REPLY: 'Replied to you',
    ROOM_MENTION: 'Mentioned everyone in the room',
    KEYWORD: 'Used one of your keywords',
    THREAD_REPLY: 'Replied in a thread that you follow',
    'something new': 'Sent a message',
  };
  for (const [reason, english] of Object.entries(reasons)) {
    const worker = new Worker(language);
    await worker.push({ ...MENTION, reason });
    expect(worker.shown).toMatchObject([{ body: said[english] }]);
  }
  const titles = [
    ['{$name} in {$room}', MENTION],
    ['{$name} in a thread in {$room}', { ...MENTION, threadId: 't1' }],
    ['{$name} in a thread', { ...MENTION, roomName: null, threadId: 't1' }],
  ] as const;
  for (const [english, pushed] of titles) {
    const worker = new Worker(language);
    await worker.push(pushed);
    expect(worker.shown).toMatchObject([
      { title: said[english]?.replace('{$name}', 'Ben').replace('{$room}', 'Kitchen') },
    ]);
  }
  const test = new Worker(language);
  await test.push({ kind: 'test', tag: 'test', serverName: 'The Kitchen' });
  expect(test.shown).not.toMatchObject([{ body: 'Notifications reach this device.' }]);
});

function textsOf(language: string, folder: string): Record<string, string> {
  return JSON.parse(readFileSync(`client/src/languages/${language}/${folder}.json`, 'utf8')) as Record<string, string>;
}

interface Shown {
  readonly title: string;
  readonly tag: string;
  readonly data: unknown;
  close(): void;
}

interface OpenPage {
  readonly visibilityState: string;
  focus(): unknown;
  postMessage(said: unknown): void;
}

/** As much of a service worker as the file sees. A real one needs a push service that browsers know. */
class Worker {
  readonly opened: string[] = [];
  pages: OpenPage[] = [];
  private readonly listeners = new Map<string, (event: object) => void>();
  private readonly notifications = new Map<string, Shown>();

  constructor(...languages: string[]) {
    const self = {
      navigator: { languages },
      addEventListener: (kind: string, listen: (event: object) => void) => this.listeners.set(kind, listen),
      registration: {
        showNotification: (title: string, options: { tag: string; data: unknown }) => {
          const { tag } = options;
          this.notifications.set(tag, { title, ...options, close: () => this.notifications.delete(tag) });
        },
        getNotifications: ({ tag }: { tag: string }) => this.shown.filter((each) => each.tag === tag),
      },
      clients: { matchAll: () => this.pages, openWindow: (path: string) => this.opened.push(path) },
    };
    runInNewContext(SOURCE, { self });
  }

  get shown(): Shown[] {
    return [...this.notifications.values()];
  }

  push(payload: object): Promise<void> {
    return this.happens('push', { data: { json: () => payload } });
  }

  click(tag: string): Promise<void> {
    return this.happens('notificationclick', { notification: this.notifications.get(tag) });
  }

  private async happens(kind: string, event: object): Promise<void> {
    const work: unknown[] = [];
    this.listeners.get(kind)?.({ ...event, waitUntil: (until: unknown) => work.push(until) });
    await Promise.all(work);
  }
}
