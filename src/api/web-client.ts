import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type DynamicModule } from '@nestjs/common';
import { ServeStaticModule } from '@nestjs/serve-static';

/** Where the client's build puts its pages, seen from the built server. */
const PAGES = join(import.meta.dirname, '../../client/browser');

/** The web client, on every page path that is not the API's. */
export function webClient(): DynamicModule {
  return ServeStaticModule.forRoot({
    rootPath: PAGES,
    // A page path has no dot in it: a script of an older build that is gone is a 404, and not a page that fails to run as one.
    renderPath: /^[^.]*$/,
    exclude: ['/graphql{/*rest}', '/upload', '/uploads{/*rest}', '/healthz', '/readyz'],
    serveStaticOptions: {
      setHeaders: (response: ServerResponse, path: string) => {
        // Names with a hash never mean anything else; the page that names them does.
        const hashed = /-[A-Z0-9]{8}\.\w+$/.test(path);
        response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    },
  });
}
