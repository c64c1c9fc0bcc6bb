import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { formatMessage } from '../../shared/language/format-message';
import { FormError } from '../../shared/ui/feedback/form-error';
import { TableScene } from '../../shared/ui/brand/table-scene';
import { RoomsStore } from '../rooms';
import type { OpenRoom } from '../../feed/open-room.store';
import { LostRoomStore } from '../../feed/lost-room.store';
import { lostRoomWords } from './lost-room-words';

/** A public room from its door: what it is, and the way in. */
@Component({
  selector: 'app-room-preview',
  imports: [FormError, MatButton, RouterLink, TableScene],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './room-preview.html',
  styleUrl: './room-preview.scss',
})
export class RoomPreview {
  readonly room = input.required<OpenRoom>();

  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly archived = computed(() => this.room().archivedAt !== null);
  protected readonly company = computed(() => {
    const { memberCount } = this.room();
    if (memberCount === 0) return $localize`Nobody is in this room right now.`;
    return formatMessage(
      $localize`{count, plural, =1 {One person is in this room.} other {# people are in this room.}}`,
      { count: memberCount },
    );
  });
  protected readonly verb = computed(() => (this.busy() ? $localize`Joining …` : $localize`Join room`));
  private readonly lostRoom = inject(LostRoomStore);
  protected readonly lost = computed(() => {
    const lost = this.lostRoom.room();
    return lost && lostRoomWords(lost);
  });
  private readonly rooms = inject(RoomsStore);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  private readonly roomId = computed(() => this.room().id);

  constructor() {
    // Whoever has opened it goes on from its name, which is then read out. Whoever was removed from it may be writing elsewhere.
    afterRenderEffect(() => {
      this.roomId();
      if (!untracked(this.lost)) this.title().nativeElement.focus({ preventScroll: true });
    });
  }

  protected async join(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const outcome = await this.rooms.join(this.room().id);
    this.busy.set(false);
    this.problem.set(outcome.ok ? null : outcome.problem.message);
  }
}
