import type { Command } from '../command.js';
import { botCreate, botDisable, botList } from './bots.js';
import { login, logout } from './session.js';
import { rooms, search, send, tail } from './talking.js';
import { tokenCreate, tokenRevoke } from './tokens.js';
import { webhookCreate, webhookDelete } from './webhooks.js';

export const COMMANDS: readonly Command[] = [
  login,
  logout,
  rooms,
  send,
  tail,
  search,
  botList,
  botCreate,
  botDisable,
  tokenCreate,
  tokenRevoke,
  webhookCreate,
  webhookDelete,
];
