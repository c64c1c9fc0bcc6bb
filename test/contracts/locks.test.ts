import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { Database, NO_LOCKS } from '#server/database/index.js';
import { query } from '#server/database/dialect/index.js';
import { allOf, covers, inOrder } from '#server/database/locks.js';
import { SessionEndings } from '#server/auth/index.js';
import { Unsubscribing } from '#server/notifications/email/unsubscribing.js';
import { MAX_SESSIONS } from '#server/auth/sessions/sessions.service.js';
import { newId } from '#server/runtime/index.js';
import {
  enterAsGuest,
  login,
  logout,
  refreshSession,
  register,
  signInOf,
  viewerOf,
} from '../support/people/accounts.js';
import { deletesAccount, deletesUser, isGone } from '../support/people/account-deletion.js';
import {
  aBotIn,
  comesWith,
  deletesWebhook,
  disablesBot,
  makesBot,
  makesToken,
  makesWebhook,
  postsTo,
  revokesToken,
} from '../support/people/bots.js';
import { aBotWithCommands, invokes, setsCommands, WEATHER } from '../support/people/commands.js';
import { closes, reports, reportsIn } from '../support/people/reports.js';
import {
  changesSection,
  deletesSection,
  makesSection,
  movesRooms,
  ordersRoomsBy,
} from '../support/people/arrangement.js';
import { aCast, type Cast } from '../support/people/cast.js';
import { PASSWORD, Person, type RoomAnswer, SEND } from '../support/people/person.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { acknowledges, deletesConsumer, makesConsumer } from '../support/feeds/consumer.js';
import { refusalIn } from '../support/requests/exchange.js';
import { blocks, closesDirect, opensDirect, talksWith, unblocks } from '../support/people/direct-rooms.js';
import { kindsOfHappenings } from '../support/feeds/happenings.js';
import { disables, enables, endsSessions, makesResetLink } from '../support/people/administration.js';
import { accepts, invites, revokes } from '../support/people/invitations.js';
import { setsAvatar, setsStatus, updatesProfile } from '../support/people/profiles.js';
import {
  doesNotWantToBeDisturbed,
  devicesOf,
  registers,
  removesDevice,
  testsDevice,
  usesDevice,
  wishes,
} from '../support/people/notifications.js';
import { previewsMadeOf, previewsOf, removesPreviews } from '../support/people/link-previews.js';
import { marksUnread, prefers, reads } from '../support/people/reading.js';
import { archives, bans, deletesRoom, isSwept, unarchives, unbans } from '../support/people/looking-after.js';
import { follows, marksThreadUnread, readsThread, threadOn } from '../support/people/threads.js';
import { aRoom } from '../support/people/room.js';
import { begins, givesUp, sendsPart } from '../support/files/resumable.js';
import { picture, upload } from '../support/files/uploads.js';
import {
  addressOf,
  forgets,
  hasAddress,
  removesAddress,
  resendsConfirmation,
  setsAddress,
  UNSUBSCRIBE,
  wantsEmail,
} from '../support/people/email.js';
import { adds, begins as grows, grown } from '../support/people/streaming.js';
import { MailServer } from '../support/servers/mail-server.js';
import { PushService, settingsToPush } from '../support/servers/push-service.js';
import {
  deletesWebhook as deletesOutgoingWebhook,
  makesWebhook as makesOutgoingWebhook,
  pausesWebhook,
  redelivers,
  ROTATE_SECRET,
  UPDATE_WEBHOOK,
} from '../support/people/webhooks.js';
import { aServer } from '../support/servers/server.js';
import { countIn } from '../support/servers/own-rows.js';
import { unlockedChangesDuring } from '../support/servers/touched-rows.js';
import { knowsNames, settingsToAsk, WebSite } from '../support/servers/web-site.js';

const site = await WebSite.opens();
const service = await PushService.opens();
const mail = await MailServer.opens();
const server = await aServer({ ...settingsToAsk(site), ...settingsToPush(service), ...mail.settings });
knowsNames(server, { 'push.test': ['127.0.0.1'] });

type Scene = Cast & { readonly room: RoomAnswer };

