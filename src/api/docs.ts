import { join } from 'node:path';
import express, { type Response, type Router } from 'express';
import { compressedFiles } from './compressed-answers.js';

export const DOCS_PATH = '/docs';

/** Where the build puts the pages for integrators (scripts/build/docs.mjs), seen from the built server. */
const PAGES = join(import.meta.dirname, '../../docs');
const NOT_FOUND = join(PAGES, 'not-found.html');

/** They are words and one stylesheet. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The pages for integrators: they come with the server, and are those of its version. */
export function docs(): Router {
  const router = express.Router();
  router.use(compressedFiles, (request, _, next) => {
    request.url = fileOf(request.path);
    next();
  });
  router.use(express.static(PAGES, { index: false, redirect: false, setHeaders }));
  router.use((_, response) => {
    setHeaders(response);
    response.status(404).sendFile(NOT_FOUND);
  });
  return router;
}

/** A page's address has no ending: `/docs/guides/uploads`. */
function fileOf(path: string): string {
  if (path === '/') return '/index.html';
  return path.includes('.') ? path : `${path.replace(/\/$/, '')}.html`;
}

/** An upgrade of the server changes pages that keep their address: a browser asks each time, and is mostly told that it has the page. */
function setHeaders(response: Response): void {
  response.set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-cache' });
}
