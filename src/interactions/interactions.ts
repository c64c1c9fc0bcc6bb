import { hash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import type { Transaction } from '../database/index.js';
import { MessageAnswers } from '../messages/index.js';
import { Clock, isId, newId } from '../runtime/index.js';
import { verbatimWithin } from '../text/index.js';
import { InteractionNotFound, NonceUsedToAsk } from './interactions.errors.js';
import { answerableSince } from './interactions.policy.js';
import { CLAIM_INTERACTION, INTERACTION_WITH_NONCE, NOTE_ANSWERED } from './interactions.queries.js';

/** What somebody asks a bot for. */
export interface Asked {
  readonly botUserId: string;
  readonly roomId: string;
  readonly text: string;
  /** All that makes it the same when it is asked again. */
  readonly input: readonly string[];
}

/** What people ask bots for, and whether these have answered. */
@Injectable()
export class Interactions implements OnModuleInit {
  constructor(
    private readonly answers: MessageAnswers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.answers.keptBy((tx, bot, { interactionId, roomId }) => this.answered(tx, bot, interactionId, roomId));
  }

  /** The id of what was asked with the nonce before; null where nothing was. */
  async askedBefore(tx: Transaction, { userId }: Actor, nonce: string | null, { input }: Pick<Asked, 'input'>) {
    if (nonce === null) return null;
    const values = [userId, nonce];
    const [first] = await tx.rows<{ id: string; fingerprint: string | null }>(INTERACTION_WITH_NONCE, values);
    if (!first) return null;
    if (first.fingerprint !== fingerprintOf(input)) throw new NonceUsedToAsk();
    return first.id;
  }

  /** Asks anew. The change holds the room, and has looked whether it was asked before. */
  async ask(tx: Transaction, { userId }: Actor, nonce: string | null, asked: Asked): Promise<string> {
    const { botUserId, roomId, text, input } = asked;
    const fingerprint = nonce === null ? null : fingerprintOf(input);
    const values = [newId(), botUserId, userId, roomId, nonce, fingerprint, text, this.clock.now().getTime()];
    const [claimed] = await tx.rows<{ id: string }>(CLAIM_INTERACTION, values);
    // The nonce is the asker's, and the same person may ask in two rooms at once.
    if (!claimed) throw new NonceUsedToAsk();
    return claimed.id;
  }

  /** The bot has answered. The change holds the room. */
  private async answered(tx: Transaction, { userId }: Actor, interactionId: string, roomId: string): Promise<void> {
    const now = this.clock.now();
    const values = [now.getTime(), interactionId, userId, roomId, answerableSince(now)];
    const [noted] = isId(interactionId) ? await tx.rows(NOTE_ANSWERED, values) : [];
    if (!noted) throw new InteractionNotFound();
  }
}

export function nonceFrom(nonce: string | null | undefined): string | null {
  return nonce == null ? null : verbatimWithin('nonce', nonce, { min: 1, max: 64 });
}

function fingerprintOf(input: readonly string[]): string {
  return hash('sha256', JSON.stringify(input), 'base64url');
}
