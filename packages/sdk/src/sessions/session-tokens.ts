import { operation } from '../requests/operation.js';
import type { Tokens } from './tokens.js';

/** What is kept of a session between two lives of a program. */
export interface SessionKeeper {
  /** Read each time that it is needed: somebody may have put another one there. */
  readonly refreshToken: () => string | Promise<string>;
  /** Is called with each new refresh token, before the access token that came with it is used. Until then the old one gives both again. */
  readonly keep: (refreshToken: string) => void | Promise<void>;
}

export const REFRESH = operation<
  { readonly refreshSession: { readonly session: { readonly accessToken: string; readonly refreshToken: string } } },
  { readonly refreshToken: string }
>(
  'mutation ($refreshToken: String) { refreshSession(input: { refreshToken: $refreshToken }) { session { accessToken refreshToken } } }',
);

/** The access tokens of a person's session, which last for minutes: the refresh token is traded for the next one when it is needed. */
export class SessionTokens implements Tokens {
  private accessToken: string | null = null;
  private renewing: Promise<void> | null = null;

  constructor(
    private readonly keeper: SessionKeeper,
    private readonly trade: (refreshToken: string) => Promise<{ accessToken: string; refreshToken: string }>,
  ) {}

  async current(): Promise<string | null> {
    if (this.accessToken === null) await this.renew();
    return this.accessToken;
  }

  async replace(refused: string | null): Promise<void> {
    if (this.accessToken === refused) await this.renew();
  }

  /** One at a time: whoever needs a token meanwhile waits for the same one. */
  private renew(): Promise<void> {
    this.renewing ??= this.renewOnce().finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  private async renewOnce(): Promise<void> {
    const { accessToken, refreshToken } = await this.trade(await this.keeper.refreshToken());
    await this.keeper.keep(refreshToken);
    this.accessToken = accessToken;
  }
}
