import { expect } from 'vitest';
import { Database } from '#server/database/index.js';
import { query } from '#server/database/dialect/index.js';
import { Reactors } from '#server/reactors/index.js';
import type { TestServer } from '../servers/server.js';
import type { Person } from './person.js';

export interface Preview {
  readonly url: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly siteName: string | null;
  readonly imageUrl: string | null;
  readonly imageWidth: number | null;
  readonly imageHeight: number | null;
}

export const PREVIEW_FIELDS = 'url title description siteName imageUrl imageWidth imageHeight';
const PREVIEWS = `query ($id: ID!) { message(id: $id) { linkPreviews { ${PREVIEW_FIELDS} } } }`;
export const REMOVE_PREVIEWS = `mutation ($id: ID!) {
  removeLinkPreviews(input: { messageId: $id }) { message { id body linkPreviews { url } } }
}`;

export async function previewsOf(reader: Person, { id }: { id: string }): Promise<readonly Preview[]> {
  const { message } = await reader.asks<{ message: { linkPreviews: readonly Preview[] } }>(PREVIEWS, { id });
  return message.linkPreviews;
}

/** Once there are so many. */
export async function previewsMadeOf(reader: Person, message: { id: string }, count = 1): Promise<readonly Preview[]> {
  await expect.poll(() => previewsOf(reader, message), { timeout: 30_000 }).toHaveLength(count);
  return previewsOf(reader, message);
}

export async function removesPreviews(who: Person, { id }: { id: string }): Promise<void> {
  await who.asks(REMOVE_PREVIEWS, { id });
}

const UNDECIDED = query(
  `select (select count(*) from link_preview_due) as due, (select count(*) from link_preview where state = 'PENDING') as pending`,
);
const STATES = query('select url, state, attempts from link_preview order by url');

export interface PreviewRow {
  readonly url: string;
  readonly state: 'PENDING' | 'MADE' | 'NONE';
  readonly attempts: number;
}

export function previewRows(server: TestServer): Promise<PreviewRow[]> {
  return server.app.get(Database).rows<PreviewRow>(STATES, []);
}

/** Once every link that was posted has its preview, or is to have none: whatever is there then is all that there will be. */
export async function allDecided(server: TestServer): Promise<void> {
  await expect.poll(() => server.app.get(Reactors).lags()['link-previews'], { timeout: 30_000 }).toBe(0);
  await expect
    .poll(() => server.app.get(Database).rows(UNDECIDED, []), { timeout: 60_000 })
    .toEqual([{ due: 0, pending: 0 }]);
}
