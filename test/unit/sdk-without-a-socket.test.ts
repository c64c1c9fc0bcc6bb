import { Tertulia } from '@tertulia/sdk';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// As in Node 20.
beforeEach(() => vi.stubGlobal('WebSocket', undefined));
afterEach(() => vi.unstubAllGlobals());

test('where there is no WebSocket, a feed over one is refused with words that say what to do', async () => {
  const chat = new Tertulia({ url: 'http://localhost', token: 'tt_one', live: 'socket' });
  await expect(chat.followMessages({ handle: () => undefined })).rejects.toThrow(
    'There is no WebSocket here: give one as `webSocket`, or leave out `live`.',
  );
});
