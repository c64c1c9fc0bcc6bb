import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import type { Actor } from '../caller/index.js';
import { Database } from '../database/index.js';
import { InvalidInput } from '../errors/index.js';
import {
  type Accent,
  contrastOfAccent,
  isColor,
  isReadableAccent,
  MAX_SERVER_NAME_LENGTH,
  MIN_CONTRAST,
  type Surroundings,
} from '../rules/index.js';
import { visibleName } from '../text/index.js';
import { Administrators } from '../users/index.js';
import { type ChosenLook, ServerLooks } from './server-looks.js';
import type { UpdateServerInput } from './server-info.inputs.js';

/** Gives the server another name and another color. */
@Injectable()
export class ServerLookService {
  constructor(
    private readonly database: Database,
    private readonly administrators: Administrators,
    private readonly looks: ServerLooks,
    private readonly audit: AuditLog,
  ) {}

  async updateServer(actor: Actor, input: UpdateServerInput): Promise<void> {
    await this.database.write({ house: ['look'], people: [actor.userId] }, async (tx) => {
      await this.administrators.assertWithin(tx, actor);
      const before = await this.looks.read(tx);
      const after = { ...before, ...wantedIn(input) };
      const detail = differenceOf(before, after);
      if (detail === null) return;
      await this.looks.choose(tx, after);
      const { userId: actorId, sessionId } = actor;
      await this.audit.record(tx, { action: AuditAction.SERVER_CHANGED, actorId, sessionId, detail });
    });
  }
}

/** What is left out stays as it is, null goes back to what stands in the settings. */
function wantedIn({ name, accent }: UpdateServerInput): Partial<ChosenLook> {
  return {
    ...(name !== undefined && { name: name === null ? null : visibleName('name', name, MAX_SERVER_NAME_LENGTH) }),
    ...(accent !== undefined && { accent: accent === null ? null : accentFrom(accent) }),
  };
}

function accentFrom({ light, dark }: Accent): Accent {
  return { light: colorFrom('light', light), dark: colorFrom('dark', dark) };
}

function colorFrom(surroundings: Surroundings, text: string): string {
  const color = text.toLowerCase();
  if (!isColor(color)) throw new InvalidInput(surroundings, 'A color is written as #rrggbb, such as #1c5c46.');
  if (!isReadableAccent(color, surroundings)) throw new InvalidInput(surroundings, unreadable(color, surroundings));
  return color;
}

/** With the number rounded down: what falls short must not read as if it were enough. */
function unreadable(color: string, surroundings: Surroundings): string {
  const contrast = (Math.floor(contrastOfAccent(color, surroundings) * 10) / 10).toFixed(1);
  const better = surroundings === 'light' ? 'darker' : 'lighter';
  return `This color is hard to read in the ${surroundings} theme: its contrast is ${contrast}, and has to be at least ${String(MIN_CONTRAST)}. Choose a ${better} one.`;
}

function differenceOf(before: ChosenLook, after: ChosenLook): string | null {
  const changed = [
    before.name !== after.name && 'name',
    JSON.stringify(before.accent) !== JSON.stringify(after.accent) && 'colors',
  ].filter((word) => word !== false);
  return changed.length === 0 ? null : changed.join(', ');
}
