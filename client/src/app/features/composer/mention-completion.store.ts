import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { foldUsername, mayMentionRoom, WHOLE_ROOM } from '#rules';
import type { Person } from '../../core/graphql/model';
import { OpenRoomStore } from '../../feed/open-room.store';
import { SessionStore } from '../../core/session/session.store';
import { LiveSearch } from '../rooms';
import { MentionRequests } from './data/mention-requests';
import type { Completion } from './emoji-completion.store';
import { isMeant, partialMention } from './partial-mention';

const MAX_SUGGESTIONS = 8;

export interface MentionSuggestion {
  readonly key: string;
  readonly username: string;
  readonly name: string;
  readonly note: string | null;
  /** It stands for everybody in the room. */
  readonly isRoom: boolean;
}

interface Typing {
  readonly text: string;
  readonly caret: number;
}

/** Offers people while somebody types `@na…`: those of the room first, by any word of their names, then others whom the viewer knows. */
@Injectable({ providedIn: 'root' })
export class MentionCompletion {
  private readonly requests = inject(MentionRequests);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly session = inject(SessionStore);
  private readonly search = new LiveSearch<readonly Person[]>((query) =>
    this.requests.search(query, this.openRoom.roomId() ?? '', MAX_SUGGESTIONS),
  );

  private readonly typing = signal<Typing | null>(null);
  private readonly partial = computed(() => {
    const typing = this.typing();
    return typing && partialMention(typing.text, typing.caret);
  });
  private readonly present = computed(() =>
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

  readonly suggestions = computed<readonly MentionSuggestion[]>(() => {
    const partial = this.partial();
    // Whoever has typed a whole username and a space goes on with the sentence.
    if (!partial || this.isOverAfter(partial.typed)) return [];
    const people = this.people().map((person) => this.suggestionOf(person));
    return [...this.everybody(partial.typed), ...people].slice(0, MAX_SUGGESTIONS);
  });
  private readonly chosen = linkedSignal({ source: this.partial, computation: () => 0 });
  readonly active = computed(() => Math.min(this.chosen(), Math.max(0, this.suggestions().length - 1)));

  suggest(text: string, caret: number): void {
    this.typing.set({ text, caret });
    this.search.setQuery(this.partial()?.typed ?? '');
  }

  move(step: 1 | -1): void {
    const count = this.suggestions().length;
    if (count > 0) this.chosen.set((this.active() + step + count) % count);
  }

  close(): void {
    this.typing.set(null);
    this.search.setQuery('');
  }

  /** The chosen username, for what was typed of a name. */
  accept(index = this.active()): Completion | null {
    const typing = this.typing();
    const partial = this.partial();
    const suggestion = this.suggestions()[index];
    if (!typing || !partial || !suggestion) return null;
    this.close();
    return { text: `@${suggestion.username} `, from: partial.start, to: typing.caret };
  }

  private everybody(typed: string): MentionSuggestion[] {
    const own = this.openRoom.own();
    if (!own || !WHOLE_ROOM.startsWith(typed.toLowerCase()) || !mayMentionRoom(own.role, own.room.memberCount))
      return [];
    return [{ key: WHOLE_ROOM, username: WHOLE_ROOM, name: 'Everyone in this room', note: null, isRoom: true }];
  }

  private isOverAfter(typed: string): boolean {
    const [first = '', ...more] = typed.split(' ');
    const name = foldUsername(first);
    return (
      more.length > 0 && (name === WHOLE_ROOM || this.people().some(({ username }) => foldUsername(username) === name))
    );
  }

  private suggestionOf({ id, username, displayName }: Person): MentionSuggestion {
    const isOutside =
      this.openRoom.own()?.members?.hasMore === false && !this.present().some((person) => person.id === id);
    return { key: id, username, name: displayName, note: isOutside ? 'Not in this room' : null, isRoom: false };
  }
}

function byName(a: Person, b: Person): number {
  return a.displayName.localeCompare(b.displayName);
}
