import { computed, inject, Injectable, signal } from '@angular/core';
import { done, type Outcome, type Problem } from '../../core/graphql/problem';
import { BotsRequests, type OwnBot, type RoomOfBots } from './data/bots-requests';

export type { OwnBot, OwnBotToken, RoomOfBots } from './data/bots-requests';

/** The bots that the viewer looks after, as long as the page is open: each visit reads them again. */
@Injectable()
export class BotsStore {
  private readonly requests = inject(BotsRequests);

  private readonly loaded = signal<readonly OwnBot[] | null>(null);
  private readonly older = signal<string | null>(null);
  private readonly failure = signal<Problem | null>(null);
  private readonly ownRooms = signal<readonly RoomOfBots[]>([]);
  private readonly reading = signal(false);

  readonly bots = this.loaded.asReadonly();
  readonly problem = this.failure.asReadonly();
  readonly busy = this.reading.asReadonly();
  readonly hasMore = computed(() => this.older() !== null);
  /** Direct rooms are not offered for tokens and webhooks. */
  readonly rooms = computed(() => this.ownRooms().filter(({ kind }) => kind === 'CHANNEL'));

  async load(): Promise<void> {
    if (this.reading()) return;
    this.reading.set(true);
    const [page, rooms] = await Promise.all([this.requests.bots(this.older()), this.requests.rooms()]);
    this.reading.set(false);
    this.failure.set(page.ok ? (rooms.ok ? null : rooms.problem) : page.problem);
    if (rooms.ok) this.ownRooms.set(rooms.value);
    if (!page.ok) return;
    this.loaded.set([...(this.loaded() ?? []), ...page.value.nodes]);
    this.older.set(page.value.pageInfo.hasNextPage ? page.value.pageInfo.endCursor : null);
  }

  async create(input: { username: string; displayName: string | null; description: string }): Promise<Outcome<OwnBot>> {
    const outcome = await this.requests.createBot(input);
    if (outcome.ok) this.put(outcome.value);
    return outcome;
  }

  async disable(bot: OwnBot): Promise<Outcome<OwnBot>> {
    const outcome = await this.requests.disableBot(bot.id);
    if (outcome.ok) this.put(outcome.value);
    return outcome;
  }

  /** The token itself, which is shown only now. */
  async createToken(
    bot: OwnBot,
    wishes: Omit<Parameters<BotsRequests['createToken']>[0], 'botId'>,
  ): Promise<Outcome<string>> {
    const outcome = await this.requests.createToken({ botId: bot.id, ...wishes });
    if (!outcome.ok) return outcome;
    const { token, secret } = outcome.value;
    this.put({ ...bot, tokens: [token, ...(bot.tokens ?? [])] });
    return done(secret);
  }

  async revokeToken(tokenId: string): Promise<Outcome<OwnBot>> {
    const outcome = await this.requests.revokeToken(tokenId);
    if (outcome.ok) this.put(outcome.value);
    return outcome;
  }

  /** The address, which is shown only now. */
  async createWebhook(input: { roomId: string; name: string }): Promise<Outcome<string>> {
    const outcome = await this.requests.createWebhook(input);
    if (!outcome.ok) return outcome;
    this.put(outcome.value.bot);
    return done(outcome.value.url);
  }

  /** Its bot is disabled with it. */
  async deleteWebhook(bot: OwnBot, webhookId: string): Promise<Outcome<boolean>> {
    const outcome = await this.requests.deleteWebhook(webhookId);
    if (outcome.ok) this.loaded.update((bots) => bots?.filter(({ id }) => id !== bot.id) ?? null);
    return outcome;
  }

  private put(bot: OwnBot): void {
    const bots = this.loaded() ?? [];
    const isKnown = bots.some(({ id }) => id === bot.id);
    this.loaded.set(isKnown ? bots.map((one) => (one.id === bot.id ? bot : one)) : [bot, ...bots]);
  }
}
