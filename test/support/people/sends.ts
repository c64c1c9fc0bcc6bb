import { MessagesService } from '#server/messages/messages.service.js';
import type { Person } from './person.js';
import type { TestServer } from '../servers/server.js';

/** Sends messages straight to the service, all together: requests would only measure the test. */
export async function sendsTogether(
  server: TestServer,
  writer: Person,
  drafts: readonly { readonly roomId: string; readonly body: string }[],
): Promise<void> {
  const actor = { userId: writer.id, sessionId: '', isGuest: false, expiresAt: new Date(8.64e15), bot: null };
  const messages = server.app.get(MessagesService);
  await Promise.all(drafts.map((draft) => messages.sendMessage(actor, draft)));
}
