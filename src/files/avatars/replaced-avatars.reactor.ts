import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LoggedEvent } from '../../log/index.js';
import { type Reactor, Reactors } from '../../reactors/index.js';
import { UserChanged } from '../../users/index.js';
import { Avatars } from './avatars.js';

/** Removes the bytes of a picture of somebody, once another one is shown, or none. */
@Injectable()
export class ReplacedAvatarsReactor implements Reactor, OnModuleInit {
  readonly name = 'replaced-avatars';
  readonly kinds = [UserChanged];
  readonly begins = 'at the beginning';

  constructor(
    private readonly reactors: Reactors,
    private readonly avatars: Avatars,
  ) {}

  onModuleInit(): void {
    this.reactors.add(this);
  }

  react({ subjectId }: LoggedEvent): Promise<void> {
    return this.avatars.removeReplaced(subjectId);
  }
}
