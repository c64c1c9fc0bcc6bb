import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../config/index.js';
import { askOnce, NotAsked } from '../../outgoing/index.js';
import { VERSION } from '../../server-info/index.js';
import { ACCEPTED_ENCODINGS, type Body, readBody } from './bounded-body.js';
import { PageGuard } from './page-guard.js';

export interface Found extends Body {
  /** Where it was in the end. */
  readonly url: URL;
  /** As the page says, in lower case and without parameters. */
  readonly mediaType: string;
  readonly charset: string | undefined;
}

/** What may be there. Whatever else it is, it is not read. */
const WANTED = {
  page: { mediaTypes: /^(?:text\/html|application\/xhtml\+xml|image\/[\w.+-]+)$/, accept: 'text/html, image/*;q=0.8' },
  picture: { mediaTypes: /^image\/[\w.+-]+$/, accept: 'image/*' },
} as const;

/** There is nothing to be had, and asking again would change nothing. */
export class NothingThere extends Error {
  override readonly name = 'NothingThere';
}

/** From the first look-up to the last byte, redirects included. */
const MAX_MILLISECONDS = 5000;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Asks other servers for pages and pictures: within the guard, in bounded time and size, and telling nothing but that it asks. */
@Injectable()
export class Web {
  private readonly userAgent: string;

  constructor(
    private readonly guard: PageGuard,
    @InjectSettings() { publicUrl }: Settings,
  ) {
    const contact = publicUrl === undefined ? '' : `; +${publicUrl}`;
    this.userAgent = `Mozilla/5.0 (compatible; Tertulia/${VERSION}; link preview bot${contact})`;
  }

  /** What is at an address: a page or a picture. */
  async get(address: string, wanted: keyof typeof WANTED, stopping: AbortSignal): Promise<Found> {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(MAX_MILLISECONDS)]);
    let next = address;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const admitted = await this.guard.admit(next, signal);
      const answer = await askOnce(admitted, { method: 'GET', headers: this.headers(wanted) }, signal);
      const location = targetOf(answer, admitted.url);
      if (location === null) return await read(answer, admitted.url, wanted);
      answer.destroy();
      next = location;
    }
    throw new NotAsked('There are too many redirects.');
  }

  private headers(wanted: keyof typeof WANTED): Record<string, string> {
    return {
      accept: WANTED[wanted].accept,
      'accept-encoding': ACCEPTED_ENCODINGS,
      'user-agent': this.userAgent,
    };
  }
}

async function read(answer: IncomingMessage, url: URL, wanted: keyof typeof WANTED): Promise<Found> {
  try {
    assertThere(answer);
    const [mediaType = '', ...parameters] = (answer.headers['content-type'] ?? '').toLowerCase().split(';');
    if (!WANTED[wanted].mediaTypes.test(mediaType.trim())) throw new NothingThere('It is of another kind.');
    return { url, mediaType: mediaType.trim(), charset: charsetIn(parameters), ...(await readBody(answer)) };
  } finally {
    answer.destroy();
  }
}

function targetOf({ statusCode = 0, headers }: IncomingMessage, url: URL): string | null {
  if (!REDIRECTS.has(statusCode) || headers.location === undefined) return null;
  return URL.parse(headers.location, url.href)?.href ?? headers.location;
}

function assertThere({ statusCode = 0 }: IncomingMessage): void {
  if (statusCode === 429 || statusCode >= 500) throw new Error(`It answers ${String(statusCode)}.`);
  if (statusCode !== 200) throw new NothingThere(`It answers ${String(statusCode)}.`);
}

function charsetIn(parameters: readonly string[]): string | undefined {
  const [charset] = parameters.flatMap((parameter) => /^\s*charset=["']?([\w:.-]+)/.exec(parameter)?.[1] ?? []);
  return charset;
}