/** Each mutation, done so that it changes as much as it can. */
const MUTATIONS: Record<string, (scene: Scene) => Promise<unknown>> = {
  register: async () => signInOf(await register(server, { username: 'dora', nonce: 'a nonce that nobody guesses' })),
  createInvitation: async ({ ada, room }) => {
    await invites(ada, room);
  },
  acceptInvitation: async ({ ada, otto, room }) => {
    await accepts(otto, await invites(ada, room, { uses: 2 }));
  },
  revokeInvitation: async ({ ada, room }) => {
    await revokes(ada, await invites(ada, room));
  },
  login: async ({ ada }) => {
    // More than one may have: the oldest end.
    const columns = 'user_id, generation, refresh_hash, trades, is_used, rotated_at, expires_at, created_at';
    const many = `insert into session (id, ${columns}) select value, ${columns} from session, json_each(?) where user_id = ?`;
    const ids = JSON.stringify(Array.from({ length: MAX_SESSIONS }, newId));
    await server.app.get(Database).write({ people: [ada.id] }, (tx) => tx.rows(query(many), [ids, ada.id]));
    signInOf(await login(server, { username: ada.username, password: PASSWORD }));
  },
  enterAsGuest: async () => signInOf(await enterAsGuest(server, { nickname: 'Gus' })),
  refreshSession: async ({ otto, room }) => {
    signInOf(await refreshSession(server, { refreshToken: otto.refreshToken }));
    const guest = await Person.entersAsGuest(server, 'Gil');
    await guest.joins(room);
    const { session } = signInOf(await refreshSession(server, { refreshToken: guest.refreshToken }));
    expect(await viewerOf(server, session.accessToken)).toBe(guest.username);
    server.clock.advance({ seconds: 30 });
    // The old token once more, though the new ones are in use: the session ends, and the guest leaves.
    const { answer } = await refreshSession(server, { refreshToken: guest.refreshToken });
    expect(refusalIn(answer).code).toBe('UNAUTHENTICATED');
    expect((await kindsOfHappenings(otto, room)).at(-1)).toBe('MemberLeft');
  },
  logout: async ({ room }) => {
    const guest = await Person.entersAsGuest(server, 'Gus and Gil');
    await guest.joins(room);
    await logout(server, guest.bearer);
  },
  logoutEverywhere: async ({ cleo }) => {
    const cleos = await Person.signsIn(server, cleo.username);
    await cleos.asks('mutation { logoutEverywhere { ok } }');
  },
  revokeSession: async ({ otto }) => {
    const again = await Person.signsIn(server, otto.username);
    const { viewer } = await again.asks<{ viewer: { sessions: { id: string; isCurrent: boolean }[] } }>(
      '{ viewer { sessions { id isCurrent } } }',
    );
    const id = viewer.sessions.find(({ isCurrent }) => !isCurrent)?.id;
    await again.asks('mutation ($id: ID!) { revokeSession(input: { sessionId: $id }) { ok } }', { id });
  },
  changePassword: async ({ otto }) => {
    const again = await Person.signsIn(server, otto.username);
    const input = { currentPassword: PASSWORD, newPassword: 'another long password' };
    await again.asks(
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { session { accessToken } } }',
      { input },
    );
  },
  updateProfile: async ({ ada }) => {
    await setsAvatar(ada, await picture(60, 60).png().toBuffer());
    await setsAvatar(ada, await picture(60, 60).png().toBuffer());
    await updatesProfile(ada, { displayName: 'Ada Lovelace', about: 'Engines', timeZone: 'Europe/London' });
    await updatesProfile(ada, { removeAvatar: true });
  },
  setStatus: async ({ ada }) => setsStatus(ada, { emoji: '🌴', text: 'Away' }),
  createRoom: ({ ada }) =>
    ada.asks('mutation { createRoom(input: { name: "Bakery", nonce: "a nonce" }) { room { id } } }'),
  updateRoom: async ({ ada }) => {
    const room = await aRoom(ada);
    const guest = await Person.entersAsGuest(server, 'Gus of the room');
    await guest.joins(room);
    await ada.updates(room, { name: 'Brewery', topic: 'Beer', visibility: 'PRIVATE' });
    expect(await ada.updates(room, { visibility: 'PUBLIC' })).toMatchObject({ name: 'Brewery', memberCount: 1 });
  },
  joinRoom: async ({ ada }) => {
    const room = await aRoom(ada);
    await ada.leaves(room);
    await ada.joins(room);
  },
  leaveRoom: async ({ ada, ben }) => {
    const room = await aRoom(ada, [ben]);
    await ada.leaves(room);
    await ben.leaves(room);
  },
  addMember: async ({ ada, ben }) => ada.adds(ben, await aRoom(ada)),
  removeMember: async ({ ada, ben }) => ada.removes(ben, await aRoom(ada, [ben])),
  archiveRoom: async ({ ada }) => archives(ada, await aRoom(ada)),
  unarchiveRoom: async ({ ada }) => {
    const room = await aRoom(ada);
    await archives(ada, room);
    await unarchives(ada, room);
  },
  banMember: async ({ ada, ben }) => bans(ada, ben, await aRoom(ada, [ben]), 'Sold watches'),
  unbanMember: async ({ ada, ben }) => {
    const room = await aRoom(ada, [ben]);
    await bans(ada, ben, room);
    await unbans(ada, ben, room);
  },
  deleteRoom: async ({ ada, ben }) => {
    const room = await aRoom(ada, [ben]);
    const { id } = await upload(ben, room, 'notes.txt', 'Hello');
    const message = await ben.says(`@${ada.username}, @room: my notes`, room, { attachmentIds: [id] });
    await ada.says('Thanks', room, { threadRootId: message.id });
    await ada.reacts('👍', message);
    await ada.saves(message);
    await deletesRoom(ada, room);
    await isSwept(server);
  },
  setMemberRole: async ({ ada, ben }) => ada.makes(ben, 'OWNER', await aRoom(ada, [ben])),
  sendMessage: async ({ ada, ben, cleo, otto, room }) => {
    const { id } = await ben.says(`Hello @${ada.username} and @room`, room, { nonce: 'once' });
    await ada.says('Hello', room, { replyToId: id });
    await ada.says(`Hello yourself, @${ben.username}`, room, { threadRootId: id });
    await ben.says(`Good evening, @${cleo.username} and @${otto.username}`, room, { threadRootId: id });
  },
  editMessage: async ({ ada, ben, cleo, otto, room }) => {
    const message = await ben.says(`@${ada.username} and @room`, room);
    await ben.edits(message, `@${cleo.username}`);
    const beside = await ben.says(`@${ada.username}`, room, { threadRootId: message.id });
    await ben.edits(beside, `@${cleo.username} and @${otto.username}`);
  },
  removeLinkPreviews: async ({ ada, room }) => {
    const message = await ada.says(site.hasPage('/tea', '<title>Tea</title>'), room);
    await previewsMadeOf(ada, message);
    await removesPreviews(ada, message);
    const other = await ada.says(site.hasPage('/cake', '<title>Cake</title>'), room);
    await previewsMadeOf(ada, other);
    await ada.edits(other, 'No cake');
    await expect.poll(() => previewsOf(ada, other)).toEqual([]);
  },
  saveMessage: async ({ ada, ben, room }) => ben.saves(await ada.says('Hello', room)),
  unsaveMessage: async ({ ada, ben, room }) => {
    const message = await ada.says('Hello', room);
    await ben.saves(message);
    await ben.unsaves(message);
  },
  pinMessage: async ({ ada, ben, room }) => ben.pins(await ada.says('Hello', room)),
  unpinMessage: async ({ ada, ben, room }) => {
    const message = await ada.says('Hello', room);
    await ben.pins(message);
    await ada.unpins(message);
  },
  addReaction: async ({ ada, ben, room }) => ben.reacts('👍', await ada.says('Hello', room)),
  removeReaction: async ({ ada, ben, room }) => {
    const message = await ada.says('Hello', room);
    await ben.reacts('👍', message);
    await ben.takesBack('👍', message);
  },
  followThread: async ({ ada, ben, room }) => {
    const root = await ada.says('Lunch?', room);
    await ben.says('Soup', room, { threadRootId: root.id });
    const thread = await threadOn(ben, root);
    await follows(ben, thread, false);
    await follows(ben, thread, true);
  },
  deleteMessage: async ({ ada, ben, room }) => {
    const { id } = await upload(ben, room, 'notes.txt', 'Hello');
    const message = await ben.says(`@${ada.username}, @room: my notes`, room, { attachmentIds: [id] });
    await ada.reacts('👍', message);
    await ada.deletes(message);
    await ada.deletes(await ben.says(`@${ada.username}`, room, { threadRootId: message.id }));
  },
  uploadFile: ({ ben, room }) => upload(ben, room, 'notes.txt', 'Hello'),
  becomeAdministrator: ({ ada }) =>
    ada.asks('mutation ($code: String!) { becomeAdministrator(input: { code: $code }) { user { id } } }', {
      code: server.setupCode,
    }),
  deleteUser: async ({ ada, room }) => {
    const gus = await Person.entersAsGuest(server, 'Gus is unwelcome');
    await gus.joins(room);
    await gus.says('Buy watches', room);
    await deletesUser(ada, gus, { withMessages: true });
    await isGone(server);
  },
  deleteAccount: async ({ ada, ben, room }) => {
    const dora = await Person.registers(server, 'dora.goes');
    await dora.joins(room);
    await setsAvatar(dora, await picture(60, 60).png().toBuffer());
    const { id } = await upload(dora, room, 'notes.txt', 'Hello');
    await upload(dora, room, 'unshown.txt', 'Hello');
    const message = await dora.says(`@${ada.username}, @room: my notes`, room, { attachmentIds: [id] });
    await dora.says(`@${ben.username}`, room, { threadRootId: message.id });
    await ada.reacts('👍', message);
    await ben.saves(message);
    await dora.saves(message);
    await aRoom(dora);
    await deletesAccount(dora, { withMessages: true });
    await isGone(server);
  },
  reportMessage: async ({ ada, ben, room }) => reports(ben, await ada.says('You fools', room)),
  closeReport: async ({ ada, ben }) => {
    const [emil, fay] = [await Person.registers(server, 'emil.writes'), await Person.registers(server, 'fay.reports')];
    const adas = await aRoom(ada, [ben, emil, fay]);
    const message = await emil.says(`You fools, @${ben.username} and @room`, adas);
    for (const who of [ben, fay]) await reports(who, message);
    const [report] = (await reportsIn(ada, adas)).nodes;
    const all = ['DELETED_MESSAGE', 'WARNED_AUTHOR', 'BANNED_AUTHOR'];
    await closes(ada, { id: report?.id ?? '' }, all, 'Be kind.');
  },
  setAdministrator: ({ ada, ben }) =>
    ada.asks(
      'mutation ($id: ID!) { setAdministrator(input: { userId: $id, isAdministrator: true }) { user { id } } }',
      { id: ben.id },
    ),
  endSessions: async ({ ada, room }) => {
    const guest = await Person.entersAsGuest(server, 'Gus and his session');
    await guest.joins(room);
    await endsSessions(ada, guest);
    await endsSessions(ada, await Person.registers(server, 'dora.signed.out'));
  },
  disableAccount: async ({ ada }) => {
    const dora = await Person.registers(server, 'dora.disabled');
    await makesResetLink(ada, dora);
    await disables(ada, dora);
  },
  enableAccount: async ({ ada }) => {
    const dora = await Person.registers(server, 'dora.enabled');
    await disables(ada, dora);
    await enables(ada, dora);
  },
  createPasswordReset: async ({ ada }) => {
    const dora = await Person.registers(server, 'dora.forgetful');
    await makesResetLink(ada, dora);
    await makesResetLink(ada, dora);
  },
  resetPassword: async ({ ada }) => {
    const { token } = await makesResetLink(ada, await Person.registers(server, 'dora.remembers'));
    const input = { token, newPassword: 'another long password' };
    await ada.asks('mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { user { id } } }', {
      input,
    });
  },
  updateServer: async ({ ada }) => {
    for (const name of ['The Kitchen', 'The Bakery'])
      await ada.asks('mutation ($name: String) { updateServer(input: { name: $name }) { server { name } } }', { name });
  },
  markRead: async ({ ada, ben, room }) => reads(ada, room, (await ben.says('Read me', room)).number),
  markUnread: async ({ ada, ben, room }) => {
    const { number } = await ben.says('Read me again', room);
    await reads(ada, room, number);
    await marksUnread(ada, room, number);
    const root = await ben.says('Lunch?', room);
    await ben.says('Soup', room, { threadRootId: root.id });
    const thread = await threadOn(ada, root);
    await readsThread(ada, room, thread, 1);
    await marksThreadUnread(ada, room, thread, 1);
  },
  setRoomPreferences: async ({ cleo, ada, room }) => {
    // Once where there is no row yet, and once where there is.
    await prefers(ada, room, { isMuted: true });
    const cleos = await Person.signsIn(server, cleo.username);
    await prefers(cleos, await aRoom(cleos), { isFavourite: true });
  },
  setRoomOrder: async ({ ada }) => {
    await ordersRoomsBy(ada, 'OWN');
    await ordersRoomsBy(ada, 'NAME');
  },
  createRoomSection: ({ ada }) => makesSection(ada, 'Work'),
  updateRoomSection: async ({ ada }) => {
    const id = await makesSection(ada, 'Home');
    await changesSection(ada, id, { name: 'At home', place: 0 });
  },
  deleteRoomSection: async ({ ada, room }) => {
    const id = await makesSection(ada, 'Clubs');
    await movesRooms(ada, [room], id);
    await deletesSection(ada, id);
  },
  moveRooms: async ({ ada, room }) => {
    await prefers(ada, room, { isFavourite: true });
    await movesRooms(ada, [room, await aRoom(ada)], await makesSection(ada, 'Rooms'));
  },
  openDirectRoom: async ({ ada, ben, cleo }) => {
    const room = await talksWith(ada, [ben]);
    await closesDirect(ada, room);
    await opensDirect(ada, [ben]);
    await ada.says('Hello', await opensDirect(ada, [ben, cleo]));
  },
  closeDirectRoom: async ({ ada, ben }) => closesDirect(ada, await talksWith(ada, [ben])),
  blockUser: async ({ ada, ben, room }) => {
    const root = await ada.says('Lunch?', room);
    await ben.says('Soup', room, { threadRootId: root.id });
    await blocks(ada, ben);
  },
  unblockUser: async ({ ada, ben }) => unblocks(ada, ben),
  setDoNotDisturb: ({ ada }) => doesNotWantToBeDisturbed(ada, new Date(server.clock.now().getTime() + 60_000)),
  setNotificationSettings: async ({ ada }) => {
    await wishes(ada, { keywords: ['tea', 'soup'], showsText: true });
    await wishes(ada, { keywords: ['coffee'] });
  },
  registerPushSubscription: async ({ ada, ben, room }) => {
    const browser = service.browser();
    await registers(ada, browser);
    await registers(ben, browser);
    await registers(ben, browser, 'Another name');
    browser.willAnswer(201, 410);
    for (let count = 1; count <= 2; count += 1) {
      await ada.says(`@${ben.username}`, room);
      await browser.hears(count);
    }
    await expect.poll(() => devicesOf(ben)).toEqual([]);
  },
  testPushSubscription: async ({ ben }) => testsDevice(ben, await registers(ben, service.browser())),
  removePushSubscription: async ({ ben }) => removesDevice(ben, await registers(ben, service.browser())),
  setActive: ({ ben }) => usesDevice(ben),
  setEmailAddress: async ({ ada }) => setsAddress(ada, addressOf(ada)),
  resendEmailConfirmation: async ({ ada }) => resendsConfirmation(ada),
  confirmEmailAddress: ({ ben }) => hasAddress(ben, mail),
  setEmailNotifications: async ({ ben }) => {
    await wantsEmail(ben, { digest: true });
    await wantsEmail(ben, { digest: false, missedMessages: true });
  },
  requestPasswordReset: async ({ ben }) => {
    mail.refuses(addressOf(ben), 550);
    await forgets(server, ben.username);
    await expect.poll(() => countIn(server, 'mail', { status: 'REFUSED' })).toBe(1);
    mail.refuses(addressOf(ben), null);
    await hasAddress(ben, mail);
  },
  unsubscribe: async ({ ben }) => {
    const link = server.app.get(Unsubscribing).link('m', ben.id, addressOf(ben));
    await ben.asks(UNSUBSCRIBE, { token: link?.url.split('/').at(-1) });
  },
  removeEmailAddress: ({ ben }) => removesAddress(ben),
  acknowledge: async ({ ada, ben, room }) => {
    await makesConsumer(ben, 'echo');
    await ada.says('Hello', room);
    await acknowledges(ben, 'echo', { cursor: await feedCursorOf(ben) });
  },
  deleteConsumer: async ({ ben }) => {
    await makesConsumer(ben, 'echo');
    await makesConsumer(ben, 'echo', { filter: { types: [] } });
    await deletesConsumer(ben, 'echo');
  },
  createBot: async ({ ada }) => makesBot(ada),
  setCommands: async ({ ada, room }) => setsCommands((await aBotWithCommands(ada, [room])).itself, [WEATHER]),
  invokeCommand: async ({ ada, ben, room }) => {
    const bot = await aBotWithCommands(ada, [room]);
    const interactionId = await invokes(ben, bot, room, { nonce: 'once' });
    await invokes(ben, bot, room, { nonce: 'once' });
    await bot.itself.asks(SEND, { input: { roomId: room.id, body: 'Rain', interactionId } });
  },
  createBotToken: async ({ ada }) => makesToken(ada, await makesBot(ada)),
  revokeBotToken: async ({ ada }) => revokesToken(ada, await makesToken(ada, await makesBot(ada))),
  disableBot: async ({ ada, ben }) => {
    const bens = await aRoom(ben, [ada]);
    const bot = await makesBot(ada);
    await ben.adds({ id: bot.user.id }, bens);
    await comesWith(server, bot, await makesToken(ada, bot)).says('Hello', bens);
    await ben.makes(ada, 'MODERATOR', bens);
    await ben.makes({ id: bot.user.id }, 'MODERATOR', bens);
    await ben.makes(ada, 'MEMBER', bens);
    await ben.removes(ada, bens);
    await disablesBot(ada, bot);
  },
  createIncomingWebhook: async ({ ada }) =>
    postsTo(server, await makesWebhook(ada, await aRoom(ada)), { text: 'Hello' }),
  createWebhook: async ({ ada }) => makesOutgoingWebhook(ada, await makesBot(ada), 'https://192.0.43.8'),
  updateWebhook: async ({ ada }) => {
    const { id } = await makesOutgoingWebhook(ada, await makesBot(ada), 'https://192.0.43.8');
    await ada.asks(UPDATE_WEBHOOK, { input: { webhookId: id, selection: '{ id }' } });
  },
  rotateWebhookSecret: async ({ ada }) => {
    const { id } = await makesOutgoingWebhook(ada, await makesBot(ada), 'https://192.0.43.8');
    await ada.asks(ROTATE_SECRET, { id });
  },
  pauseWebhook: async ({ ada }) => {
    const hook = await makesOutgoingWebhook(ada, await makesBot(ada), 'https://192.0.43.8');
    await pausesWebhook(ada, hook);
    await pausesWebhook(ada, hook, false);
  },
  deleteWebhook: async ({ ada }) =>
    deletesOutgoingWebhook(ada, await makesOutgoingWebhook(ada, await makesBot(ada), 'https://192.0.43.8')),
  redeliver: async ({ ada }) => {
    const hook = await makesOutgoingWebhook(ada, await makesBot(ada), 'https://192.0.43.8');
    await redelivers(ada, hook);
    await redelivers(ada, hook, [hook.id]);
  },
  deleteIncomingWebhook: async ({ ada }) => deletesWebhook(ada, await makesWebhook(ada, await aRoom(ada))),
  streamMessage: async ({ ada, ben, room }) => {
    const bot = await aBotIn(ada, room);
    const message = await grows(bot, room);
    await adds(bot, message, `For @${ben.username}`, { isDone: true });
  },
  setTyping: ({ ben, room }) =>
    ben.asks('mutation ($id: ID!) { setTyping(input: { roomId: $id }) { ok } }', { id: room.id }),
};

