import type { Client } from '../clients/client.js';
import type { ServerProcess } from '../servers/server-process.js';
import type { Venue } from './contestant.js';
import { removeFolder } from './folder.js';

interface Opened {
  readonly server: ServerProcess;
  readonly folder: string;
  readonly rooms: readonly string[];
  readonly connect: (person: number) => Promise<Client>;
}

/** Remembers who is connected, so that they go before the server does: a socket that it closes is a failure. */
export function venue({ server, folder, rooms, connect }: Opened): Venue {
  const clients: Client[] = [];
  return {
    server,
    rooms,
    connect: async (person) => {
      const client = await connect(person);
      clients.push(client);
      return client;
    },
    close: async () => {
      for (const client of clients) client.cut();
      await server.kill();
      removeFolder(folder);
    },
  };
}
