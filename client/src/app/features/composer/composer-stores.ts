import type { Provider } from '@angular/core';
import { CommandCompletion } from './command-completion.store';
import { CommandStore } from './command.store';
import { Completions } from './completions.store';
import { ComposerStore } from './composer.store';
import { EmojiCompletion } from './emoji-completion.store';
import { MentionCompletion } from './mention-completion.store';
import { OutsideMentions } from './outside-mentions.store';
import { SlowModeStore } from './slow-mode.store';
import { UploadsStore } from './uploads.store';

/** What a composer and the area around it share. Provided with a TimelinePlace, by whoever puts them on the page. */
export const COMPOSER_STORES: Provider[] = [
  CommandCompletion,
  CommandStore,
  Completions,
  ComposerStore,
  EmojiCompletion,
  MentionCompletion,
  OutsideMentions,
  SlowModeStore,
  UploadsStore,
];
