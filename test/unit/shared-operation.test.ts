import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { GraphQLContext } from '#server/caller/index.js';
import { noteShown } from '#server/graphql/index.js';
import { SharedOperation } from '#server/feed/shared-operation.js';
import { ShownBy } from '#server/feed/shown-by.js';
import { InProcessBus } from '#server/bus/in-process.bus.js';
import { Changes } from '#server/bus/index.js';
import { shown } from '#server/log/index.js';
import '#server/messages/messages.events.js';
import { eventAt } from '../support/measures/log-part.js';

const KIBIBYTE = 1024;

describe('an operation that many subscribe with', () => {
  it('is executed and put into bytes once for the same thing, also for all who ask before that is done', async () => {
    const { operation, executions } = anOperation();
    const thing = aThing();
    const payloads = await Promise.all(Array.from({ length: 1000 }, () => operation.payloadOf(thing)));
    expect(new Set(payloads).size).toBe(1);
    expect(executions()).toBe(1);
  });

  it('remembers what somebody goes on to ask for, and lets go of what nobody does', async () => {
    const { operation, executions } = anOperation();
    const [wanted, forgotten] = [aThing(), aThing()];
    await operation.payloadOf(forgotten);
    for (let round = 0; round < 5; round += 1) {
      await operation.payloadOf(wanted);
      operation.age();
    }
    expect(executions()).toBe(2);
    await operation.payloadOf(wanted);
    expect(executions()).toBe(2);
    await operation.payloadOf(forgotten);
    expect(executions()).toBe(3);
  });

  it('remembers no more than a few MiB, also of what is asked for again and again', async () => {
    const { operation, executions } = anOperation();
    const things = Array.from({ length: 64 }, () => aThing(100 * KIBIBYTE));
    for (let round = 0; round < 3; round += 1) for (const thing of things) await operation.payloadOf(thing);
    expect(executions()).toBe(3 * things.length);
  });

  it('shows a thing as it is now, once something that it showed has changed', async () => {
    const { operation, changes } = anOperation();
    const thing = aThingThatShows('hers');
    await operation.payloadOf(thing);
    changes.saw(edited('hers'));
    thing.text = 'edited';
    expect((await operation.payloadOf(thing)).bytes.toString()).toContain('edited');
  });

  it('also where that changed while it was being made', async () => {
    const { operation, changes } = anOperation();
    const thing = aThingThatShows('hers');
    const before = operation.payloadOf(thing);
    changes.saw(edited('hers'));
    thing.text = 'edited';
    await before;
    expect((await operation.payloadOf(thing)).bytes.toString()).toContain('edited');
  });

  it('goes on remembering what shows something else', async () => {
    const { operation, executions, changes } = anOperation();
    const [hers, his] = [aThingThatShows('hers'), aThingThatShows('his')];
    await Promise.all([operation.payloadOf(hers), operation.payloadOf(his)]);
    changes.saw(edited('his'));
    await Promise.all([operation.payloadOf(hers), operation.payloadOf(his)]);
    expect(executions()).toBe(3);
  });

  it.each(['closed', 'grown old'])('keeps nothing in mind once it has %s', async (how) => {
    const { operation, shownBy } = anOperation();
    const things = Array.from({ length: 10 }, (_, number) => aThingThatShows(String(number)));
    await Promise.all(things.map((thing) => operation.payloadOf(thing)));
    expect(shownBy.size).toBe(10);
    if (how === 'closed') operation.close();
    else for (let round = 0; round < 2; round += 1) operation.age();
    expect(shownBy.size).toBe(0);
  });

  it('tries again where something went wrong', async () => {
    const { operation } = anOperation();
    const thing = { body: (): Promise<string> => Promise.reject(new Error('disk')) };
    expect((await operation.payloadOf(thing)).bytes.toString()).toContain('disk');
    thing.body = () => Promise.resolve('well again');
    expect((await operation.payloadOf(thing)).bytes.toString()).toContain('well again');
  });
});

function anOperation(): { operation: SharedOperation; executions: () => number; shownBy: ShownBy; changes: Changes } {
  const changes = new Changes(new InProcessBus());
  const shownBy = new ShownBy(changes);
  shownBy.onModuleInit();
  let executions = 0;
  const args = { schema: buildSchema('type Query { body: String }'), document: parse('{ body }') };
  const operation = new SharedOperation(
    args,
    (result) => {
      executions += 1;
      return { bytes: Buffer.from(JSON.stringify(result)) };
    },
    () => new GraphQLContext(null, '', { position: 0, eventId: '' }),
    shownBy,
  );
  return { operation, executions: () => executions, shownBy, changes };
}

/** Read a moment later than it is asked for, as from a database. */
function aThingThatShows(messageId: string) {
  return {
    text: 'as it was',
    async body(_: unknown, context: object): Promise<string> {
      noteShown(context, shown.message(messageId));
      await Promise.resolve();
      return this.text;
    },
  };
}

function edited(messageId: string) {
  return eventAt(1, 1, { type: 'MessageEdited', subjectId: messageId });
}

function aThing(size = 1): { body: string } {
  return { body: 'x'.repeat(size) };
}
