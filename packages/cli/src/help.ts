import type { Command } from './command.js';

export function helpOfAll(commands: readonly Command[]): string {
  const rows = commands.map(({ name, words, summary }) => [`tertulia ${name} ${words}`.trim(), summary] as const);
  const wide = Math.max(...rows.map(([usage]) => usage.length));
  return [
    ...rows.map(([usage, summary]) => `${usage.padEnd(wide)}  ${summary}`),
    `${'tertulia completion bash|zsh'.padEnd(wide)}  Prints a script that completes commands in a shell.`,
    '',
    'Each command takes --json, which prints a line of JSON for each thing, and --help.',
    'TERTULIA_URL and TERTULIA_TOKEN in the environment count before who is signed in.',
    '',
  ].join('\n');
}

export function helpFor({ name, words, summary, options = {} }: Command): string {
  const rows = Object.entries(options).map(([option, { type, summary: what }]) => [
    `  --${option}${type === 'string' ? ' VALUE' : ''}`,
    what,
  ]);
  return [
    `tertulia ${name} ${words}`.trim(),
    summary,
    ...rows.map(([option = '', what = '']) => `${option.padEnd(24)}${what}`),
    '',
  ].join('\n');
}
