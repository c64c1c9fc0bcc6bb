import { inject } from '@angular/core';
import type { CanActivateFn, Routes, UrlMatcher, UrlSegment } from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { hasWorker } from '../../core/browser/service-worker';
import { Chat } from './chat';
import { ChatPages, isChatPage } from './chat-page.store';
import { NewVersion } from './new-version.store';
import { OpenRoomStore } from '../../feed/open-room.store';
import { ScreenReads } from '../../feed/screen-reads.store';
import { backClosesFirst } from '../../shared/ui/overlay/open-layers';

/**
 * One route for /chat, /chat/:room and /chat/:room/:message, and the same with /thread/:thread behind the room, so that the page stays while rooms change. A
 * message is named by its number. The pages beside the rooms have names that no room's id is.
 */
const anyRoom: UrlMatcher = (segments) => {
  const [room, ...inRoom] = segments;
  const isThread = inRoom[0]?.path === THREAD && inRoom.length > 1;
  const [thread, message, ...more] = isThread ? inRoom.slice(1) : [undefined, ...inRoom];
  if (more.length > 0 || (message && !/^[1-9]\d{0,8}$/.test(message.path))) return null;
  const isPage = room !== undefined && segments.length === 1 && isChatPage(room.path);
  const posParams: Record<string, UrlSegment> = isPage
    ? { page: room }
    : { ...(room && { room }), ...(thread && { thread }), ...(message && { message }) };
  return { consumed: segments, posParams };
};

const THREAD = 'thread';

const openRoom: CanActivateFn = async ({ paramMap }) => {
  const reads = inject(ScreenReads);
  const message = paramMap.get('message');
  inject(ChatPages).show(paramMap.get('page'));
  inject(OpenRoomStore).open({
    roomId: paramMap.get('room'),
    threadId: paramMap.get('thread'),
    number: message === null ? null : Number(message),
  });
  await reads.comeFromOtherTab();
  return true;
};

export const chatRoutes: Routes = [
  {
    matcher: anyRoom,
    canActivate: [openRoom],
    canDeactivate: [backClosesFirst],
    component: Chat,
    // For those who are in, and not on the front page: a visitor may never come back.
    providers: [provideServiceWorker('worker.js', { enabled: hasWorker() }), NewVersion],
  },
];
