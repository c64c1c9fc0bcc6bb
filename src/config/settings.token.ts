import { Inject } from '@nestjs/common';

export const SETTINGS_TOKEN = Symbol('settings');

/** Injects the settings: `@InjectSettings() settings: Settings`. */
export const InjectSettings = (): ParameterDecorator => Inject(SETTINGS_TOKEN);
