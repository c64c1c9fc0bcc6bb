/** Takes the number of a message that was delivered, and the frame as it came. */
export type Receive = (message: number, frame: Buffer) => void;

/** One socket of one person. The load generator of any protocol is behind this, and costs next to nothing. */
export interface Client {
  /** Resolves when the server has confirmed it, or when it has been asked for where the protocol confirms nothing. */
  subscribe(room: string, receive: Receive): Promise<void>;
  /** Goes on where another socket was cut, given the last frame that it had; resolves when what was missed has been delivered. */
  resume(room: string, last: Buffer, receive: Receive): Promise<void>;
  /** Resolves when the message has been acknowledged. */
  send(room: string, body: string): Promise<void>;
  /** The newest 50 messages, as the text that came. */
  latest(room: string): Promise<string>;
  /** The 50 messages before a place. */
  before(room: string, place: string): Promise<string>;
  /** Without a goodbye. */
  cut(): void;
}

/** How many messages the text of a page holds, without the cost of parsing it. */
export function messagesIn(page: string): number {
  return page.split('"body":"').length - 1;
}
