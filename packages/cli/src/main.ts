import process from 'node:process';
import { parseArgs } from 'node:util';
import { TertuliaError } from '@tertulia/sdk';
import { type Command, type ParsedOptions, type Typed, UsageError } from './command.js';
import { COMMANDS } from './commands/index.js';
import { completionFor, SHELLS } from './completion.js';
import { helpFor, helpOfAll } from './help.js';
import { Output } from './output.js';

const FOR_ALL = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function run(args: readonly string[]): Promise<void> {
  const command = COMMANDS.find(({ name }) => name.split(' ').every((word, at) => args[at] === word));
  if (!command) {
    runBuiltIn(args);
    return;
  }
  const { typed, isHelp, isJson } = read(command, args.slice(command.name.split(' ').length));
  if (isHelp) process.stdout.write(helpFor(command));
  else await command.run(typed, new Output(isJson));
}

/** What needs no server. */
function runBuiltIn([first, second]: readonly string[]): void {
  const shell = SHELLS.find((name) => name === second);
  if (first === 'completion' && shell) process.stdout.write(completionFor(shell, COMMANDS));
  else if (first === undefined || first === 'help' || first === '--help' || first === '-h')
    process.stdout.write(helpOfAll(COMMANDS));
  else
    throw new UsageError(`There is no command ${[first, second].filter(Boolean).join(' ')}.\n\n${helpOfAll(COMMANDS)}`);
}

function read(command: Command, args: string[]): { typed: Typed; isHelp: boolean; isJson: boolean } {
  const options: ParsedOptions = { ...FOR_ALL };
  for (const [name, { type, multiple = false }] of Object.entries(command.options ?? {}))
    options[name] = { type, multiple };
  const { positionals, values } = parsed(command, args, options);
  const isHelp = values.help === true;
  if (!isHelp && !isAsMany(positionals, command.words)) throw new UsageError(helpFor(command).trim());
  const given = (option: string) => {
    const value = values[option];
    return (Array.isArray(value) ? value : [value]).flatMap((each) => (each === undefined ? [] : [String(each)]));
  };
  const typed = { words: positionals, value: (option: string) => given(option)[0], values: given };
  return { typed, isHelp, isJson: values.json === true };
}

function isAsMany(given: readonly string[], words: string): boolean {
  const wanted = words.split(' ').filter((word) => word !== '');
  const needed = wanted.filter((word) => !word.startsWith('['));
  return given.length >= needed.length && given.length <= wanted.length;
}

function parsed(command: Command, args: string[], options: ParsedOptions) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${helpFor(command).trim()}`);
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof TertuliaError) return `${error.message} (${error.code})`;
  return error instanceof Error ? error.message : String(error);
}
