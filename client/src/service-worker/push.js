// What the server pushes while no page is open (RFC 8030, 8291): shown here, taken back once it was read elsewhere, and a click leads to the message. The service
// worker imports this file. What a push holds is written down in docs/api.md.
'use strict';

self.addEventListener('push', (event) => {
  const pushed = event.data?.json();
  if (pushed) event.waitUntil(receive(pushed));
});

self.addEventListener('notificationclick', (event) => {
  const path = event.notification.data?.path;
  if (typeof path !== 'string') return;
  event.notification.close();
  event.waitUntil(open(path));
});

async function receive(pushed) {
  if (pushed.kind === 'close') {
    for (const shown of await self.registration.getNotifications({ tag: pushed.tag })) shown.close();
  } else if (pushed.kind === 'test') {
    const title = pushed.serverName || 'Tertulia';
    await self.registration.showNotification(title, {
      tag: pushed.tag,
      body: 'Notifications reach this device.',
      data: { path: '/account/notifications' },
    });
  } else if (pushed.kind === 'message') {
    await self.registration.showNotification(titleOf(pushed), {
      tag: pushed.tag,
      body: pushed.text || REASONS[pushed.reason] || 'Sent a message',
      timestamp: Date.parse(pushed.sentAt) || undefined,
      data: { path: pathOf(pushed) },
    });
  }
}

/** A page that is open goes there; otherwise one is opened. */
async function open(path) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find(({ visibilityState }) => visibilityState === 'visible') ?? pages[0];
  if (!page) {
    await self.clients.openWindow(path);
    return;
  }
  await page.focus();
  page.postMessage({ kind: 'open-path', path });
}

/** Who, and where: as a page that is open says it (notification-words.ts). */
function titleOf({ authorName, roomName, threadId }) {
  const who = threadId === null ? authorName : `${authorName} in a thread`;
  return roomName === null ? who : `${who} in ${roomName}`;
}

function pathOf({ number, roomId, threadId }) {
  return threadId === null ? `/chat/${roomId}/${number}` : `/chat/${roomId}/thread/${threadId}/${number}`;
}

const REASONS = {
  DIRECT_MESSAGE: 'Sent you a message',
  MENTION: 'Mentioned you',
  REPLY: 'Replied to you',
  ROOM_MENTION: 'Mentioned everyone in the room',
  KEYWORD: 'Used one of your keywords',
  THREAD_REPLY: 'Replied in a thread that you follow',
};
