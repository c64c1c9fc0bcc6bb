import { inject, Injectable } from '@angular/core';
import { PrivateStorage } from '../../core/session/private-storage';
import { SessionStore } from '../../core/session/session.store';
import { bare, type Wish } from './shown-reactions';

/** A wish, and what it is about. */
export interface Reacting extends Wish {
  readonly roomId: string;
  readonly messageId: string;
}

export function keyOf({ messageId, emoji }: Pick<Reacting, 'messageId' | 'emoji'>): string {
  return `${messageId} ${bare(emoji)}`;
}

/**
 * Keeps what the viewer wants to have reacted with in this browser over reloads, until the server has it. One entry for each message and emoji, so that the
 * newest wish takes the place of the one before, and tabs do not write over each other's.
 */
@Injectable({ providedIn: 'root' })
export class KeptWishes {
  private readonly session = inject(SessionStore);
  private readonly storage = inject(PrivateStorage);

  all(): readonly Reacting[] {
    return [...this.storage.all(this.prefix())].flatMap(([key, text]) => {
      const wish = parsed(text);
      return wish && keyOf(wish) === key ? [wish] : [];
    });
  }

  keep(wish: Reacting): void {
    this.storage.write(this.prefix() + keyOf(wish), textOf(wish));
  }

  /** What another tab wants of it meanwhile is kept. */
  drop(wish: Reacting): void {
    const key = this.prefix() + keyOf(wish);
    if (this.storage.read(key) === textOf(wish)) this.storage.write(key, '');
  }

  /** Tells what another tab wants. */
  watch(hear: (wish: Reacting) => void): void {
    this.storage.watch(({ key, after }) => {
      const wish = key.startsWith(this.prefix()) ? parsed(after) : null;
      if (wish) hear(wish);
    });
  }

  private prefix(): string {
    return `reaction.${this.session.userId() ?? ''}.`;
  }
}

function textOf({ roomId, messageId, emoji, isOn }: Reacting): string {
  return JSON.stringify({ roomId, messageId, emoji, isOn });
}

/** What another version of this page has left is no wish. */
function parsed(text: string): Reacting | null {
  try {
    const read: unknown = JSON.parse(text);
    return isReacting(read) ? read : null;
  } catch {
    return null;
  }
}

function isReacting(read: unknown): read is Reacting {
  if (typeof read !== 'object' || read === null) return false;
  if (!('roomId' in read && 'messageId' in read && 'emoji' in read && 'isOn' in read)) return false;
  const { roomId, messageId, emoji, isOn } = read;
  const areTexts = [roomId, messageId, emoji].every((value) => typeof value === 'string');
  return areTexts && typeof isOn === 'boolean';
}
