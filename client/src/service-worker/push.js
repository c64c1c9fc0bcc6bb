// What the server pushes while no page is open (RFC 8030, 8291): shown here, taken back once it was read elsewhere, and a click leads to the message. The service
// worker imports this file. What a push holds is written down in docs/guides/clients-for-people.md.
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
      body: say('Notifications reach this device.'),
      data: { path: '/account/notifications' },
    });
  } else if (pushed.kind === 'message') {
    await self.registration.showNotification(titleOf(pushed), {
      tag: pushed.tag,
      body: pushed.text || say(REASONS[pushed.reason] || 'Sent a message'),
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
  const values = { name: authorName, room: roomName };
  if (roomName === null) return threadId === null ? authorName : say('{$name} in a thread', values);
  return threadId === null ? say('{$name} in {$room}', values) : say('{$name} in a thread in {$room}', values);
}

/** In the browser's language: a choice made by hand is kept where no worker can read it. */
function say(text, values = {}) {
  const wanted = self.navigator.languages.map((tag) => tag.split('-')[0].toLowerCase());
  const language = wanted.find((tag) => tag === 'en' || Object.hasOwn(TRANSLATIONS, tag));
  const words = TRANSLATIONS[language]?.[text] ?? text;
  return words.replace(/\{\$(\w+)\}/g, (_, name) => values[name]);
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

/** As in client/src/languages, where a page takes them from: what stands here is there without a network. */
const TRANSLATIONS = {
  de: {
    'Sent you a message': 'Hat dir eine Nachricht gesendet',
    'Mentioned you': 'Hat dich erwähnt',
    'Replied to you': 'Hat dir geantwortet',
    'Mentioned everyone in the room': 'Hat alle im Raum erwähnt',
    'Used one of your keywords': 'Hat eines deiner Schlüsselwörter verwendet',
    'Replied in a thread that you follow': 'Hat in einem Thread geantwortet, dem du folgst',
    'Sent a message': 'Hat eine Nachricht gesendet',
    '{$name} in a thread': '{$name} in einem Thread',
    '{$name} in {$room}': '{$name} in {$room}',
    '{$name} in a thread in {$room}': '{$name} in einem Thread in {$room}',
    'Notifications reach this device.': 'Benachrichtigungen erreichen dieses Gerät.',
  },
  es: {
    'Sent you a message': 'Te ha enviado un mensaje',
    'Mentioned you': 'Te ha mencionado',
    'Replied to you': 'Te ha respondido',
    'Mentioned everyone in the room': 'Ha mencionado a todos en la sala',
    'Used one of your keywords': 'Ha usado una de tus palabras clave',
    'Replied in a thread that you follow': 'Ha respondido en un hilo que sigues',
    'Sent a message': 'Ha enviado un mensaje',
    '{$name} in a thread': '{$name} en un hilo',
    '{$name} in {$room}': '{$name} en {$room}',
    '{$name} in a thread in {$room}': '{$name} en un hilo de {$room}',
    'Notifications reach this device.': 'Las notificaciones llegan a este dispositivo.',
  },
  ja: {
    'Sent you a message': 'あなたにメッセージを送信しました',
    'Mentioned you': 'あなたをメンションしました',
    'Replied to you': 'あなたに返信しました',
    'Mentioned everyone in the room': 'ルームの全員をメンションしました',
    'Used one of your keywords': 'あなたのキーワードを使いました',
    'Replied in a thread that you follow': 'フォロー中のスレッドに返信しました',
    'Sent a message': 'メッセージを送信しました',
    '{$name} in a thread': '{$name}（スレッド）',
    '{$name} in {$room}': '{$name}（{$room}）',
    '{$name} in a thread in {$room}': '{$name}（{$room}のスレッド）',
    'Notifications reach this device.': 'この端末に通知が届きます。',
  },
  ur: {
    'Sent you a message': 'آپ کو پیغام بھیجا',
    'Mentioned you': 'آپ کا ذکر کیا',
    'Replied to you': 'آپ کو جواب دیا',
    'Mentioned everyone in the room': 'روم میں سب کا ذکر کیا',
    'Used one of your keywords': 'آپ کا ایک کلیدی لفظ استعمال کیا',
    'Replied in a thread that you follow': 'ایک تھریڈ میں جواب دیا جسے آپ فالو کرتے ہیں',
    'Sent a message': 'پیغام بھیجا',
    '{$name} in a thread': '{$name}، ایک تھریڈ میں',
    '{$name} in {$room}': '{$name}، {$room} میں',
    '{$name} in a thread in {$room}': '{$name}، {$room} کے ایک تھریڈ میں',
    'Notifications reach this device.': 'اطلاعات اس آلے تک پہنچ رہی ہیں۔',
  },
};
