import { inject, Injectable, type Signal, signal, type WritableSignal } from '@angular/core';
import { PrivateStorage } from '../../core/session/private-storage';
import { SessionStore } from '../../core/session/session.store';

/** An edit that has not been saved. */
export interface EditDraft {
  readonly text: string;
  /** What the message said when the edit began. */
  readonly base: string;
}

/** Edits that are under way, one for each message: they outlive whatever closes the editor, and a reload. */
@Injectable({ providedIn: 'root' })
export class EditDrafts {
  private readonly session = inject(SessionStore);
  private readonly storage = inject(PrivateStorage);
  private readonly known = new Map<string, WritableSignal<EditDraft | null>>();

  of(messageId: string): Signal<EditDraft | null> {
    return this.draft(messageId).asReadonly();
  }

  /** False where this browser does not keep it over a reload. */
  keep(messageId: string, draft: EditDraft): boolean {
    this.draft(messageId).set(draft);
    return this.storage.write(this.keyOf(messageId), JSON.stringify(draft));
  }

  drop(messageId: string): void {
    this.draft(messageId).set(null);
    this.storage.write(this.keyOf(messageId), '');
  }

  private draft(messageId: string): WritableSignal<EditDraft | null> {
    const key = this.keyOf(messageId);
    const known = this.known.get(key);
    if (known) return known;
    const read = signal(parsed(this.storage.read(key)));
    this.known.set(key, read);
    return read;
  }

  private keyOf(messageId: string): string {
    return `edit.${this.session.userId() ?? ''}.${messageId}`;
  }
}

/** What another version of this page has left is no draft. */
function parsed(text: string | null): EditDraft | null {
  if (text === null) return null;
  try {
    const read: unknown = JSON.parse(text);
    return isDraft(read) ? read : null;
  } catch {
    return null;
  }
}

function isDraft(read: unknown): read is EditDraft {
  if (typeof read !== 'object' || read === null || !('text' in read) || !('base' in read)) return false;
  return typeof read.text === 'string' && typeof read.base === 'string';
}
