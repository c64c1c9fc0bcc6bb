import { Location } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';

const ROOMS = '/chat';

/** From a room to the list of rooms, as a phone's own Back leads there: going back from the list does not lead into the room again. */
@Injectable({ providedIn: 'root' })
export class BackToRooms {
  private readonly router = inject(Router);
  private readonly location = inject(Location);

  go(): void {
    if (this.cameFromRooms()) this.location.back();
    else void this.router.navigateByUrl(ROOMS, { replaceUrl: true });
  }

  private cameFromRooms(): boolean {
    const last = this.router.lastSuccessfulNavigation();
    if (last?.trigger !== 'imperative' || last.extras.replaceUrl || last.extras.skipLocationChange) return false;
    const before = last.previousNavigation?.finalUrl;
    return before !== undefined && this.router.serializeUrl(before) === ROOMS;
  }
}
