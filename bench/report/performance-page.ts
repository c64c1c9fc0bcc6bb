import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { machine } from '../machine.js';
import { SHOWN } from '../profile/summary.js';
import { CAN_DELAY, DELAY_MILLISECONDS } from '../servers/disk.js';
import type { Section } from '../works/index.js';
import { pictureOfAudience, pictureOfHistory } from './growth-pictures.js';
import type { Results } from './results.js';
import { tables, tablesOfSpread } from './table.js';

const PAGE = 'docs/performance.md';
const PROFILE = 'docs/performance-profile.md';
const BY_HAND = '<!-- From here on by hand; `npm run bench` keeps it. -->';

/** Writes what was measured; what somebody has written below it about the figures stays. */
export async function writePerformancePage(
  sections: readonly Section[],
  results: Results,
  runs: number,
): Promise<void> {
  writeFileSync('docs/performance-audience.svg', pictureOfAudience(results));
  writeFileSync('docs/performance-history.svg', pictureOfHistory(results));
  await writeMarkdown(PAGE, `${pageOf(sections, results, runs)}\n\n${BY_HAND}${byHand()}`);
}

export async function writeProfilePage(sections: readonly string[]): Promise<void> {
  const introduction = `# Where the time goes

Written by \`npm run bench\`. For each work: what the server spent while it was measured, by the place in the house or outside of it, and by function;
of each the ${String(SHOWN)} largest. Time in which it had nothing to do is left out. \`npm run bench -- --profile fan-out-1\` draws one anew.`;
  await writeMarkdown(PROFILE, [introduction, ...sections].join('\n\n'));
}

function howOften(runs: number): string {
  if (runs === 1) return 'Each figure is of one run, in which the servers take turns.';
  return `Each figure is the median of ${String(runs)} runs, in turns: run 1 of every server, then run 2; Socket.IO, Mercurius, the textbook and the pictures have one.`;
}

function pageOf(sections: readonly Section[], results: Results, runs: number): string {
  return `# Performance

Written by \`npm run bench\`. \`npm run bench -- --quick\` takes about two minutes and prints its tables only; \`--only fan-out-1,sends\` does these works alone,
\`--contestants raw,ours\` lets only these take part, \`--runs 5\` repeats each as often, \`--profile fan-out-1\` says where our server's time goes.

Measured on ${machine()}. ${howOften(runs)} Server CPU is user and system time of the whole process, with all its threads, told by itself; it is the figure that noise disturbs least. Every delivery is
checked: each subscriber has every message once, or the whole benchmark fails.

Who takes part:

- **raw** is a server written by hand: \`ws\` and better-sqlite3, JSON made once for each message, one write for each socket. No sign-in, no rights, no cursors.
- **batched** is the same, with what one tick has for a socket in one write, and the inserts of one tick in one transaction.
- **raw synced** and **batched synced** are these with each commit on disk before its answer, as ours has it. Nobody else syncs.
- **Socket.IO** is the chat of its own tutorial, recovery of connections included, and **Mercurius** GraphQL as its own guide shows it, compiler on and sends
  over the socket; both keep their messages in raw's store. **textbook** is NestJS, Apollo, MikroORM and graphql-subscriptions as their guides show them. None of the three knows a sign-in or rights.
- **ours** is the server as users start it, with sign-in, rights and limits (but those on one caller's rate, because all the load comes from one address). Each
  message is synced to disk before it is acknowledged.

And how:

- **The clients** speak graphql-transport-ws without a library, so that the load is cheap, and name each operation by a random UUID, as graphql-ws's client, urql and Apollo
  do: no two subscribers get the same bytes. A row says so where they are graphql-ws's own (the package as it is by default), or where all count their operations from 1 and so have equal ids. Socket.IO's are its
  own. Times that are measured with a library's client are the client's as well.
- **Rooms of two** have a sender each; both people in them listen, and whoever has an acknowledgement sends the next message.
- **A lone send** has pauses of 25 ms before and after it, as between people: nothing is warm, and no other send shares its commit.
- **A slow disk** is this one with each sync ${String(DELAY_MILLISECONDS)} ms late, in the server alone and in the thread that syncs alone, by strace: a small volume in a cloud, a NAS or a memory card. ${
    CAN_DELAY ? '' : 'There was no strace where this was measured, so these rows are left out. '
  }Eight people send, each in a room of their own, while somebody else asks for one thing after the other at random moments.

${tables(sections, results)}

## How cost grows

![Server CPU per delivery, from 10 to 2,000 subscribers](performance-audience.svg)

![Time of a page of history, from 1,000 to 1,000,000 stored messages](performance-history.svg)

${runs === 1 ? '' : `## The least and the most of all runs\n\n${tablesOfSpread(sections, results)}\n\n`}## Where the time goes

[A profile of each work](performance-profile.md), by place and by function.`;
}

function byHand(): string {
  return (existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '').split(BY_HAND)[1] ?? '\n';
}

async function writeMarkdown(file: string, text: string): Promise<void> {
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
