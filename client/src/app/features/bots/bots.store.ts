import { computed, inject, Injectable, signal } from '@angular/core';
import { done, type Outcome, type Problem } from '../../core/graphql/problem';
import { ServerClock } from '../../shared/time/server-clock';
import { BotsRequests, type OwnBot, type RoomOfBots } from './data/bots-requests';

export type { OwnBot, OwnBotToken } from './data/bots-requests';

/** The bots that the viewer looks after, as long as the page is open: each visit reads them again. */
@Injectable()
export class BotsStore {
  private readonly clock = inject(ServerClock);
  private readonly requests = inject(BotsRequests);

  private readonly loaded = signal<readonly OwnBot[] | null>(null);
  /** Where older ones begin; null where there are none. */
  private readonly next = signal<string | null>(null);
  private readonly failure = signal<Problem | null>(null);
  private readonly ownRooms = signal<readonly RoomOfBots[]>([]);
  private readonly reading = signal(false);

  readonly bots = this.loaded.asReadonly();
  readonly problem = this.failure.asReadonly();
  readonly busy = this.reading.asReadonly();
  readonly hasMore = computed(() => this.next() !== null);
  /** Direct rooms are not offered for tokens and webhooks. */
  readonly rooms = computed(() => this.ownRooms().filter(({ kind }) => kind === 'CHANNEL'));

  async load(): Promise<void> {
    await this.read(async () => {
      const [rooms, page] = await Promise.all([this.requests.rooms(), this.requests.bots(null)]);
      if (!rooms.ok) return rooms;
      if (page.ok) this.ownRooms.set(rooms.value);
      return page;
    });
  }

  async more(): Promise<void> {
    const next = this.next();
    if (next !== null) await this.read(() => this.requests.bots(next));
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
    this.change(bot.id, (now) => ({ ...now, tokens: [token, ...(now.tokens ?? [])] }));
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
    const disabledAt = this.clock.now().toISOString();
    if (outcome.ok) this.change(bot.id, (now) => ({ ...now, disabledAt, incomingWebhooks: [] }));
    return outcome;
  }

  private async read(ask: () => ReturnType<BotsRequests['bots']>): Promise<void> {
    if (this.reading()) return;
    this.reading.set(true);
    this.failure.set(null);
    const outcome = await ask();
    this.reading.set(false);
    if (!outcome.ok) {
      this.failure.set(outcome.problem);
      return;
    }
    const { nodes, pageInfo } = outcome.value;
    this.loaded.update((bots) => [...(bots ?? []), ...nodes]);
    this.next.set(pageInfo.hasNextPage ? pageInfo.endCursor : null);
  }

  private put(bot: OwnBot): void {
    const isKnown = this.loaded()?.some(({ id }) => id === bot.id) ?? false;
    if (isKnown) this.change(bot.id, () => bot);
    else this.loaded.update((bots) => [bot, ...(bots ?? [])]);
  }

  private change(botId: string, change: (now: OwnBot) => OwnBot): void {
    this.loaded.update((bots) => bots?.map((bot) => (bot.id === botId ? change(bot) : bot)) ?? null);
  }
}
