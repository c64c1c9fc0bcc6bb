import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';

const { WEBHOOK_SECRET = '', PORT = '8080' } = process.env;
const KEY = Buffer.from(WEBHOOK_SECRET.replace('whsec_', ''), 'base64');
const FIVE_MINUTES = 5 * 60;
if (KEY.length === 0) throw new Error('Set WEBHOOK_SECRET to the secret that createWebhook gave.');

// Lost when the program ends. Keep them beside what you do with the events, such as in the same database.
const handled = new Set();

createServer(async (request, response) => {
  const body = await buffer(request);
  if (!isGenuine(request.headers, body)) {
    response.writeHead(401).end();
    return;
  }
  const id = request.headers['webhook-id'];
  if (!handled.has(id)) console.log(body.toString());
  handled.add(id);
  response.writeHead(204).end();
}).listen(Number(PORT));

function isGenuine(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': sentAt, 'webhook-signature': signatures = '' } = headers;
  const isRecent = Math.abs(Date.now() / 1000 - Number(sentAt)) < FIVE_MINUTES;
  const expected = createHmac('sha256', KEY).update(`${id}.${sentAt}.`).update(body).digest();
  return isRecent && signatures.split(' ').some((signature) => isEqual(signature, expected));
}

function isEqual(signature, expected) {
  const [version, text = ''] = signature.split(',');
  const given = Buffer.from(text, 'base64');
  return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
}
