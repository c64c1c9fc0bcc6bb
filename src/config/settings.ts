import { z } from 'zod';

/** A pebibyte: beyond what one machine holds. */
const MAX_BYTES = 1_125_899_906_842_624;

/** Every setting: its variable, what it means in a sentence, and how its text is read. The order is that of .env.example. */
export const SETTINGS = {
  port: setting('PORT', 'The port where the server listens; 0 takes a free one.', integer(0, 65_535), '3000'),
  host: setting('HOST', 'The address where the server listens.', z.string().min(1), '0.0.0.0'),
  publicUrl: setting(
    'PUBLIC_URL',
    'The address that people use, where a proxy stands before the server; decides Secure cookies and which Origin is its own.',
    optional(origin()),
  ),
  serverName: setting(
    'SERVER_NAME',
    'What this server is called until an administrator gives it another name; up to 60 characters.',
    z.string().trim().min(1).max(60),
    'Tertulia',
  ),
  allowedOrigins: setting(
    'ALLOWED_ORIGINS',
    'Other origins that may open sockets and call by CORS, without cookies; separated by commas.',
    list(origin()),
  ),
  trustProxy: setting(
    'TRUST_PROXY',
    'How many hops of X-Forwarded-For count; off where no proxy stands before the server.',
    z.union([z.literal('off').transform(() => 0), integer(1, 10)], 'must be off or a number of hops from 1 to 10'),
    'off',
  ),
  databaseUrl: setting(
    'DATABASE_URL',
    'Where the data is kept: sqlite:PATH. Made and migrated at start.',
    z.string().regex(/^sqlite:.+$/, 'must be sqlite:PATH'),
    'sqlite:data/tertulia.db',
  ),
  uploadsDir: setting('UPLOADS_DIR', 'The folder where uploaded files are kept.', z.string().min(1), 'uploads'),
  uploadMaxBytes: setting('UPLOAD_MAX_BYTES', 'The largest file, in bytes.', integer(1, 2_147_483_647), '16777216'),
  uploadQuotaPerPerson: setting(
    'UPLOAD_QUOTA_PER_PERSON',
    'How many bytes of files one person may keep here; what they delete makes room again.',
    integer(1, MAX_BYTES),
    '2147483648',
  ),
  uploadQuota: setting(
    'UPLOAD_QUOTA',
    'How many bytes of files all together may keep here.',
    integer(1, MAX_BYTES),
    '53687091200',
  ),
  uploadTypes: setting(
    'UPLOAD_TYPES',
    'The media types that are accepted, as found in the bytes; separated by commas, such as image/*,application/pdf.',
    list(
      z.string().regex(/^(\*\/\*|[\w.+-]+\/(\*|[\w.+-]+))$/, 'must be media types such as image/png, image/* or */*'),
    ),
    '*/*',
  ),
  messagesKeptDays: setting(
    'MESSAGES_KEPT_DAYS',
    'After how many days messages are deleted, with their files; off keeps them for ever. Owners may keep those of their rooms for less.',
    z.union(
      [z.literal('off').transform(() => null), integer(1, 36_500)],
      'must be off or a number of days from 1 to 36500',
    ),
    'off',
  ),
  jwtSecret: setting(
    'JWT_SECRET',
    'Signs access tokens; at least 32 characters. Made at first start and kept beside the database when not set.',
    optional(z.string().min(32, 'must have at least 32 characters')),
  ),
  guests: setting('GUESTS', 'Whether people may enter with only a nickname: on or off.', onOff(), 'on'),
  registration: setting('REGISTRATION', 'Whether people may create accounts: on or off.', onOff(), 'on'),
  playground: setting('PLAYGROUND', 'Whether the playground and introspection are served: on or off.', onOff(), 'on'),
  rateLimits: setting(
    'RATE_LIMITS',
    'Limits on how fast one caller may act: on; off for load tests alone.',
    onOff(),
    'on',
  ),
  linkPreviews: setting(
    'LINK_PREVIEWS',
    'Whether the server asks the pages that messages link to for previews: on or off.',
    onOff(),
    'on',
  ),
  linkPreviewPorts: setting(
    'LINK_PREVIEW_PORTS',
    'The ports where pages are asked for previews, separated by commas.',
    list(port()),
    '80,443',
  ),
  linkPreviewHosts: setting(
    'LINK_PREVIEW_HOSTS',
    'Hosts of your own network that may be asked for previews, such as wiki.internal; all others have to be at public addresses. Separated by commas.',
    list(host()),
  ),
  webhookPorts: setting(
    'WEBHOOK_PORTS',
    'The ports where webhooks may post events to, separated by commas.',
    list(port()),
    '443,8443',
  ),
  webhookHosts: setting(
    'WEBHOOK_HOSTS',
    'Hosts of your own network that webhooks may post to, such as ci.internal, also without TLS; all others have to be at public addresses, by https. Separated by commas.',
    list(host()),
  ),
  webPush: setting(
    'WEB_PUSH',
    'Whether people can be notified on devices where the client is closed, by the push services of their browsers: on or off.',
    onOff(),
    'on',
  ),
  webPushContact: setting(
    'WEB_PUSH_CONTACT',
    'Where push services reach whoever runs this server, such as mailto:admin@example.org or an https address; PUBLIC_URL where not set.',
    optional(contact()),
  ),
  webPushPorts: setting(
    'WEB_PUSH_PORTS',
    'The ports where push services are asked, separated by commas.',
    list(port()),
    '443',
  ),
  webPushHosts: setting(
    'WEB_PUSH_HOSTS',
    'Push services of your own network, such as push.internal; all others have to be at public addresses. Separated by commas.',
    list(host()),
  ),
  mailUrl: setting(
    'MAIL_URL',
    'The server that takes e-mail, as smtp://USER:PASSWORD@HOST:587, or smtps:// for TLS from the start. No e-mail is sent where not set; needs MAIL_FROM and PUBLIC_URL.',
    optional(mailUrl()),
  ),
  mailFrom: setting(
    'MAIL_FROM',
    'Who e-mail is from: an address, or a name and an address such as Tertulia <chat@example.org>.',
    optional(mailbox()),
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'How much is logged: error, warn, info or debug.',
    z.enum(['error', 'warn', 'info', 'debug'], 'must be error, warn, info or debug'),
    'info',
  ),
} as const;

