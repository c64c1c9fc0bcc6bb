import type { Command } from './command.js';

export const SHELLS = ['bash', 'zsh'] as const;

export type Shell = (typeof SHELLS)[number];

/** A script for a shell that completes the commands and their options. */
export function completionFor(shell: Shell, commands: readonly Command[]): string {
  return shell === 'bash' ? bash(commands) : zsh(commands);
}

function bash(commands: readonly Command[]): string {
  return `_tertulia() {
  local before="\${COMP_WORDS[*]:1:COMP_CWORD-1}" words=''
  case "$before" in
${cases(commands, (words) => `words='${words}'`)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _tertulia tertulia
`;
}

function zsh(commands: readonly Command[]): string {
  return `#compdef tertulia
_tertulia() {
  local -a next
  local before="\${words[2,CURRENT-1]}"
  case "$before" in
${cases(commands, (words) => `next=(${words})`)}
  esac
  if (( \${#next} )); then compadd -a next; else _files; fi
}
compdef _tertulia tertulia
`;
}

/** What may come next after what was typed: below a whole command its options, and before that the words of commands. */
function cases(commands: readonly Command[], offer: (words: string) => string): string {
  const whole = commands.map(({ name, options = {} }) => {
    const words = [...Object.keys(options), 'json', 'help'].map((option) => `--${option}`);
    return `    '${name}'|'${name} '*) ${offer(words.join(' '))} ;;`;
  });
  const names = [...commands.map(({ name }) => name), ...SHELLS.map((shell) => `completion ${shell}`)];
  const begun = new Map<string, Set<string>>();
  for (const { before, next } of names.flatMap(beginnings))
    begun.set(before, (begun.get(before) ?? new Set()).add(next));
  const partial = [...begun].map(([before, words]) => `    '${before}') ${offer([...words].join(' '))} ;;`);
  return [...whole, ...partial].join('\n');
}

/** `bot create` is `bot` after nothing, and `create` after `bot`. */
function beginnings(name: string): { readonly before: string; readonly next: string }[] {
  const words = name.split(' ');
  return words.map((next, at) => ({ before: words.slice(0, at).join(' '), next }));
}