it('every mutation locks the rooms, people and sessions that it changes', async () => {
  const mutations = buildSchema(readFileSync('schema.graphql', 'utf8')).getMutationType()?.getFields() ?? {};
  expect(Object.keys(MUTATIONS).toSorted()).toEqual(Object.keys(mutations).toSorted());
  const cast = await aCast(server);
  const scene = { ...cast, room: await aRoom(cast.ada, [cast.ben, cast.cleo, cast.otto]) };
  for (const [name, mutation] of Object.entries(MUTATIONS))
    expect(await unlockedChangesDuring(server, () => mutation(scene)), name).toEqual([]);
});

it('so does the end of a session that has run out, where a guest leaves with it', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  const guest = await Person.entersAsGuest(server, 'Gus is gone');
  await guest.joins(room);
  server.clock.advance({ days: 40 });
  expect(await unlockedChangesDuring(server, () => server.app.get(SessionEndings).endExpired())).toEqual([]);
});

it('what comes in by parts locks what it changes, too', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  const unlocked = await unlockedChangesDuring(server, async () => {
    const address = await begins(ada, room, { length: 10 });
    await sendsPart(ada, address, 0, 'Hello');
    expect(await sendsPart(ada, address, 5, ' you!')).toMatchObject({ status: 204 });
    await givesUp(ada, await begins(ada, room, { length: 10 }));
  });
  expect(unlocked).toEqual([]);
});

