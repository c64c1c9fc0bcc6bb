import process from 'node:process';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { Tertulia } from '@tertulia/sdk';
import { tertuliaServer } from './server.js';

const { TERTULIA_URL: url, TERTULIA_TOKEN: token } = process.env;

if (url === undefined || token === undefined) {
  process.stderr.write('Set TERTULIA_URL to the address of the server, and TERTULIA_TOKEN to the token of a bot.\n');
  process.exitCode = 2;
} else {
  // Standard output belongs to the protocol.
  const onTrouble = (error: Error) => {
    process.stderr.write(`${error.message}\n`);
  };
  serveStdio(() => tertuliaServer(new Tertulia({ url, token, onTrouble })), { onerror: onTrouble });
}
