import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ByteRemoval } from '../files/index.js';
import type { LoggedEvent } from '../log/index.js';
import { type Reactor, Reactors } from '../reactors/index.js';
import { MessageDeleted } from './messages.events.js';
import { ThreadMessageDeleted } from './thread-messages.events.js';

/** Removes the bytes of the files that came with a message, once it is deleted. */
@Injectable()
export class DeletedFilesReactor implements Reactor, OnModuleInit {
  readonly name = 'deleted-files';
  readonly kinds = [MessageDeleted, ThreadMessageDeleted];
  // What was deleted before there was this reactor has left no bytes that it knows of.
  readonly begins = 'at the end';

  constructor(
    private readonly reactors: Reactors,
    private readonly removal: ByteRemoval,
  ) {}

  onModuleInit(): void {
    this.reactors.add(this);
  }

  react({ subjectId }: LoggedEvent): Promise<void> {
    return this.removal.remove(subjectId);
  }
}
