import type { IncomingMessage, Server } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { type Authenticator, ScopeMissing } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import { asGraphQL, asPlain, Refusal, Unauthenticated } from '../../errors/index.js';
import { turnAway } from './turn-away.js';
import type { UploadPlaces } from './upload-places.js';

/** What the gate has to be told of the lines that uploads come in by. */
export interface Lines {
  addressOf(request: IncomingMessage): string;
  /** From here on nobody hangs up because the body is slow. */
  takeYourTime(request: IncomingMessage): void;
}

/**
 * Stands before everything that reads an upload, and asks who is there before it lets in a byte: what a stranger sends stays
 * on the stranger's side of the line. The Bearer alone counts: a page of another site cannot send one without asking first (a preflight), and no
 * browser sends one by itself as it does with cookies. So an upload needs no other header against forgery.
 */
export function uploadGate(authenticator: Authenticator, places: UploadPlaces, lines: Lines): RequestHandler {
  return (request, response, next) => {
    const asksGraphQL = request.baseUrl.toLowerCase() === '/graphql';
    // Whatever the method: a form is read for every one.
    if (asksGraphQL ? !request.is('multipart/form-data') : !SENDS_FILES.has(request.method)) {
      next();
      return;
    }
    // Now, not after the first wait: nothing has been read yet but what came together with the headers.
    request.socket.pause();
    admit(request, authenticator, (actor) => places.take(actor.userId, lines.addressOf(request))).then(
      (leave) => {
        response.once('close', leave);
        lines.takeYourTime(request);
        request.socket.resume();
        next();
      },
      (error: unknown) => {
        if (error instanceof Refusal) {
          turnAway(request, response, asksGraphQL ? asGraphQL(error) : asPlain(error));
          return;
        }
        request.socket.resume();
        next(error);
      },
    );
  };
}

const SENDS_FILES = new Set(['POST', 'PATCH']);

/** Leaves it to what is behind the gate to tell a client that waits with its body (Expect: 100-continue) to send it. */
export function holdBodiesBack(server: Server): void {
  server.on('checkContinue', (request, response) => server.emit('request', request, response));
}

/** The counterpart, behind the gate. */
export const askForBody: RequestHandler = ({ headers }, response, next) => {
  if (headers.expect?.toLowerCase() === '100-continue') response.writeContinue();
  next();
};

async function admit(
  request: Request,
  authenticator: Authenticator,
  take: (actor: Actor) => () => void,
): Promise<() => void> {
  const { actor, refusal } = await authenticator.callerAtTheStartOf(request);
  if (!actor) throw refusal ?? new Unauthenticated();
  // What lies behind the gate asks as well; here it is asked before the bytes come in.
  if (actor.bot && !actor.bot.scopes.has('FILES_WRITE')) throw new ScopeMissing(['FILES_WRITE']);
  return take(actor);
}
