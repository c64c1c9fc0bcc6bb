import type { MessageJson as Message } from '../raw/protocol.js';

export interface FromClient {
  subscribe: (room: string, callback: () => void) => void;
  send: (room: string, body: string, callback: (sent: { id: string; number: number }) => void) => void;
  latest: (room: string, callback: (messages: Message[]) => void) => void;
  before: (room: string, number: number, callback: (messages: Message[]) => void) => void;
}

export interface ToClient {
  message: (message: Message) => void;
}
