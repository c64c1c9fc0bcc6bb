import { inject } from '@angular/core';
import type { CanActivateFn, Routes, UrlMatcher } from '@angular/router';
import { Chat } from './chat';
import { OpenRoomStore } from '../../feed/open-room.store';
import { backClosesFirst } from '../../shared/ui/overlay/open-layers';

/** One route for /chat and /chat/:room, so that the page stays while rooms change. */
const anyRoom: UrlMatcher = (segments) => {
  const [room] = segments;
  if (segments.length > 1) return null;
  return room ? { consumed: segments, posParams: { room } } : { consumed: segments };
};

const openRoom: CanActivateFn = ({ paramMap }) => {
  inject(OpenRoomStore).open(paramMap.get('room'));
  return true;
};

export const chatRoutes: Routes = [
  { matcher: anyRoom, canActivate: [openRoom], canDeactivate: [backClosesFirst], component: Chat },
];
