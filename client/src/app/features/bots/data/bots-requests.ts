import { inject, Injectable } from '@angular/core';
import {
  CreateBotDocument,
  type CreateBotInput,
  CreateBotTokenDocument,
  type CreateBotTokenInput,
  CreateIncomingWebhookDocument,
  type CreateIncomingWebhookInput,
  DeleteIncomingWebhookDocument,
  DisableBotDocument,
  OwnBotsDocument,
  type OwnBotFieldsFragment,
  type OwnBotsQuery,
  type OwnBotTokenFieldsFragment,
  RevokeBotTokenDocument,
  RoomsOfBotsDocument,
  type RoomsOfBotsQuery,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome, refused, signedOut } from '../../../core/graphql/problem';

export type OwnBot = OwnBotFieldsFragment;
export type OwnBotToken = OwnBotTokenFieldsFragment;
type BotsPage = OwnBotsQuery['bots'];
type RoomsPage = NonNullable<RoomsOfBotsQuery['viewer']>['rooms'];
export type RoomOfBots = RoomsPage['nodes'][number];

@Injectable({ providedIn: 'root' })
export class BotsRequests {
  private readonly graphql = inject(GraphQL);

  async bots(after: string | null): Promise<Outcome<BotsPage>> {
    const outcome = await this.graphql.query(OwnBotsDocument, { after });
    return outcome.ok ? done(outcome.value.bots) : outcome;
  }

  /** All rooms of the viewer: a token, or a webhook, may be for any of them. */
  async rooms(): Promise<Outcome<readonly RoomOfBots[]>> {
    const rooms: RoomOfBots[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Outcome<RoomsPage> = await this.roomsAfter(after);
      if (!page.ok) return page;
      rooms.push(...page.value.nodes);
      if (!page.value.pageInfo.hasNextPage) return done(rooms);
      after = page.value.pageInfo.endCursor;
    }
  }

  async createBot(input: CreateBotInput): Promise<Outcome<OwnBot>> {
    const outcome = await this.graphql.mutate(CreateBotDocument, { input });
    return outcome.ok ? done(outcome.value.createBot.bot) : outcome;
  }

  async disableBot(botId: string): Promise<Outcome<OwnBot>> {
    const outcome = await this.graphql.mutate(DisableBotDocument, { input: { botId } });
    return outcome.ok ? done(outcome.value.disableBot.bot) : outcome;
  }

  async createToken(input: CreateBotTokenInput): Promise<Outcome<{ token: OwnBotToken; secret: string }>> {
    const outcome = await this.graphql.mutate(CreateBotTokenDocument, { input });
    return outcome.ok ? done(outcome.value.createBotToken) : outcome;
  }

  async revokeToken(tokenId: string): Promise<Outcome<OwnBot>> {
    const outcome = await this.graphql.mutate(RevokeBotTokenDocument, { input: { tokenId } });
    return outcome.ok ? done(outcome.value.revokeBotToken.bot) : outcome;
  }

  async createWebhook(input: CreateIncomingWebhookInput): Promise<Outcome<{ bot: OwnBot; url: string }>> {
    const outcome = await this.graphql.mutate(CreateIncomingWebhookDocument, { input });
    if (!outcome.ok) return outcome;
    const { webhook, url } = outcome.value.createIncomingWebhook;
    return done({ bot: webhook.bot, url });
  }

  async deleteWebhook(webhookId: string): Promise<Outcome<boolean>> {
    const outcome = await this.graphql.mutate(DeleteIncomingWebhookDocument, { input: { webhookId } });
    return outcome.ok ? done(outcome.value.deleteIncomingWebhook.ok) : outcome;
  }

  private async roomsAfter(after: string | null): Promise<Outcome<RoomsPage>> {
    const outcome = await this.graphql.query(RoomsOfBotsDocument, { after });
    if (!outcome.ok) return outcome;
    const { viewer } = outcome.value;
    return viewer ? done(viewer.rooms) : refused(signedOut());
  }
}
