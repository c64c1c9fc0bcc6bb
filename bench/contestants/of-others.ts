import { GraphqlClient } from '../clients/graphql-client.js';
import { SocketIoClient } from '../clients/socket-io-client.js';
import { onRawStore } from './on-raw-store.js';
import { plainDialect } from './plain-dialect.js';

const dialect = plainDialect({ firstPerson: 0 });

export const socketIo = onRawStore({
  name: 'Socket.IO',
  script: new URL('../servers/socket-io/main.js', import.meta.url),
  synchronous: 'OFF',
  isRunOnce: true,
  connect: (url, person) => SocketIoClient.connect(url, person),
});

export const mercurius = onRawStore({
  name: 'Mercurius',
  script: new URL('../servers/mercurius/main.js', import.meta.url),
  synchronous: 'OFF',
  isRunOnce: true,
  connect: (url, person) => GraphqlClient.connect(url, { dialect, person }),
});
