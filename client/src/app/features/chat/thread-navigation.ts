import { Location } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { OpenRoomStore } from '../../feed/open-room.store';

/** From a thread to its room, as a phone's own Back leads there: going back from the room does not lead into the thread again. */
@Injectable({ providedIn: 'root' })
export class ThreadNavigation {
  private readonly location = inject(Location);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly router = inject(Router);

  close(): void {
    const room = `/chat/${this.openRoom.roomId() ?? ''}`;
    if (this.cameFrom(room)) this.location.back();
    else void this.router.navigateByUrl(room, { replaceUrl: true });
  }

  private cameFrom(room: string): boolean {
    const last = this.router.lastSuccessfulNavigation();
    if (last?.trigger !== 'imperative' || last.extras.replaceUrl || last.extras.skipLocationChange) return false;
    const before = last.previousNavigation?.finalUrl;
    return before !== undefined && this.router.serializeUrl(before) === room;
  }
}
