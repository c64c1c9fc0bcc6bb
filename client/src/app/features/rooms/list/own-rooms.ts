import { ChangeDetectionStrategy, Component, computed, DestroyRef, ElementRef, inject, input } from '@angular/core';
import { NOT_ARRANGED } from '../../../feed/arrangement';
import { Dialogs } from '../../../shared/ui/dialog/dialogs';
import { Icon } from '../../../shared/ui/icon/icon';
import { isComposing } from '../../../shared/ui/keyboard/composing';
import { openNewConversation } from '../room-dialogs';
import { RoomLink } from '../room-link';
import { type RoomListItem, RoomsStore } from '../rooms.store';
import { ArrangementStore } from './arrangement.store';
import { FoldedGroups } from './folded-groups.store';
import { hiddenUnread, NONE } from './hidden-unread';
import { ListActions } from './list-actions';
import { ListHold } from './list-hold.store';
import { ListMenuButton } from './list-menu-button';
import { roomAt } from './room-at';
import { followDrag } from './room-drag';
import { groupsOf } from './room-groups';
import { SectionHeading } from './section-heading';
import { SectionMenuButton } from './section-menu-button';

/** The viewer's own rooms, in the groups and in the order that they want. */
@Component({
  selector: 'app-own-rooms',
  imports: [Icon, ListMenuButton, RoomLink, SectionHeading, SectionMenuButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '(keydown.alt.arrowup)': 'move($event, -1)',
    '(keydown.alt.arrowdown)': 'move($event, 1)',
    '(dragstart)': 'drag($event)',
    '(pointerenter)': "hold.set('pointer', true)",
    '(pointerleave)': "hold.set('pointer', false)",
    '(document:focusin)': 'holdFocus($event.target)',
    '(focusout)': 'holdFocus($event.relatedTarget)',
  },
  templateUrl: './own-rooms.html',
  styleUrl: './own-rooms.scss',
})
export class OwnRooms {
  /** Those that were found for what is typed, which stand in no sections and are not folded; null for all. */
  readonly found = input<readonly RoomListItem[] | null>(null);
  /** Whether the viewer may begin a conversation. */
  readonly canWrite = input(false);

  protected readonly hold = inject(ListHold);
  protected readonly folded = inject(FoldedGroups);
  private readonly arrangements = inject(ArrangementStore);
  private readonly actions = inject(ListActions);
  private readonly dialogs = inject(Dialogs);
  private readonly rooms = inject(RoomsStore);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly groups = computed(() => {
    const found = this.found();
    const groups = found ? groupsOf(found, NOT_ARRANGED, () => 0) : this.rooms.groups();
    return groups
      .filter(({ kind, rooms }) => rooms.length > 0 || (!found && (kind === 'rooms' || kind === 'section')))
      .map((group) => {
        const isFolded = !found && this.folded.isFolded(group.id);
        // One sees where one is, also within what is folded.
        const shown = isFolded ? group.rooms.filter(({ open }) => open) : group.rooms;
        return { ...group, folds: !found, isFolded, shown, unread: isFolded ? hiddenUnread(group.rooms) : NONE };
      });
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.hold.set('pointer', false);
      this.hold.set('focus', false);
      this.hold.set('drag', false);
    });
  }

  protected holdFocus(target: EventTarget | null): void {
    this.hold.set('focus', target instanceof Node && this.element.contains(target));
  }

  /** By Alt and an arrow, the room that has the focus. */
  protected move(event: Event, by: 1 | -1): void {
    const roomId = roomAt(event.target);
    if (isComposing(event) || roomId === null) return;
    event.preventDefault();
    event.stopPropagation();
    void this.actions.do((arranging) => arranging.step(roomId, by));
  }

  /** Its code is there from the start: a drag may be over before it could be loaded. */
  protected drag({ target }: DragEvent): void {
    const roomId = roomAt(target);
    if (roomId === null || this.found() !== null) return;
    // From here on the pointer tells nothing.
    this.hold.set('drag', true);
    followDrag({
      list: this.element,
      roomId,
      hasPlaces: this.arrangements.order() === 'OWN',
      dropped: (room) => void this.actions.do((arranging) => arranging.drop(room)),
      ended: () => {
        this.hold.set('drag', false);
      },
    });
  }

  protected begin(): void {
    openNewConversation(this.dialogs, []);
  }
}
