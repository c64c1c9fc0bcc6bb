import { inject, Injectable } from '@angular/core';
import type { Face } from '../graphql/model';
import { PrivateStorage } from './private-storage';
import { removeSnapshotDatabase } from './snapshot-removal';

const KIND = 'snapshot.';

/**
 * Whose snapshot lies in this browser: what they read last, and who they are. This is written when there is a snapshot, so that nobody opens its database for
 * nothing, and is the first thing to go with it.
 */
@Injectable({ providedIn: 'root' })
export class SnapshotOwner {
  private readonly storage = inject(PrivateStorage);

  /** Null where there is no snapshot, or nobody can say whose it is. */
  read(): Face | null {
    const [[id, text] = ['', ''], ...others] = this.storage.all(KIND);
    const face = others.length === 0 ? parsed(text) : null;
    return face?.id === id ? face : null;
  }

  write(face: Face): void {
    const text = JSON.stringify(face);
    if (this.storage.read(KIND + face.id) !== text) this.storage.write(KIND + face.id, text);
  }

  /** With all that was kept for them. */
  async remove(): Promise<void> {
    for (const id of this.storage.all(KIND).keys()) this.storage.write(KIND + id, '');
    try {
      await removeSnapshotDatabase();
    } catch (error) {
      // Without its owner nobody reads it any more; the next page that signs out tries again.
      console.warn('What was read last could not be removed from this browser.', error);
    }
  }
}

/** What another version of this page has left is nobody. */
function parsed(text: string): Face | null {
  try {
    const read: unknown = JSON.parse(text);
    return isFace(read) ? read : null;
  } catch {
    return null;
  }
}

function isFace(read: unknown): read is Face {
  if (typeof read !== 'object' || read === null || !('id' in read && 'username' in read)) return false;
  if (!('displayName' in read && 'kind' in read && 'avatarUrl' in read && 'status' in read)) return false;
  return [read.id, read.username, read.displayName, read.kind].every((value) => typeof value === 'string');
}
