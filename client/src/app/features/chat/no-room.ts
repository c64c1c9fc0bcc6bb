import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Button } from '../../shared/ui/button/button';
import { RouterLink } from '@angular/router';
import { LostRoomStore } from '../../feed/lost-room.store';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { openCreateRoom, RoomSearch, RoomsStore } from '../rooms';
import { lostRoomWords } from './lost-room-words';

@Component({
  selector: 'app-no-room',
  imports: [EmptyState, Button, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (missing()) {
      <app-empty-state [ofPage]="true" [heading]="gone().heading" [text]="gone().text">
        <a appButton="filled" routerLink="/chat" i18n>Back to your rooms</a>
      </app-empty-state>
    } @else {
      <app-empty-state [heading]="words().heading" [text]="words().text">
        <button appButton="filled" type="button" (click)="create()" i18n>New room</button>
      </app-empty-state>
    }
  `,
  styles: `
    :host {
      display: grid;
      flex: 1;
    }
  `,
})
export class NoRoom {
  readonly missing = input(false);

  private readonly lostRoom = inject(LostRoomStore);
  private readonly rooms = inject(RoomsStore);
  private readonly search = inject(RoomSearch);
  private readonly dialogs = inject(Dialogs);
  protected readonly gone = computed(() => {
    const lost = this.lostRoom.room();
    return lost
      ? lostRoomWords(lost)
      : {
          heading: $localize`Room not found`,
          text: $localize`It may be private, or it may not exist. Ask whoever sent you the link to add you.`,
        };
  });
  protected readonly words = computed(() =>
    this.rooms.rooms().length === 0
      ? this.search.knowsOthers()
        ? {
            heading: $localize`You’re not in a room yet`,
            text: $localize`Join one from the list, or create a new one.`,
          }
        : { heading: $localize`No rooms yet`, text: $localize`Create the first one.` }
      : {
          heading: $localize`Choose a room`,
          text: $localize`Pick one of your rooms on the left, or create a new one.`,
        },
  );

  protected create(): void {
    openCreateRoom(this.dialogs, '');
  }
}
