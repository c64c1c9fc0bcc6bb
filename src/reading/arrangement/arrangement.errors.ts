import { InvalidInput, Refusal } from '../../errors/index.js';

/** Also what the section of somebody else is. */
export class SectionNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'There is no such section any more.');
  }
}

export class SectionNameTaken extends Refusal {
  constructor(name: string) {
    super('CONFLICT', `You already have a section called “${name}”. Choose another name.`, { field: 'name' });
  }
}

export class TooManySections extends InvalidInput {
  constructor(max: number) {
    super('name', `You can have up to ${String(max)} sections. Delete one first.`);
  }
}

export class NoPlaceForSection extends InvalidInput {
  constructor() {
    super('place', 'A place is 0 or more.');
  }
}

export class TooManyRooms extends InvalidInput {
  constructor(max: number) {
    super('roomIds', `You can arrange up to ${max.toLocaleString('en')} rooms at once.`);
  }
}
