import type { RenderOptions } from 'altair-static';
import express, { type Request, type Router } from 'express';
import type { Settings } from '../config/index.js';
import { lazily } from '../runtime/index.js';
import { compressedFiles } from './compressed-answers.js';
import { PLAYGROUND_POLICY } from './security-headers.js';
import { WELCOME } from './playground-welcome.js';

const BASE = '/graphql/playground/';
const OPTIONS_FILE = 'options.js';

/** Its package takes 9 MiB, which is loaded when somebody opens the playground. */
const altair = lazily(() => import('altair-static'));

/** The playground: served from here alone, so that it works without the internet. */
export function playground({ publicUrl }: Settings): Router {
  const router = express.Router();
  router.get('/graphql', async (request, response, next) => {
    if (request.accepts(['json', 'html']) !== 'html') {
      next();
      return;
    }
    response
      .set('Content-Security-Policy', PLAYGROUND_POLICY)
      .type('html')
      .send(await page());
  });
  router.get(`${BASE}${OPTIONS_FILE}`, async (request, response) => {
    const { renderInitSnippet } = await altair();
    response
      .type('js')
      .set('Cache-Control', 'no-store')
      .send(
        renderInitSnippet({
          ...OPTIONS,
          endpointURL: '/graphql',
          subscriptionsEndpoint: socketAddress(request, publicUrl),
        }),
      );
  });
  router.use(BASE, compressedFiles, async (request, response, next) => {
    (await files())(request, response, next);
  });
  return router;
}

/** Altair's page, without the strip on which it advertises a service of others that this server has nothing to do with. */
async function page(): Promise<string> {
  const { renderAltair } = await altair();
  const rendered = renderAltair({ baseURL: BASE, serveInitialOptionsInSeperateRequest: OPTIONS_FILE });
  return rendered.replace('</head>', '<style>app-banner-container { display: none; }</style></head>');
}

const files = lazily(async () => {
  const { getDistDirectory } = await altair();
  return express.static(getDistDirectory(), { index: false, maxAge: '1d' });
});

const OPTIONS: RenderOptions = {
  baseURL: BASE,
  initialQuery: WELCOME,
  initialSubscriptionRequestHandlerId: 'graphql-ws',
  // The token comes from the environment. The other header lets a visitor's question in an address pass the guard against forged requests.
  initialHeaders: { 'apollo-require-preflight': 'true', Authorization: 'Bearer {{token}}' },
  initialSubscriptionsPayload: { authorization: 'Bearer {{token}}' },
  initialEnvironments: { base: { title: 'Everywhere', variables: { token: '' } } },
  initialSettings: { disablePushNotification: true, 'alert.disableUpdateNotification': true },
  disableAccount: true,
};

function socketAddress(request: Request, publicUrl: string | undefined): string {
  const page = publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
  return `${page.replace(/^http/, 'ws')}/graphql`;
}
