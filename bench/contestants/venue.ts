import type { Client } from '../clients/client.js';
import type { ServerProcess } from '../servers/server-process.js';
import type { Venue } from './contestant.js';
import { removeFolder } from './folder.js';

type Connect = (person: number) => Promise<Client>;

interface Opened {
  readonly server: ServerProcess;
  readonly folder: string;
  readonly rooms: readonly string[];
  readonly connect: Connect;
  /** The same as `connect` where nothing is said. */
  readonly listen?: Connect;
}

/** Remembers who is connected, so that they go before the server does: a socket that it closes is a failure. */
export function venue({ server, folder, rooms, connect, listen = connect }: Opened): Venue {
  const clients: Client[] = [];
  const remembered = (open: Connect) => async (person: number) => {
    const client = await open(person);
    clients.push(client);
    return client;
  };
  return {
    server,
    rooms,
    connect: remembered(connect),
    listen: remembered(listen),
    close: async () => {
      for (const client of clients) client.cut();
      await server.kill();
      removeFolder(folder);
    },
  };
}
