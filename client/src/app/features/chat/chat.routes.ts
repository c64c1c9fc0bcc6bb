import { inject } from '@angular/core';
import type { CanActivateFn, Routes, UrlMatcher } from '@angular/router';
import { Chat } from './chat';
import { OpenRoomStore } from '../../feed/open-room.store';
import { backClosesFirst } from '../../shared/ui/overlay/open-layers';

/** One route for /chat, /chat/:room and /chat/:room/:message, so that the page stays while rooms change. A message is named by its number. */
const anyRoom: UrlMatcher = (segments) => {
  const [room, message] = segments;
  if (segments.length > 2 || (message && !/^[1-9]\d{0,8}$/.test(message.path))) return null;
  return { consumed: segments, posParams: { ...(room && { room }), ...(message && { message }) } };
};

const openRoom: CanActivateFn = ({ paramMap }) => {
  const message = paramMap.get('message');
  inject(OpenRoomStore).open(paramMap.get('room'), message === null ? null : Number(message));
  return true;
};

export const chatRoutes: Routes = [
  { matcher: anyRoom, canActivate: [openRoom], canDeactivate: [backClosesFirst], component: Chat },
];
