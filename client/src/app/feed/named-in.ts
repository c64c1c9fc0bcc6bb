import { foldUsername, WHOLE_ROOM } from '#rules';
import type { Person } from '../core/graphql/model';
import type { WindowMessage } from './chat-state';
import { ME, type WhoIs } from '../shared/text/markdown';

/** Who is meant by a name in a message, as the server found it. Everybody in the room is whoever reads it, but for its author. */
export function namedIn(
  { mentions, mentionsRoom, author }: Pick<WindowMessage, 'mentions' | 'mentionsRoom' | 'author'>,
  viewer: Pick<Person, 'id' | 'username'>,
): WhoIs {
  const people = new Map(
    mentions.map(({ username }) => [foldUsername(username), username === viewer.username ? ME : username]),
  );
  if (mentionsRoom) people.set(WHOLE_ROOM, author.id === viewer.id ? WHOLE_ROOM : ME);
  return (name) => people.get(foldUsername(name)) ?? null;
}
