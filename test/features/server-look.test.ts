import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anAdministrator } from '../support/people/administration.js';
import { post } from '../support/requests/graphql.js';
import type { Person } from '../support/people/person.js';
import { aServer, type TestServer } from '../support/servers/server.js';

const server = await aServer({ SERVER_NAME: 'The Kitchen' });
const administrator = await anAdministrator(server);

const LOOK = '{ server { name accent { light dark } } }';
const UPDATE = `mutation ($input: UpdateServerInput!) { updateServer(input: $input) { server { name accent { light dark } } } }`;
const PLUM = { light: '#6b2d5c', dark: '#e0a3d0' };

describe('what a server is called', () => {
  it('is what its settings say, until an administrator says otherwise, for visitors too', async () => {
    expect(await lookOf()).toEqual({ name: 'The Kitchen', accent: null });
    expect(await update({ name: '  The   Bakery ' })).toEqual({ name: 'The Bakery', accent: null });
    expect(await lookOf()).toEqual({ name: 'The Bakery', accent: null });
    await server.restart();
    expect(await lookOf()).toEqual({ name: 'The Bakery', accent: null });
    await update({ name: null });
    expect(await lookOf()).toEqual({ name: 'The Kitchen', accent: null });
  });

  it.each([
    ['empty', ''],
    ['blank', '   '],
    ['too long', 'x'.repeat(65)],
    ['invisible in part', 'Ki\u200btchen'],
  ])('is not %s', async (_, name) => {
    const refusal = await administrator.isRefused('BAD_USER_INPUT', UPDATE, { input: { name } });
    expect(refusal.extensions.field).toBe('name');
  });

  it('may have 64 characters of any script', async () => {
    const name = '茶'.repeat(64);
    expect(await update({ name })).toMatchObject({ name });
    await update({ name: null });
  });
});

describe('the color of a server', () => {
  it('is what an administrator chose, and Tertulia’s own again where it is taken back', async () => {
    expect(await update({ accent: { light: '#6B2D5C', dark: PLUM.dark } })).toEqual({
      name: 'The Kitchen',
      accent: PLUM,
    });
    expect(await update({ name: 'The Plum' })).toEqual({ name: 'The Plum', accent: PLUM });
    await server.restart();
    expect(await lookOf()).toEqual({ name: 'The Plum', accent: PLUM });
    expect(await update({ name: null, accent: null })).toEqual({ name: 'The Kitchen', accent: null });
  });

  it.each([
    ['light', { ...PLUM, light: '#ffd400' }, 'darker'],
    ['light', { ...PLUM, light: '#ffffff' }, 'darker'],
    ['dark', { ...PLUM, dark: '#6b2d5c' }, 'lighter'],
    ['dark', { ...PLUM, dark: '#000000' }, 'lighter'],
  ])('is refused in words where it cannot be read in the %s theme', async (field, accent, better) => {
    const refusal = await administrator.isRefused('BAD_USER_INPUT', UPDATE, { input: { accent } });
    expect(refusal.extensions.field).toBe(field);
    expect(refusal.message).toMatch(
      new RegExp(`${field} theme: its contrast is \\d+\\.\\d,.* at least 4\\.5\\. Choose a ${better} one`),
    );
  });

  it.each(['red', '#fff', '#12345', '#1234567', 'url(x)', '#6b2d5c; color: red', ''])(
    'is a color and nothing else: %s',
    async (light) => {
      await administrator.isRefused('BAD_USER_INPUT', UPDATE, { input: { accent: { ...PLUM, light } } });
      expect(await lookOf()).toMatchObject({ accent: null });
    },
  );
});

describe('the manifest of the web client', () => {
  it('says what the server is called, and its color, to whoever installs it', async () => {
    expect(await manifest()).toMatchObject({ name: 'The Kitchen', short_name: 'The Kitchen', theme_color: '#17392d' });
    await update({ name: 'The “Plum” & co', accent: PLUM });
    expect(await manifest()).toMatchObject({
      name: 'The “Plum” & co',
      theme_color: PLUM.light,
      start_url: '/chat',
      display: 'standalone',
      icons: expect.arrayContaining([expect.objectContaining({ src: '/icon.svg' })]) as unknown,
    });
    await update({ name: null, accent: null });
  });

  it('is asked for again each time, so that a new name is there at once', async () => {
    const { headers } = await fetch(`${server.url}/manifest.webmanifest`);
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('content-type')).toMatch(/^application\/manifest\+json/);
  });
});

it('is told by the audit log, once for each change that there was', async () => {
  const other = await aServer();
  const ada = await anAdministrator(other, 'ada');
  for (const input of [{ name: 'A' }, { name: 'A' }, { name: 'B', accent: PLUM }, {}, { accent: null }])
    await ada.asks(UPDATE, { input });
  const { auditLog } = await ada.asks<{ auditLog: { nodes: { action: string; detail: string; actor: object }[] } }>(
    '{ auditLog { nodes { action detail actor { id } } } }',
  );
  const told = auditLog.nodes.filter(({ action }) => action === 'SERVER_CHANGED').toReversed();
  expect(told.map(({ detail }) => detail)).toEqual(['name', 'name, colors', 'colors']);
  for (const { actor } of told) expect(actor).toEqual({ id: ada.id });
});

async function update(input: object, who: Person = administrator): Promise<unknown> {
  return (await who.asks<{ updateServer: { server: unknown } }>(UPDATE, { input })).updateServer.server;
}

/** As a visitor sees it. */
async function lookOf(where: TestServer = server): Promise<unknown> {
  return (await post<{ server: unknown }>(where.url, LOOK)).data?.server;
}

async function manifest(): Promise<Record<string, unknown>> {
  const answer = await fetch(`${server.url}/manifest.webmanifest`, { headers: { accept: '*/*' } });
  return z.record(z.string(), z.unknown()).parse(await answer.json());
}
