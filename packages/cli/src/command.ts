import type { ParseArgsConfig } from 'node:util';
import type { Tertulia } from '@tertulia/sdk';
import type { Output } from './output.js';

/** What was typed after the name of a command. */
export interface Typed {
  readonly words: readonly string[];
  /** The value of an option; undefined where it was not given. */
  value(option: string): string | undefined;
  values(option: string): readonly string[];
}

export interface Command {
  /** Such as `bot create`. */
  readonly name: string;
  /** What comes after the name, as the help shows it: `ROOM [TEXT]`. What stands in brackets may be left out. */
  readonly words: string;
  /** What it does, in a sentence. */
  readonly summary: string;
  readonly options?: Readonly<Record<string, Option>>;
  run(typed: Typed, output: Output): Promise<void>;
}

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What it is for, in a few words. */
  readonly summary: string;
}

export type ParsedOptions = NonNullable<ParseArgsConfig['options']>;

/** Something was typed that makes no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A command of somebody who is signed in. */
export type Work = (chat: Tertulia, typed: Typed, output: Output) => Promise<void>;
