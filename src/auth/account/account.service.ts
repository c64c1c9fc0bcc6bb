import { Injectable } from '@nestjs/common';
import type { Actor, GraphQLContext } from '../../caller/index.js';
import { Database } from '../../database/index.js';
import { ViewerSessionType } from './account.types.js';
import { SessionNotFound } from '../auth.errors.js';
import { SessionCookies } from '../tokens/session-cookies.js';
import { SessionEndings } from '../sessions/session-endings.js';
import { SessionsService } from '../sessions/sessions.service.js';

/** Where somebody is signed in, and how they end it. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly endings: SessionEndings,
    private readonly cookies: SessionCookies,
  ) {}

  async openSessions(viewer: Actor): Promise<ViewerSessionType[]> {
    const sessions = await this.sessions.ofUser(viewer.userId);
    return sessions.map((session) => ViewerSessionType.of(session, viewer.sessionId));
  }

  async revokeSession(context: GraphQLContext, viewer: Actor, sessionId: string): Promise<void> {
    if (!(await this.endings.endOwn(viewer.userId, sessionId))) throw new SessionNotFound();
    if (sessionId === viewer.sessionId) this.cookies.clear(context);
  }

  async logoutEverywhere(context: GraphQLContext, viewer: Actor): Promise<void> {
    await this.database.write(
      (where) => this.endings.locksOf(where, viewer.userId),
      (tx) => this.endings.endAllOf(tx, viewer.userId, 'everywhere'),
    );
    this.cookies.clear(context);
  }
}
