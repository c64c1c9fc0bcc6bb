import { createECDH } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Database, NO_LOCKS } from '../../database/index.js';
import { ADD_PUSH_KEY, PUSH_KEY } from './push.queries.js';

export interface PushKeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** By what push services know this server: made at the first start, and the same from then on. Of several servers that begin at once, all go on with the same. */
@Injectable()
export class PushKeys implements OnModuleInit {
  private pair: PushKeyPair | null = null;

  constructor(
    private readonly database: Database,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.settings.webPush) this.pair = (await this.read()) ?? (await this.make());
  }

  /** Null where this server sends no Web Push. */
  get current(): PushKeyPair | null {
    return this.pair;
  }

  private async read(): Promise<PushKeyPair | null> {
    const [pair] = await this.database.rows<PushKeyPair>(PUSH_KEY, []);
    return pair ?? null;
  }

  private async make(): Promise<PushKeyPair> {
    const curve = createECDH('prime256v1');
    const publicKey = curve.generateKeys('base64url');
    // A number that begins with zeros comes shorter than the 32 bytes that it has to have.
    const privateKey = curve.getPrivateKey('hex').padStart(64, '0');
    const values = [publicKey, Buffer.from(privateKey, 'hex').toString('base64url')];
    await this.database.write(NO_LOCKS, (tx) => tx.rows(ADD_PUSH_KEY, values));
    const pair = await this.read();
    if (!pair) throw new Error('The key for push services was not kept.');
    return pair;
  }
}
