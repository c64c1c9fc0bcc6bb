import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { lostRoomWords } from '../../feed/lost-room';
import { ChatScreen } from '../../feed/chat-screen.store';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { CreateRoomDialog, RoomsStore } from '../rooms';

@Component({
  selector: 'app-no-room',
  imports: [EmptyState, MatButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (missing()) {
      <app-empty-state [ofPage]="true" [heading]="gone().heading" [text]="gone().text">
        <a matButton="filled" routerLink="/chat">To your rooms</a>
      </app-empty-state>
    } @else {
      <app-empty-state [heading]="words().heading" [text]="words().text">
        <button matButton="filled" type="button" (click)="create()">New room</button>
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

  private readonly screen = inject(ChatScreen);
  private readonly rooms = inject(RoomsStore);
  private readonly dialog = inject(MatDialog);
  protected readonly gone = computed(() => {
    const lost = this.screen.lostRoom();
    return lost
      ? lostRoomWords(lost)
      : {
          heading: 'There is no such room',
          text: 'It may have been private, or never there. Ask whoever sent you to bring you in.',
        };
  });
  protected readonly words = computed(() =>
    this.rooms.rooms().length === 0
      ? { heading: 'The café is yours', text: 'Find a room to join by its name, or lay the first table yourself.' }
      : { heading: 'Where shall we sit?', text: 'Pick one of your rooms on the left, or begin a new one.' },
  );

  protected create(): void {
    this.dialog.open(CreateRoomDialog, { data: { name: '' }, width: '28rem', maxWidth: 'calc(100vw - 2rem)' });
  }
}
