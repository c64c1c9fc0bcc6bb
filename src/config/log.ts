import { ConsoleLogger } from '@nestjs/common';
import type { Settings } from './settings.js';

/** What the framework says of its own start, which tells an operator nothing. */
const FRAMEWORK = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
  'GraphQLModule',
  'MikroORM',
]);

const LEVELS = {
  error: ['error', 'fatal'],
  warn: ['error', 'fatal', 'warn'],
  info: ['error', 'fatal', 'warn', 'log'],
  debug: ['error', 'fatal', 'warn', 'log', 'debug'],
} as const;

/** Why the server cannot start: main says so, in one line for a person. */
const SAID_BY_MAIN = new Set(['NestApplication', 'ExceptionHandler']);

/** Structured lines on standard output. Features log with `new Logger('feature')`. */
export class Log extends ConsoleLogger {
  constructor({ logLevel }: Settings) {
    super({ json: true, colors: false, logLevels: [...LEVELS[logLevel]] });
  }

  override log(message: unknown, ...context: string[]): void {
    if (!FRAMEWORK.has(context.at(-1) ?? '')) super.log(message, ...context);
  }

  override error(message: unknown, ...context: string[]): void {
    if (!SAID_BY_MAIN.has(context.at(-1) ?? '')) super.error(message, ...context);
  }

  protected override printAsJson(...[message, options]: Parameters<ConsoleLogger['printAsJson']>): void {
    super.printAsJson(message, { ...options, writeStreamType: 'stdout' });
  }
}
