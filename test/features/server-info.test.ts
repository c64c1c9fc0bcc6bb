import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aCast } from '../support/people/cast.js';
import { post } from '../support/requests/graphql.js';
import { aServer } from '../support/servers/server.js';

const QUESTION = `{ server { name version guests registration uploadMaxBytes messageMaxLength attachmentsMax pushPublicKey } }`;

describe('what a server says of itself', () => {
  it('is the same for a visitor and for Ada', async () => {
    const server = await aServer();
    const { ada } = await aCast(server);
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));
    const told = {
      name: 'Tertulia',
      version,
      guests: true,
      registration: true,
      uploadMaxBytes: 16_777_216,
      messageMaxLength: 8000,
      attachmentsMax: 10,
      pushPublicKey: null,
    };
    expect((await post(server.url, QUESTION)).data).toEqual({ server: told });
    expect(await ada.asks(QUESTION)).toEqual({ server: told });
  });

  it('is what its administrator has set', async () => {
    const server = await aServer({
      SERVER_NAME: 'The Kitchen',
      GUESTS: 'off',
      REGISTRATION: 'off',
      UPLOAD_MAX_BYTES: '5000',
    });
    expect((await post(server.url, QUESTION)).data).toMatchObject({
      server: { name: 'The Kitchen', guests: false, registration: false, uploadMaxBytes: 5000 },
    });
  });
});
