import { type DynamicModule, Module } from '@nestjs/common';
import { Clock } from '../runtime/index.js';
import type { Settings } from './settings.js';
import { SETTINGS_TOKEN } from './settings.token.js';

/** Gives every module the settings that were read once at the start, and the clock. */
@Module({})
export class ConfigModule {
  static forRoot(settings: Settings, clock: Clock): DynamicModule {
    const providers = [
      { provide: SETTINGS_TOKEN, useValue: settings },
      { provide: Clock, useValue: clock },
    ];
    return { module: ConfigModule, global: true, providers, exports: providers };
  }
}
