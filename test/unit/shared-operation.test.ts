import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { GraphQLContext } from '#server/common/index.js';
import { SharedOperation } from '#server/feed/shared-operation.js';

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

  it('shows a thing as it is now, once told that what older things show has changed', async () => {
    const { operation } = anOperation();
    const thing = aThing();
    const before = operation.payloadOf(thing);
    operation.forget();
    thing.body = 'edited';
    await before;
    expect((await operation.payloadOf(thing)).bytes.toString()).toContain('edited');
  });

  it('tries again where something went wrong', async () => {
    const { operation } = anOperation();
    const thing = { body: (): Promise<string> => Promise.reject(new Error('disk')) };
    expect((await operation.payloadOf(thing)).bytes.toString()).toContain('disk');
    thing.body = () => Promise.resolve('well again');
    expect((await operation.payloadOf(thing)).bytes.toString()).toContain('well again');
  });
});

function anOperation(): { operation: SharedOperation; executions: () => number } {
  let executions = 0;
  const args = { schema: buildSchema('type Query { body: String }'), document: parse('{ body }') };
  const operation = new SharedOperation(
    args,
    (result) => {
      executions += 1;
      return { bytes: Buffer.from(JSON.stringify(result)) };
    },
    () => new GraphQLContext(null, '', { position: 0, eventId: '' }),
  );
  return { operation, executions: () => executions };
}

function aThing(size = 1): { body: string } {
  return { body: 'x'.repeat(size) };
}
