import { build } from '../build/build.mjs';
import { CAST, PASSWORD } from '../demo/cast.mjs';
import { seed } from '../demo/seed.mjs';
import { startThrowawayServer } from '../demo/throwaway-server.mjs';
import { ADMINISTRATOR } from '../demo/trouble.mjs';

export async function run() {
  await build();
  const server = await startThrowawayServer();
  console.log('Filling the rooms.');
  try {
    const messages = await seed(server);
    console.log(welcome(server, messages));
  } catch (error) {
    server.stop();
    await server.ended;
    throw error;
  }
  process.exitCode = await server.ended;
}

function welcome({ address }, messages) {
  const names = CAST.map(({ username }) => username);
  return `
Tertulia's demo is ready at ${address}

  Sign in as ${names.slice(0, -1).join(', ')} or ${names.at(-1)}.
  The password is the same for all: ${PASSWORD}

  ${ADMINISTRATOR} administers the server: a report waits at ${address}/administration/reports

There are ${messages} messages of one week, and each of them finds something new. All of it lives in a temporary folder and is gone when you stop the demo with Ctrl-C.
`;
}
