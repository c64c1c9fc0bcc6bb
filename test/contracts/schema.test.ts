import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

describe('schema.graphql', () => {
  it('contains the contract', async () => {
    expect(await faultsOf('schema.graphql')).toBe('');
  });

  it('is what the server says today', async () => {
    const { stdout } = await run(process.execPath, ['dist/server/print-schema.js']);
    expect(await readFile('schema.graphql', 'utf8')).toBe(stdout);
  });
});

describe('the check of the contract', () => {
  it('misses a field that is gone', async () => {
    const schema = await readFile('schema.graphql', 'utf8');
    expect(await faultsOfText(schema.replace('joinedAt: DateTime!', 'since: DateTime!'))).toContain(
      'field RoomMember.joinedAt is missing',
    );
  });

  it('misses one of the conversation, too', async () => {
    const schema = await readFile('schema.graphql', 'utf8');
    expect(await faultsOfText(schema.replace('unreadCount: Int!', 'unread: Int!'))).toContain(
      'field RoomViewerState.unreadCount is missing',
    );
  });

  it('sees a null that became an error', async () => {
    const schema = await readFile('schema.graphql', 'utf8');
    expect(await faultsOfText(schema.replace('viewer: Viewer\n', 'viewer: Viewer!\n'))).toContain(
      'field Query.viewer is Viewer!, not Viewer',
    );
  });

  it('sees an argument that became required', async () => {
    const schema = await readFile('schema.graphql', 'utf8');
    expect(
      await faultsOfText(schema.replace(/(input SendMessageInput [^]*?\n {2}nonce: String)\n/, '$1!\n')),
    ).toContain('nonce is String!');
  });
});

async function faultsOfText(schema: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tertulia-schema-'));
  try {
    await writeFile(join(folder, 'schema.graphql'), schema);
    return await faultsOf(join(folder, 'schema.graphql'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What check.mjs has against a schema; nothing where it is content. */
async function faultsOf(path: string): Promise<string> {
  try {
    await run(process.execPath, ['test/contracts/check.mjs', path, 'api.graphql', 'conversation.graphql']);
    return '';
  } catch (error) {
    if (error instanceof Error && 'stderr' in error) return String(error.stderr);
    throw error;
  }
}