it('what is put on the disk of a message that grows, and what it breaks off with, has its locks, too', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const bot = await aBotIn(ada, room);
  const unlocked = await unlockedChangesDuring(server, async () => {
    const message = await grows(bot, room);
    await adds(bot, message, `For @${ben.username}`);
    await expect.poll(async () => (await grown(ada, message)).body).not.toBe('');
    server.clock.advance({ seconds: 31 });
    await expect.poll(async () => (await grown(ada, message)).isBrokenOff).toBe(true);
  });
  expect(unlocked).toEqual([]);
});

it('would tell of a change without its locks', async () => {
  const rename = 'update room set topic = topic';
  await aRoom((await aCast(server)).ada);
  const database = server.app.get(Database);
  expect(
    await unlockedChangesDuring(server, () => database.write(NO_LOCKS, (tx) => tx.rows(query(rename), []))),
  ).toContain('rooms');
});

it('only what carries its own conditions locks nothing', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const users = sources.filter((file) => /\bNO_LOCKS\b/.test(readFileSync(join('src', file), 'utf8')));
  expect(users.toSorted()).toEqual([
    'audit/audit-log.ts', // adds an entry
    'auth/account/invited-newcomers.ts', // nobody was invited: what is made is new
    'auth/sessions/session-endings.ts', // there is no such session
    'auth/sign-in.ts', // makes an account, which nobody knows yet; its names are the indexes' to give
    'database/index.ts',
    'database/locks.ts',
    'files/avatars/avatars.ts', // forgets what it has removed, which nobody shows again
    'files/byte-removal.ts', // forgets what it has removed
    'files/files.sweep.ts', // removes what no message shows at the moment of the removal
    'files/preview-pictures/unused-pictures.ts', // forgets what it has removed, which nobody shows again
    'files/resumable/resumable-uploads.ts', // gives up what is not stored at the moment of the removal
    'files/resumable/unfinished-uploads.ts', // removes what is too old, or whose owner or room is gone
    'link-previews/preview-queue.ts', // counts an attempt, where one is still wanted
    'log/cursors.ts', // names the log, unless it has a name
    'mail/mail-sending.ts', // counts an attempt, where one is still wanted
    'mail/old-mail.sweep.ts', // removes what was settled long ago
    'notifications/calls/new-notifications.ts', // adds what is not there yet, and takes what is due
    'notifications/email/missed-messages-mail.ts', // keeps why something is not told, where it still waits
    'notifications/notification-remains.ts', // removes what was decided and sent, which nothing is decided by
    'notifications/old-notifications.sweep.ts', // the same
    'notifications/push/push-keys.ts', // makes the key, unless there is one
    'notifications/push/push-sending.ts', // counts and keeps an attempt, where one is still wanted
    'reactors/reactor-run.ts', // writes down its own place
    'search/search-backfill.ts', // reads what it indexes in the transaction that indexes it
    'webhooks/delivery-log.ts', // adds what is to be sent by a webhook that is there
    'webhooks/delivery-sending.ts', // keeps what became of an attempt, where one was still wanted
    'webhooks/removed-webhooks.ts', // removes what was settled long ago, or whose bot is gone
  ]);
});

it('locks are taken in one order, whoever names them', () => {
  const [a, b] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
  const locks = { sessions: [a], rooms: [b, a, b, 'no id'], house: ['files', 'administrators'] as const, people: [b] };
  expect(inOrder(locks).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'house administrators',
    'house files',
    `people ${b}`,
    `rooms ${a}`,
    `rooms ${b}`,
    `sessions ${a}`,
  ]);
  const both = allOf([{ rooms: [b] }, { people: [a] }, { rooms: [a] }]);
  expect(covers(both, { rooms: [a, b], people: [a] })).toBe(true);
  expect(covers(both, { rooms: [a], sessions: [a] })).toBe(false);
});

it('where only a read tells what to lock, what has come since is locked before the change runs', async () => {
  const { ada } = await aCast(server);
  const rooms = [await aRoom(ada), await aRoom(ada)].map(({ id }) => id);
  let reads = 0;
  let runs = 0;
  const find = () => Promise.resolve({ rooms: rooms.slice(0, (reads += 1)) });
  const change = () => Promise.resolve((runs += 1));
  expect(await server.app.get(Database).write(find, change)).toBe(1);
  expect([reads, runs]).toEqual([3, 1]);
});
