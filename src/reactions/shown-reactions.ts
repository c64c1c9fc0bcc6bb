import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { BatchLoader, connectionOf, noteShown, pageSize } from '../graphql/index.js';
import { Cursors, shown } from '../log/index.js';
import { type UserConnection, UsersService, type UserType } from '../users/index.js';
import type { ReactionType } from './reaction.type.js';
import { EMOJI_USED, PEOPLE_WHO_REACTED, REACTIONS_TO } from './reactions.queries.js';

interface Place {
  readonly messageId: string;
  readonly userId: string;
}

/** The same page of each reaction to a message. */
interface Page {
  readonly messageId: string;
  readonly first: number;
  readonly afterSeq: number;
}

interface Reacted extends Place {
  readonly emoji: string;
  readonly seq: number;
}

/** Reactions as they are shown: for all messages of a page in one statement. */
@Injectable()
export class ShownReactions {
  private readonly reactions = new BatchLoader<string, ReactionType[]>(
    (messageIds) => this.findReactions(messageIds),
    (messageId) => [shown.reactionsTo(messageId)],
  );
  private readonly used = new BatchLoader<Place, string[]>(
    (places) => this.findUsed(places),
    ({ messageId }) => [shown.reactionsTo(messageId)],
    ({ messageId, userId }) => `${messageId}:${userId}`,
  );
  private readonly people = new BatchLoader<Page, Reacted[]>(
    (pages) => this.findPeople(pages),
    ({ messageId }) => [shown.reactionsTo(messageId)],
    ({ messageId, first, afterSeq }) => `${messageId}:${String(first)}:${String(afterSeq)}`,
  );

  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly users: UsersService,
  ) {}

  /** In the order in which each emoji came to the message. */
  to(scope: object, messageId: string): Promise<ReactionType[]> {
    return this.reactions.load(scope, messageId);
  }

  /** What somebody used on a message, in the same order. */
  usedBy(scope: object, place: Place): Promise<string[]> {
    return this.used.load(scope, place);
  }

  /** Who reacted with one emoji, those who were first first. */
  async peopleWho(
    scope: object,
    { messageId, emoji, count }: ReactionType,
    args: { readonly first: number; readonly after: string | null | undefined },
  ): Promise<UserConnection> {
    // One list for all emoji on a message: they are asked for together, with one cursor.
    const list = `reactions:${messageId}`;
    const first = pageSize('first', args.first);
    const afterSeq = args.after == null ? 0 : Number(this.cursors.keyInList(list, args.after)[0]);
    const found = await this.people.load(scope, { messageId, first, afterSeq });
    const ofEmoji = found.filter((reacted) => reacted.emoji === emoji);
    const people = await this.shownPeople(scope, ofEmoji.slice(0, first));
    const more = { hasNextPage: ofEmoji.length > first, hasPreviousPage: args.after != null };
    const { edges, pageInfo } = connectionOf(people, ({ seq }) => this.cursors.ofList(list, [seq]), more);
    return {
      edges: edges.map((edge) => ({
        node: edge.node.user,
        get cursor() {
          return edge.cursor;
        },
      })),
      nodes: people.map(({ user }) => user),
      pageInfo,
      totalCount: count,
    };
  }

  private async shownPeople(
    scope: object,
    reacted: readonly Reacted[],
  ): Promise<{ readonly user: UserType; readonly seq: number }[]> {
    noteShown(scope, ...reacted.map(({ userId }) => shown.user(userId)));
    const users = await this.users.shown(reacted.map(({ userId }) => userId));
    return reacted.flatMap(({ userId, seq }) => {
      const user = users.get(userId);
      return user ? [{ user, seq }] : [];
    });
  }

  private async findReactions(messageIds: readonly string[]): Promise<ReactionType[][]> {
    const found = await this.database.rows<ReactionType>(REACTIONS_TO, [messageIds]);
    const byMessage = Map.groupBy(found, ({ messageId }) => messageId);
    return messageIds.map((id) => byMessage.get(id) ?? []);
  }

  private async findUsed(places: readonly Place[]): Promise<string[][]> {
    const messages = new Set(places.map(({ messageId }) => messageId));
    const people = new Set(places.map(({ userId }) => userId));
    const found = await this.database.rows<Reacted>(EMOJI_USED, [[...messages], [...people]]);
    return places.map((place) =>
      found
        .filter(({ messageId, userId }) => messageId === place.messageId && userId === place.userId)
        .map(({ emoji }) => emoji),
    );
  }

  /** One statement for all messages of which the same page was asked for. */
  private async findPeople(pages: readonly Page[]): Promise<Reacted[][]> {
    const alike = Map.groupBy(pages, ({ first, afterSeq }) => `${String(first)}:${String(afterSeq)}`);
    const found = new Map<Page, Reacted[]>();
    for (const group of alike.values()) {
      const [one] = group;
      if (!one) continue;
      const messageIds = group.map(({ messageId }) => messageId);
      const rows = await this.database.rows<Reacted>(PEOPLE_WHO_REACTED, [messageIds, one.afterSeq, one.first + 1]);
      const byMessage = Map.groupBy(rows, ({ messageId }) => messageId);
      for (const page of group) found.set(page, byMessage.get(page.messageId) ?? []);
    }
    return pages.map((page) => found.get(page) ?? []);
  }
}
