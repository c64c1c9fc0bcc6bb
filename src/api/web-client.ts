import { extname, join, relative, sep } from 'node:path';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { preloadsIn } from './preloads.js';

/** Where the client's build puts its pages, seen from the built server. */
const FILES = join(import.meta.dirname, '../../client/browser');

/** Where it leaves the hashed files of the builds before (scripts/build/earlier.mjs), for pages that were opened then and are open still. */
const EARLIER_FILES = join(import.meta.dirname, '../../earlier-client');

/** Where it notes what the first screen of a page is made of. */
const PRELOADS = join(import.meta.dirname, '../../client/preloads.json');

/** What the build leaves beside a file that it could make smaller (scripts/build/compressed.mjs), the smallest first. */
const ENCODINGS = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
] as const;

/** A name that holds its content's hash (eight letters and digits) never means anything else. Only the build gives such names; in folders of others they may look alike. */
const HASHED = /^\/(?:media\/)?[^/]+-[\w-]{8}\.\w+$/;

/** Nobody's page: an unknown path below these is for the API to refuse. */
const API = /^\/(?:graphql|docs|upload|uploads|healthz|readyz|manifest\.webmanifest)(?:\/|$)/i;

/** What the client's router has pages for: whatever comes after them, a dot too, is part of a page's address. */
const PAGES =
  /^\/(?:login|register|guest|logout|chat|account|administration|invite|reset|forgot-password|confirm-email|unsubscribe)(?:\/|$)/;

/** The web client: its files, compressed where the browser takes that, and its page on every other path that is no file's and not the API's. */
export function webClient(): RequestHandler {
  const current = filesIn(FILES);
  const earlier = filesIn(EARLIER_FILES);
  const preloads = preloadsIn(PRELOADS);
  return (request, response, next) => {
    if (!['GET', 'HEAD'].includes(request.method) || API.test(request.path)) {
      next();
      return;
    }
    const asked = request.url;
    const path = decoded(request.path);
    const tryAll = ([attempt, ...others]: readonly Attempt[], otherwise: () => void): void => {
      if (attempt === undefined) {
        otherwise();
        return;
      }
      request.url = attempt.path;
      attempt.serve(request, response, (error?: unknown) => {
        request.url = asked;
        if (error === undefined) tryAll(others, otherwise);
        else next(error);
      });
    };
    const attempts = (serve: RequestHandler, wanted: string): readonly Attempt[] =>
      variantsOf(wanted, request).map((variant) => ({ serve, path: variant }));
    const lasting = HASHED.test(path) ? attempts(earlier, request.path) : [];
    tryAll([...attempts(current, request.path), ...lasting], () => {
      if (!isForPage(path, request)) {
        sayMissing(response);
        return;
      }
      const files = preloads.get(path.split('/')[1] ?? '');
      if (files !== undefined) response.set('Link', files);
      tryAll(attempts(current, '/index.html'), next);
    });
  };
}

function filesIn(folder: string): RequestHandler {
  return express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (response, served) => {
      setHeaders(response, `/${relative(folder, served).replaceAll(sep, '/')}`);
    },
  });
}

interface Attempt {
  readonly serve: RequestHandler;
  readonly path: string;
}

/** The addresses of a file: compressed, if whoever asks takes that, else as it is. */
function variantsOf(path: string, request: Request): string[] {
  if (encodingOf(path)) return [];
  const taken = ENCODINGS.filter(({ name }) => request.acceptsEncodings(name) === name);
  return [...taken.map(({ extension }) => path + extension), path];
}

/** A script of an older build that is gone is a 404, and not a page that fails to run as one; a person's browser asks for pages by name. */
function isForPage(path: string, request: Request): boolean {
  if (PAGES.test(path)) return true;
  const last = path.slice(path.lastIndexOf('/') + 1);
  return !last.includes('.') || request.accepts(['text', 'html']) === 'html';
}

function sayMissing(response: Response): void {
  response.status(404).type('text').send('Not found.\n');
}

/** A dot may be written as %2E. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function setHeaders(response: Response, served: string): void {
  const encoding = encodingOf(served);
  const path = encoding ? served.slice(0, -encoding.extension.length) : served;
  if (encoding) response.set('Content-Encoding', encoding.name).type(extname(path));
  // The page that names the hashed files does change, and so do the few files that keep their name.
  response
    .vary('Accept-Encoding')
    .set('Cache-Control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function encodingOf(path: string): (typeof ENCODINGS)[number] | undefined {
  return ENCODINGS.find(({ extension }) => path.endsWith(extension));
}
