import { Directive, ElementRef, inject, input, output } from '@angular/core';
import { ListHold } from './list-hold.store';

/** A room that was let go over a group: before that of its rooms which stands at a place, counted without the room itself. */
export interface DroppedRoom {
  readonly roomId: string;
  readonly groupId: string;
  readonly place: number;
}

interface Target {
  readonly mark: Element;
  readonly className: 'drop-before' | 'drop-after' | 'drop-into';
  readonly groupId: string;
  readonly place: number;
}

/**
 * Takes rooms of the list from place to place by hand. The browser's own dragging does it: a link can be dragged as it is, by mouse and, after a
 * long press, by finger. Groups are marked with `data-group`, rooms with `data-room`.
 */
@Directive({
  selector: '[appRoomDrag]',
  host: {
    '(dragstart)': 'begin($event)',
    '(dragover)': 'over($event)',
    '(dragleave)': 'unmark()',
    '(drop)': 'drop($event)',
    '(dragend)': 'end()',
    '(document:pointerdown)': 'end()',
  },
})
export class RoomDrag {
  /** Whether rooms can be put to a place within a group, and not only into one. */
  readonly hasPlaces = input(false);
  readonly dropped = output<DroppedRoom>();

  private readonly hold = inject(ListHold);
  private readonly list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private roomId: string | null = null;
  private target: Target | null = null;

  protected begin({ target }: DragEvent): void {
    this.roomId = target instanceof Element ? roomOf(target.closest('[data-room]')) : null;
    // From here on the pointer tells nothing.
    this.hold.set('drag', this.roomId !== null);
  }

  protected over(event: DragEvent): void {
    const target = this.roomId === null ? null : this.targetOf(event, this.roomId);
    if (target) event.preventDefault();
    if (target?.mark === this.target?.mark && target?.className === this.target?.className) return;
    this.unmark();
    this.target = target;
    target?.mark.classList.add(target.className);
  }

  protected drop(event: DragEvent): void {
    const target = this.roomId === null ? null : this.targetOf(event, this.roomId);
    if (target && this.roomId !== null) {
      event.preventDefault();
      this.dropped.emit({ roomId: this.roomId, groupId: target.groupId, place: target.place });
    }
    this.end();
  }

  /** Also before whatever comes next: of a room that has gone while it was dragged nothing tells the end. */
  protected end(): void {
    this.unmark();
    this.roomId = null;
    this.hold.set('drag', false);
  }

  protected unmark(): void {
    this.target?.mark.classList.remove(this.target.className);
    this.target = null;
  }

  private targetOf(event: DragEvent, roomId: string): Target | null {
    const over = event.target instanceof Element ? event.target : null;
    const group = over?.closest('[data-group]');
    const groupId = group?.getAttribute('data-group');
    if (groupId == null) return null;
    const heading = this.list.querySelector(`app-section-heading[data-group="${CSS.escape(groupId)}"]`);
    if (!heading) return null;
    const row = over?.closest('[data-room]');
    if (!row || !this.hasPlaces()) return { mark: heading, className: 'drop-into', groupId, place: 0 };
    const { top, height } = row.getBoundingClientRect();
    const isBehind = event.clientY > top + height / 2;
    const others = [...(row.parentElement?.querySelectorAll('[data-room]') ?? [])]
      .map(roomOf)
      .filter((id) => id !== roomId);
    const at = others.indexOf(roomOf(row));
    if (at === -1) return null;
    return { mark: row, className: isBehind ? 'drop-after' : 'drop-before', groupId, place: isBehind ? at + 1 : at };
  }
}

function roomOf(row: Element | null): string | null {
  return row?.getAttribute('data-room') ?? null;
}
