import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database } from '../database/index.js';
import { foldForSearch, foldUsername } from '../rules/index.js';
import { foldName } from '../text/index.js';
import { stretchOfDay } from './days.js';
import type { Asked, SearchQuery } from './search-query.js';
import type { Resolved, Wanted } from './search-plan.js';
import { OWN_ROOMS_CALLED, PEOPLE_CALLED } from './search.queries.js';

/** Looks up whom and which rooms a query names, and when its days begin. */
@Injectable()
export class SearchNames {
  constructor(private readonly database: Database) {}

  /** Several people, or several rooms, that a message may be from are one condition: it cannot be from all of them. */
  async resolve(viewer: Actor, query: SearchQuery, timeZone: string): Promise<Wanted[]> {
    const wanted = await Promise.all(query.map((asked) => this.resolveOne(viewer, asked, timeZone)));
    const [authors, others] = parted(wanted, 'from');
    const [rooms, rest] = parted(others, 'in');
    return [...joined(authors, 'from'), ...joined(rooms, 'in'), ...rest];
  }

  private async resolveOne(viewer: Actor, { condition, isExcluded }: Asked, timeZone: string): Promise<Wanted> {
    switch (condition.kind) {
      case 'from':
        return { condition: { kind: 'from', ids: await this.people(viewer, condition.name) }, isExcluded };
      case 'in':
        return { condition: { kind: 'in', ids: await this.rooms(viewer, condition.name) }, isExcluded };
      case 'words':
      case 'has':
      case 'is':
        return { condition, isExcluded };
      case 'before':
        return during({ from: -Infinity, to: stretchOfDay(condition.day, timeZone).from }, isExcluded);
      case 'after':
        return during({ from: stretchOfDay(condition.day, timeZone).to, to: Infinity }, isExcluded);
      case 'on':
        return during(stretchOfDay(condition.day, timeZone), isExcluded);
    }
  }

  /** Whom exactly this name may mean, wherever they are: what they have said is found where the viewer may read it. */
  private async people({ userId }: Actor, name: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(PEOPLE_CALLED, [foldUsername(name), foldName(name)]);
    const me = name.toLowerCase() === 'me' ? [userId] : [];
    return [...rows.map(({ id }) => id), ...me];
  }

  private async rooms({ userId }: Actor, name: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(OWN_ROOMS_CALLED, [foldForSearch(name), userId]);
    return rows.map(({ id }) => id);
  }
}

type Named = Extract<Resolved, { readonly ids: readonly string[] }>;

function parted(wanted: readonly Wanted[], kind: Named['kind']): [readonly string[][], Wanted[]] {
  const isOne = ({ condition, isExcluded }: Wanted): boolean => condition.kind === kind && !isExcluded;
  const ids = wanted.filter(isOne).map(({ condition }) => ('ids' in condition ? [...condition.ids] : []));
  return [ids, wanted.filter((one) => !isOne(one))];
}

function joined(ids: readonly (readonly string[])[], kind: Named['kind']): Wanted[] {
  return ids.length === 0 ? [] : [{ condition: { kind, ids: [...new Set(ids.flat())] }, isExcluded: false }];
}

function during(stretch: { readonly from: number; readonly to: number }, isExcluded: boolean): Wanted {
  return { condition: { kind: 'during', stretch }, isExcluded };
}
