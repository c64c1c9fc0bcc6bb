import { InvalidInput } from '../../errors/index.js';
import { textWithin } from '../../text/index.js';
import type { CommandInput } from './commands.inputs.js';

/** Of one bot. */
export const MAX_COMMANDS = 50;
/** Of all bots of a room: those that come first by their names. */
export const MAX_COMMANDS_IN_ROOM = 500;
/** Of what a command does, and of how it is used. */
const MAX_LENGTH = 200;
const NAME = /^[a-z][a-z0-9_-]{0,31}$/;

export interface NewCommand {
  readonly name: string;
  readonly description: string;
  readonly usage: string;
}

/** The commands of a bot, each within its bounds and of a name of its own. */
export function commandsFrom(inputs: readonly CommandInput[]): NewCommand[] {
  if (inputs.length > MAX_COMMANDS)
    throw new InvalidInput('commands', `A bot can have at most ${String(MAX_COMMANDS)} commands.`);
  const commands = inputs.map(commandFrom);
  const twice = commands.find(({ name }, place) => commands.findIndex((other) => other.name === name) !== place);
  if (twice) throw new InvalidInput('commands', `There are two commands with the name ${twice.name}.`);
  return commands;
}

export function isCommandName(name: string): boolean {
  return NAME.test(name);
}

function commandFrom({ name, description, usage }: CommandInput): NewCommand {
  if (!isCommandName(name))
    throw new InvalidInput(
      'name',
      'The name of a command begins with a letter from a to z, and has up to 32 letters from a to z, digits, underscores and hyphens.',
    );
  return {
    name,
    description: textWithin('description', description, { min: 1, max: MAX_LENGTH }),
    usage: textWithin('usage', usage ?? '', { min: 0, max: MAX_LENGTH }),
  };
}
