import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { InvalidSettings, readSettings, SETTINGS } from '#server/config/index.js';

describe('the settings', () => {
  it('have a default each where nothing is set, or something empty', () => {
    const expected = {
      port: 3000,
      host: '0.0.0.0',
      publicUrl: undefined,
      serverName: 'Tertulia',
      allowedOrigins: [],
      trustProxy: 0,
      databaseUrl: 'sqlite:data/tertulia.db',
      uploadsDir: 'uploads',
      uploadMaxBytes: 16_777_216,
      uploadQuotaPerPerson: 2_147_483_648,
      uploadQuota: 53_687_091_200,
      uploadTypes: ['*/*'],
      messagesKeptDays: null,
      jwtSecret: undefined,
      guests: true,
      registration: true,
      playground: true,
      rateLimits: true,
      linkPreviews: true,
      linkPreviewPorts: ['80', '443'],
      linkPreviewHosts: [],
      webhookPorts: ['443', '8443'],
      webhookHosts: [],
      webPush: true,
      webPushContact: undefined,
      webPushPorts: ['443'],
      webPushHosts: [],
      mailUrl: undefined,
      mailFrom: undefined,
      logLevel: 'info',
    };
    expect(readSettings({})).toEqual(expected);
    expect(readSettings({ PORT: '', PUBLIC_URL: ' ', JWT_SECRET: '' })).toEqual(expected);
  });

  it('keep files in a folder that stands in every clone', async () => {
    const { uploadsDir } = readSettings({});
    expect(await readdir(new URL(`../../${uploadsDir}`, import.meta.url))).toContain('.gitkeep');
  });

  it('are read from their variables', () => {
    const settings = readSettings({
      PORT: '0',
      PUBLIC_URL: 'https://chat.example.org/',
      ALLOWED_ORIGINS: 'https://one.example.org, http://localhost:4200',
      TRUST_PROXY: '2',
      UPLOAD_TYPES: 'image/*,application/pdf',
      GUESTS: 'off',
    });
    expect(settings).toMatchObject({
      port: 0,
      publicUrl: 'https://chat.example.org',
      allowedOrigins: ['https://one.example.org', 'http://localhost:4200'],
      trustProxy: 2,
      uploadTypes: ['image/*', 'application/pdf'],
      guests: false,
    });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'chat.example.org'],
    ['PUBLIC_URL', 'https://example.org/chat'],
    ['ALLOWED_ORIGINS', 'https://one.example.org,*'],
    ['TRUST_PROXY', 'on'],
    ['TRUST_PROXY', '0.5'],
    ['DATABASE_URL', 'tertulia.db'],
    ['UPLOAD_MAX_BYTES', '0'],
    ['UPLOAD_MAX_BYTES', '16MB'],
    ['UPLOAD_QUOTA', '0'],
    ['UPLOAD_QUOTA_PER_PERSON', '2GB'],
    ['UPLOAD_TYPES', 'pictures'],
    ['JWT_SECRET', 'too short'],
    ['GUESTS', 'yes'],
    ['LINK_PREVIEWS', 'yes'],
    ['LINK_PREVIEW_PORTS', '80,http'],
    ['LINK_PREVIEW_PORTS', '70000'],
    ['LINK_PREVIEW_HOSTS', 'wiki.internal:8080'],
    ['LINK_PREVIEW_HOSTS', 'http://wiki.internal'],
    ['LINK_PREVIEW_HOSTS', 'ada@wiki.internal'],
    ['WEB_PUSH', 'yes'],
    ['WEB_PUSH_CONTACT', 'admin@example.org'],
    ['WEB_PUSH_CONTACT', 'http://example.org'],
    ['WEB_PUSH_PORTS', 'https'],
    ['WEB_PUSH_HOSTS', 'push.internal:8443'],
    ['MAIL_URL', 'mail.example.org'],
    ['MAIL_URL', 'https://mail.example.org'],
    ['MAIL_URL', 'smtp://'],
    ['MAIL_URL', 'smtp://mail.example.org/inbox'],
    ['MAIL_FROM', 'Tertulia'],
    ['MAIL_FROM', 'Tertulia <chat@example.org>, b@example.org'],
    ['MAIL_FROM', 'Tertulia <chat@example.org'],
    ['LOG_LEVEL', 'loud'],
  ])('do not take %s=%s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(InvalidSettings);
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} must [^\\n]+\\.$`));
  });
});

describe('e-mail', () => {
  const whole = { MAIL_URL: 'smtps://ada:pass%40word@mail.example.org', PUBLIC_URL: 'https://chat.example.org' };

  it('has a sender with or without a name', () => {
    expect(readSettings({ ...whole, MAIL_FROM: 'chat@example.org' }).mailFrom).toEqual({
      name: '',
      address: 'chat@example.org',
    });
    expect(readSettings({ ...whole, MAIL_FROM: 'The Tertulia, of Ünal <chat@example.org>' }).mailFrom).toEqual({
      name: 'The Tertulia, of Ünal',
      address: 'chat@example.org',
    });
  });

  it('needs a sender, and an address of the server for its links', () => {
    expect(() => readSettings({ MAIL_URL: whole.MAIL_URL })).toThrow(
      'MAIL_FROM has to be set where MAIL_URL is: e-mail needs a sender.\nPUBLIC_URL has to be set where MAIL_URL is: links in e-mail lead there.',
    );
    expect(() => readSettings(whole)).toThrow(/^MAIL_FROM has to be set/);
  });
});

describe('.env.example', () => {
  it('has every setting once, in order, with its sentence and its default, and no other', async () => {
    const example = await readFile('.env.example', 'utf8');
    const entries = [...example.matchAll(/^# (.+)\n# ?([A-Z_]+)=(.*)$/gm)].map(([, sentence, name, value]) => ({
      name,
      sentence,
      value,
    }));
    expect(entries).toEqual(
      Object.values(SETTINGS).map(({ name, sentence, fallback }) => ({ name, sentence, value: fallback ?? '' })),
    );
    expect(example.match(/^#? ?[A-Z_]+=/gm)).toHaveLength(entries.length);
  });

  it('changes nothing when it is taken as it is', async () => {
    const example = await readFile('.env.example', 'utf8');
    const set = example.split('\n').filter((line) => /^\w/.test(line));
    expect(set.filter((line) => !line.startsWith('#'))).toEqual([]);
  });
});
