import type { Person } from './person.js';

interface Members {
  readonly room: { readonly members: { readonly nodes: readonly { role: string; user: { username: string } }[] } };
}

/** Who is in a room, those who have been there longest first, as "ada.1 OWNER". */
export async function rolesIn({ id }: { id: string }, reader: Person): Promise<string[]> {
  const { room } = await reader.asks<Members>(
    'query ($id: ID!) { room(id: $id) { members(first: 100) { nodes { role user { username } } } } }',
    { id },
  );
  return room.members.nodes.map(({ role, user }) => `${user.username} ${role}`);
}
