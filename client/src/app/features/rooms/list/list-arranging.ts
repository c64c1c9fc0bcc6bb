import { inject, Injectable } from '@angular/core';
import { MAX_MOVED_ROOMS } from '#rules';
import { AnnouncementsStore } from '../../../core/announcements/announcements.store';
import type { RoomOrder } from '../../../core/graphql/model';
import type { Outcome } from '../../../core/graphql/problem';
import { formatMessage } from '../../../shared/language/format-message';
import { Confirm } from '../../../shared/ui/confirm/confirm';
import { Dialogs } from '../../../shared/ui/dialog/dialogs';
import { Notes } from '../../../shared/ui/feedback/notes';
import { openMoveDialog, openSectionDialog } from '../room-dialogs';
import { RoomPreferencesStore } from '../../reading';
import { type RoomListItem, RoomsStore } from '../rooms.store';
import { ArrangementStore } from './arrangement.store';
import { Arranging } from './arranging';
import type { DroppedRoom } from './room-drag';
import { type RoomGroup, topWith } from './room-groups';

/** What people do to their list of rooms, by menu, by key or by hand; says what came of it. Its code is loaded by `ListActions`. */
@Injectable({ providedIn: 'root' })
export class ListArranging {
  private readonly announcements = inject(AnnouncementsStore);
  private readonly arrangements = inject(ArrangementStore);
  private readonly arranging = inject(Arranging);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly notes = inject(Notes);
  private readonly preferences = inject(RoomPreferencesStore);
  private readonly rooms = inject(RoomsStore);

  /** What was never put anywhere begins in one's own order as it stands now. */
  async orderBy(order: RoomOrder): Promise<void> {
    if (order === 'OWN' && !(await this.keepsPlaces())) return;
    if (await this.isDone(this.arranging.setOrder(order))) this.announcements.say(orderWords(order));
  }

  /** One place up or down within its group. */
  async step(roomId: string, by: 1 | -1): Promise<void> {
    if (this.arrangements.order() !== 'OWN') {
      this.sayHowToMove();
      return;
    }
    const group = this.rooms.groupOf(roomId);
    const ids = group?.rooms.map(({ id }) => id) ?? [];
    const to = ids.indexOf(roomId) + by;
    if (to < 0) this.announcements.say($localize`${this.nameOf(roomId)}:room: is first already.`);
    else if (to >= ids.length) this.announcements.say($localize`${this.nameOf(roomId)}:room: is last already.`);
    else await this.put(roomId, to);
  }

  /** To a place within its group, counted from 0. */
  async put(roomId: string, to: number): Promise<void> {
    const ids = this.rooms.groupOf(roomId)?.rooms.map(({ id }) => id) ?? [];
    const place = { room: this.nameOf(roomId), place: to + 1, count: ids.length };
    this.announcements.say(formatMessage($localize`{room}, moved to {place} of {count}.`, place));
    await this.isDone(this.arranging.placeRoom(roomId, topWith(ids, roomId, to)));
  }

  /** Into a section, or with null out of it; to the top, or behind some of the rooms that are there. */
  async moveTo(roomId: string, sectionId: string | null, behind: readonly string[] = []): Promise<void> {
    if (!(await this.isDone(this.arranging.moveRooms([...behind, roomId], sectionId)))) return;
    const section = this.arrangements.sections().find(({ id }) => id === sectionId)?.name;
    this.announcements.say(
      section === undefined
        ? $localize`${this.nameOf(roomId)}:room:, in no section now.`
        : $localize`${this.nameOf(roomId)}:room:, moved to ${section}:section:.`,
    );
  }

  /** As it was let go over the list. What cannot stand in a group goes to the one that it belongs to. */
  async drop({ roomId, groupId, place }: DroppedRoom): Promise<void> {
    const group = this.rooms.groups().find(({ id }) => id === groupId);
    const from = this.rooms.groupOf(roomId);
    if (!group || !from || group.kind === 'archived' || from.kind === 'archived') return;
    const hasPlaces = this.arrangements.order() === 'OWN';
    if (group === from) {
      if (hasPlaces) await this.put(roomId, place);
      else this.sayHowToMove();
    } else if (group.kind === 'favourites') await this.isDone(this.preferences.set(roomId, { isFavourite: true }));
    else await this.moveTo(roomId, group.kind === 'section' ? group.id : null, hasPlaces ? before(group, place) : []);
  }

  async askAndMove(roomId: string): Promise<void> {
    const sectionId = await openMoveDialog(this.dialogs, roomId);
    if (sectionId !== undefined) await this.moveTo(roomId, sectionId);
  }

  async newSection(): Promise<void> {
    await openSectionDialog(this.dialogs, null);
  }

  async renameSection(sectionId: string): Promise<void> {
    const section = this.arrangements.sections().find(({ id }) => id === sectionId);
    if (section) await openSectionDialog(this.dialogs, section);
  }

  async placeSection(sectionId: string, place: number): Promise<void> {
    const sections = this.arrangements.sections();
    const section = sections.find(({ id }) => id === sectionId)?.name ?? '';
    this.announcements.say(
      formatMessage($localize`{section}, moved to {place} of {count, plural, one {# section} other {# sections}}.`, {
        section,
        place: place + 1,
        count: sections.length,
      }),
    );
    await this.isDone(this.arranging.placeSection(sectionId, place));
  }

  async deleteSection(sectionId: string): Promise<void> {
    const section = this.arrangements.sections().find(({ id }) => id === sectionId);
    if (!section) return;
    const isSure =
      section.roomIds.length === 0 ||
      (await this.confirm.ask({
        heading: $localize`Delete “${section.name}:section:”?`,
        text: $localize`The rooms in it stay in your list, under “Your rooms” and “Direct messages”.`,
        verb: $localize`Delete section`,
      }));
    if (isSure && (await this.isDone(this.arranging.deleteSection(sectionId))))
      this.announcements.say($localize`${section.name}:section: is deleted.`);
  }

  private sayHowToMove(): void {
    this.notes.open($localize`To move rooms, choose “My own order” in the menu of “Your rooms”.`, $localize`Close`);
  }

  private async keepsPlaces(): Promise<boolean> {
    const placed = this.arrangements.arrangement().ownOrder;
    const known = new Set(placed);
    const others = this.rooms.groups().flatMap(({ rooms }) => rooms.map(({ id }) => id).filter((id) => !known.has(id)));
    if (others.length === 0) return true;
    return this.isDone(this.arranging.moveRooms([...placed, ...others].slice(0, MAX_MOVED_ROOMS)));
  }

  private async isDone(change: Promise<Outcome<unknown>>): Promise<boolean> {
    const outcome = await change;
    if (!outcome.ok) this.notes.open(outcome.problem.message, $localize`Close`);
    return outcome.ok;
  }

  private nameOf(roomId: string): string {
    return this.rooms.rooms().find(({ id }) => id === roomId)?.name ?? $localize`The room`;
  }
}

function orderWords(order: RoomOrder): string {
  switch (order) {
    case 'ACTIVITY':
      return $localize`Rooms are ordered by activity.`;
    case 'NAME':
      return $localize`Rooms are ordered by name.`;
    case 'OWN':
      return $localize`Rooms are in your own order.`;
  }
}

/** What a room is put behind at a place of a group that it is not in. */
function before({ rooms }: RoomGroup<RoomListItem>, place: number): string[] {
  return rooms.slice(0, place).map(({ id }) => id);
}
