import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AdministrationService } from './administration/index.js';
import {
  bodiesInTime,
  boundHttp,
  capConnections,
  compressedAnswers,
  docs,
  DOCS_PATH,
  MAX_BODY_BYTES,
  noteBearer,
  playground,
  Readiness,
  securityHeaders,
  SocketServer,
  STREAM_PATH,
  StreamServer,
  takeYourTime,
  turnAwayExcess,
  webClient,
} from './api/index.js';
import { AppModule } from './app.module.js';
import { Authenticator } from './auth/index.js';
import { Clock } from './runtime/index.js';
import { callerAddress, Log, type Settings } from './config/index.js';
import { Database, databasePath, ownDatabase } from './database/index.js';
import { Cursors, EventLog } from './log/index.js';
import {
  askForBody,
  graphqlUploads,
  holdBodiesBack,
  RESUMABLE_PATH,
  TUS_HEADERS,
  tusVersion,
  UploadPlaces,
  uploadGate,
} from './files/index.js';
import { Storage } from './storage/index.js';

export interface RunningServer {
  /** Where it answers, for somebody on the same machine. */
  readonly url: string;
  readonly app: NestExpressApplication;
  /** Makes somebody the first administrator; null where there is one. */
  readonly setupCode: string | null;
  /** Sends everybody away, finishes what is under way, and closes the database. */
  stop(farewell?: { milliseconds: number }): Promise<void>;
}

/** Starts the whole server: the database is made and migrated, then it listens. */
export async function startServer(settings: Settings, clock: Clock = new Clock()): Promise<RunningServer> {
  // Before any connection to the database: one that a restore exchanges must not be open.
  const ownership = ownDatabase(databasePath(settings));
  try {
    const server = await startOnOwn(settings, clock);
    return {
      ...server,
      stop: (farewell) =>
        server.stop(farewell).finally(() => {
          ownership[Symbol.dispose]();
        }),
    };
  } catch (error) {
    ownership[Symbol.dispose]();
    throw error;
  }
}

async function startOnOwn(settings: Settings, clock: Clock): Promise<RunningServer> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(settings, clock), {
    logger: new Log(settings),
    abortOnError: false,
  });
  try {
    await prepareStores(app);
    mountApi(app, settings);
    await app.init();
    boundHttp(httpServerOf(app));
    capConnections(httpServerOf(app), settings);
    holdBodiesBack(httpServerOf(app));
    app.get(SocketServer).mount(httpServerOf(app));
    const setupCode = await app.get(AdministrationService).setupCode();
    await app.listen(settings.port, settings.host);
    const url = urlOf(httpServerOf(app), settings);
    return { url, app, setupCode, stop: (farewell) => stop(app, farewell?.milliseconds ?? 0) };
  } catch (error) {
    await app.get(Database).close();
    throw error;
  }
}

async function prepareStores(app: NestExpressApplication): Promise<void> {
  await app.get(Database).prepare();
  await app.get(EventLog).open();
  await app.get(Cursors).open();
  await app.get(Storage).prepare();
}

function mountApi(app: NestExpressApplication, settings: Settings): void {
  app.disable('x-powered-by');
  app.set('trust proxy', settings.trustProxy);
  app.use(bodiesInTime);
  app.use(securityHeaders(settings));
  app.use(RESUMABLE_PATH, tusVersion(settings));
  const exposedHeaders = ['Retry-After', ...TUS_HEADERS];
  app.enableCors({ origin: [...settings.allowedOrigins], credentials: false, exposedHeaders });
  app.use(turnAwayExcess);
  app.use('/graphql', noteBearer, compressedAnswers);
  if (settings.playground) app.use(playground(settings));
  app.use(DOCS_PATH, docs());
  app.use(STREAM_PATH, app.get(StreamServer).door);
  const lines = { addressOf: (request: IncomingMessage) => callerAddress(request, settings), takeYourTime };
  app.use(['/graphql', '/upload'], uploadGate(app.get(Authenticator), app.get(UploadPlaces), lines));
  app.use(askForBody);
  app.use('/graphql', graphqlUploads(settings));
  app.useBodyParser('json', { limit: MAX_BODY_BYTES });
  app.use(STREAM_PATH, app.get(StreamServer).serve);
  app.use(webClient());
}

/** For a moment it still answers, and says on /readyz that it takes no work: whoever sends work looks there. */
async function stop(app: NestExpressApplication, farewell: number): Promise<void> {
  app.get(Readiness).drain();
  app.get(SocketServer).drain();
  await setTimeout(farewell);
  httpServerOf(app).closeIdleConnections();
  await app.close();
}

function httpServerOf(app: NestExpressApplication): Server {
  const server: Server = app.getHttpServer();
  return server;
}

function urlOf(server: Server, { host, publicUrl }: Settings): string {
  if (publicUrl !== undefined) return publicUrl;
  const { port } = server.address() as AddressInfo;
  const name = ['0.0.0.0', '::', ''].includes(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${String(port)}`;
}
