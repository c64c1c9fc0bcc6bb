import { afterNextRender, ChangeDetectionStrategy, Component, input, viewChild } from '@angular/core';
import { Composer, DropArea } from '../composer';
import { TypingLine } from '../presence';
import { Conversation, RoomConversation, Timeline } from '../timeline';
import { hovers } from '../../shared/ui/focus/hovers';
import type { OpenRoom } from '../../feed/open-room.store';

@Component({
  selector: 'app-open-room-view',
  imports: [Composer, DropArea, Timeline, TypingLine],
  changeDetection: ChangeDetectionStrategy.OnPush,
  providers: [{ provide: Conversation, useClass: RoomConversation }],
  template: `
    <app-drop-area [roomName]="room().name">
      <app-timeline [roomName]="room().name" />
      <app-composer [roomName]="room().name" (sent)="timeline().toEnd()" (editLast)="timeline().editLast()" />
      <app-typing-line />
    </app-drop-area>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      min-height: 0;
      padding-bottom: env(safe-area-inset-bottom);
    }
  `,
})
export class OpenRoomView {
  readonly room = input.required<OpenRoom>();

  protected readonly timeline = viewChild.required(Timeline);
  private readonly composer = viewChild.required(Composer);

  constructor() {
    // Where a keyboard is at hand one can write at once; on a phone the keyboard would cover half of the room.
    afterNextRender(() => {
      if (hovers()) this.focusComposer();
    });
  }

  focusComposer(): void {
    this.composer().focus();
  }
}