export type Settings = { readonly [K in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[K]['schema']> };

/** The settings make no sense: one line for each mistake. */
export class InvalidSettings extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'InvalidSettings';
  }
}

/** Reads every setting once, and tells all mistakes together. A variable that is empty counts as not set. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const mistakes: string[] = [];
  const values = Object.entries(SETTINGS).map(([key, { name, fallback, schema }]) => {
    const text = environment[name]?.trim();
    const result = schema.safeParse(text === undefined || text === '' ? fallback : text);
    if (!result.success) mistakes.push(`${name} ${result.error.issues[0]?.message ?? 'makes no sense'}.`);
    return [key, result.data] as const;
  });
  if (mistakes.length > 0) throw new InvalidSettings(mistakes);
  // Each value came out of its own schema just above, which the compiler cannot follow through entries.
  const settings = Object.fromEntries(values) as Settings;
  const missing = missingForMail(settings);
  if (missing.length > 0) throw new InvalidSettings(missing);
  return settings;
}

/** Without them no e-mail has a sender, and no link in it leads anywhere. */
function missingForMail({ mailUrl, mailFrom, publicUrl }: Settings): string[] {
  if (mailUrl === undefined) return [];
  return [
    ...(mailFrom === undefined ? ['MAIL_FROM has to be set where MAIL_URL is: e-mail needs a sender.'] : []),
    ...(publicUrl === undefined ? ['PUBLIC_URL has to be set where MAIL_URL is: links in e-mail lead there.'] : []),
  ];
}

function setting<S extends z.ZodType>(name: string, sentence: string, schema: S, fallback?: string) {
  return { name, sentence, schema, fallback };
}

function integer(min: number, max: number) {
  const sentence = `must be a whole number from ${String(min)} to ${String(max)}`;
  return z
    .string()
    .regex(/^\d{1,16}$/, sentence)
    .transform(Number)
    .pipe(z.number(sentence).min(min, sentence).max(max, sentence));
}

function onOff() {
  return z.enum(['on', 'off'], 'must be on or off').transform((value) => value === 'on');
}

function origin() {
  const sentence = 'must be an http or https address without a path, such as https://chat.example.org';
  return z
    .string()
    .refine((text) => {
      const url = URL.parse(text);
      return (
        url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === ''
      );
    }, sentence)
    .transform((text) => new URL(text).origin);
}

function contact() {
  const sentence = 'must be an address with mailto: or https:, such as mailto:admin@example.org';
  return z.string().regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, sentence);
}

function mailUrl() {
  const sentence = 'must be an address with smtp: or smtps:, such as smtp://user:password@mail.example.org:587';
  return z.string().refine((text) => {
    const url = URL.parse(text);
    return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && /^\/?$/.test(url.pathname);
  }, sentence);
}

/** A sender: its name, which may be empty, and its address. */
function mailbox() {
  const sentence = 'must be an address such as chat@example.org, or Tertulia <chat@example.org>';
  return z
    .string()
    .regex(/^(?:[^\p{Cc}<>"]* <[^\s\p{Cc}<>@",]+@[^\s\p{Cc}<>@",]+>|[^\s\p{Cc}<>@",]+@[^\s\p{Cc}<>@",]+)$/u, sentence)
    .transform((text) => {
      const [, name = '', address = text] = /^(.*?) ?<(.+)>$/.exec(text) ?? [];
      return { name: name.trim(), address };
    });
}

function port() {
  const sentence = 'must be numbers of ports from 1 to 65535';
  return z
    .string()
    .regex(/^\d{1,5}$/, sentence)
    .refine((text) => Number(text) >= 1 && Number(text) <= 65_535, sentence);
}

/** As it stands in an address that was parsed: there each host has one spelling. */
function host() {
  const sentence = 'must be names or addresses without ports, such as wiki.internal, 10.0.0.5 or [fd00::5]';
  return z
    .string()
    .refine((text) => {
      const url = URL.parse(`http://${text}/`);
      return url !== null && url.port === '' && url.username === '' && url.pathname === '/' && !/[/?#@\\]/.test(text);
    }, sentence)
    .transform((text) => new URL(`http://${text}/`).hostname);
}

function list<S extends z.ZodType<string, string>>(item: S) {
  return z
    .string()
    .optional()
    .transform((text) =>
      (text ?? '')
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item));
}

function optional<S extends z.ZodType>(schema: S) {
  return schema.optional();
}
