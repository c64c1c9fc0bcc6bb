import { computed, inject, Injectable } from '@angular/core';
import { foldUsername, mayMentionRoom, WHOLE_ROOM } from '#rules';
import type { Person } from '../../core/graphql/model';
import { OpenRoomStore } from '../../feed/open-room.store';
import { TimelinePlace } from '../../feed/timeline-place';
import { compareNames } from '../../shared/language/names';
import { SessionStore } from '../../core/session/session.store';
import { LiveSearch } from '../rooms';
import { Completion, type PartialWord, type Suggestion } from './completion';
import { MentionRequests } from './data/mention-requests';
import { isMeant, partialMention } from './partial-mention';

const MAX_SUGGESTIONS = 8;

/** Offers people while somebody types `@na…`: those of the room first, by any word of their names, then others whom the viewer knows. */
@Injectable()
export class MentionCompletion extends Completion {
  override readonly label = $localize`People to mention`;
  override readonly hint = $localize`People to mention: use the arrow keys to choose, and Tab to insert.`;

  private readonly requests = inject(MentionRequests);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly place = inject(TimelinePlace);
  private readonly session = inject(SessionStore);
  private readonly search = new LiveSearch<readonly Person[]>((query) =>
    this.requests.search(query, this.openRoom.roomId() ?? '', MAX_SUGGESTIONS),
  );

  private readonly present = computed<readonly Person[]>(() =>
    [...(this.openRoom.own()?.members?.byId.values() ?? [])].map(({ user }) => user),
  );
  private readonly people = computed<readonly Person[]>(() => {
    const partial = this.partial();
    if (!partial) return [];
    const here = this.present().filter((person) => isMeant(person, partial.typed));
    const known = new Map(here.sort(byName).map((person) => [person.id, person]));
    for (const person of this.search.answer() ?? []) if (isMeant(person, partial.typed)) known.set(person.id, person);
    known.delete(this.session.user()?.id ?? '');
    return [...known.values()];
  });

  override readonly suggestions = computed<readonly Suggestion[]>(() => {
    const partial = this.partial();
    // Whoever has typed a whole username and a space goes on with the sentence.
    if (!partial || this.isOverAfter(partial.typed)) return [];
    const people = this.people().map((person) => this.suggestionOf(person));
    return [...this.everybody(partial.typed), ...people].slice(0, MAX_SUGGESTIONS);
  });

  override suggest(text: string, caret: number): void {
    super.suggest(text, caret);
    this.search.setQuery(this.partial()?.typed ?? '');
  }

  override close(): void {
    super.close();
    this.search.setQuery('');
  }

  protected override partialAt(text: string, caret: number): PartialWord | null {
    return partialMention(text, caret);
  }

  private everybody(typed: string): Suggestion[] {
    const own = this.openRoom.own();
    // In a thread it is a word like any other.
    if (this.place.threadId !== null) return [];
    if (!own || !WHOLE_ROOM.startsWith(typed.toLowerCase()) || !mayMentionRoom(own.role, own.room.memberCount))
      return [];
    return [
      { kind: 'room', ...mention(WHOLE_ROOM), key: WHOLE_ROOM, name: $localize`Everyone in this room`, note: null },
    ];
  }

  private isOverAfter(typed: string): boolean {
    const [first = '', ...more] = typed.split(' ');
    const name = foldUsername(first);
    return (
      more.length > 0 && (name === WHOLE_ROOM || this.people().some(({ username }) => foldUsername(username) === name))
    );
  }

  private suggestionOf({ id, username, displayName, avatarUrl }: Person): Suggestion {
    const isOutside =
      this.openRoom.own()?.members?.hasMore === false && !this.present().some((person) => person.id === id);
    return {
      kind: 'person',
      ...mention(username),
      key: id,
      name: displayName,
      picture: avatarUrl,
      note: isOutside ? $localize`Not in this room` : null,
    };
  }
}

function byName(a: Person, b: Person): number {
  return compareNames(a.displayName, b.displayName);
}

function mention(username: string): { username: string; text: string } {
  return { username, text: `@${username}` };
}
