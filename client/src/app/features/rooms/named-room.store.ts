import { inject, Injectable } from '@angular/core';
import { done, type Outcome } from '../../core/graphql/problem';
import { RoomRequests } from './data/room-requests';

/** The way into a room for somebody who knows its name alone, and may not have opened the chat yet. */
@Injectable({ providedIn: 'root' })
export class NamedRoom {
  private readonly requests = inject(RoomRequests);

  /** Joins the public room of this name, or creates it: the second who types the same name meets the first. Gives the room's id. */
  async enter(name: string): Promise<Outcome<string>> {
    const found = await this.join(name);
    // Everybody may have left it in this very moment, and somebody created another of this name.
    if (found && (found.ok || found.problem.code !== 'CONFLICT')) return found;
    const created = await this.requests.create({ name });
    if (created.ok) return done(created.value.id);
    if (created.problem.code !== 'CONFLICT') return created;
    // Somebody created it in this very moment.
    return (await this.join(name)) ?? created;
  }

  /** Null where there is no such room. */
  private async join(name: string): Promise<Outcome<string> | null> {
    const found = await this.requests.byName(name);
    if (!found.ok) return found;
    if (!found.value) return null;
    const joined = await this.requests.join(found.value.id);
    return joined.ok ? done(joined.value.id) : joined;
  }
}
