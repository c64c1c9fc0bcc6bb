import { Agent as HttpAgent, type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Admitted } from './guard.js';

/** What is asked, or handed over. */
export interface Request {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** Nothing is kept between two requests: no connection, no cookie, no answer. */
const AGENTS = { http: new HttpAgent({ keepAlive: false }), https: new HttpsAgent({ keepAlive: false }) } as const;
const MAX_HEADER_BYTES = 16 * 1024;

/** Asks once, and follows nothing. What comes is to be read to its end, or destroyed. */
export function askOnce(
  { url, addresses }: Admitted,
  { method, headers, body }: Request,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const options = { method, headers, signal, maxHeaderSize: MAX_HEADER_BYTES, lookup: only(addresses) };
  return new Promise((resolve, reject) => {
    const request = begin(url, options);
    request.on('response', resolve);
    request.on('error', reject);
    // Whoever wants to speak another protocol from here on is not spoken to.
    request.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(new Error('The page wants another protocol.'));
    });
    request.end(body);
  });
}

function begin(url: URL, options: RequestOptions) {
  return url.protocol === 'https:'
    ? requestHttps(url, { ...options, agent: AGENTS.https })
    : requestHttp(url, { ...options, agent: AGENTS.http });
}

/** Whatever the name means by now, the connection goes to an address that was judged. */
function only(addresses: readonly string[]): LookupFunction {
  const judged = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_, { all }, tell) => {
    const [first] = judged;
    if (all) tell(null, judged);
    else tell(null, first?.address ?? '', first?.family ?? 4);
  };
}
