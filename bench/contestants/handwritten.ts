import { RawClient } from '../clients/raw-client.js';
import type { Contestant } from './contestant.js';
import { onRawStore } from './on-raw-store.js';

const RAW = new URL('../servers/raw/main.js', import.meta.url);
const BATCHED = new URL('../servers/batched/main.js', import.meta.url);

export const raw = handwritten('raw', RAW, 'OFF');
export const rawSynced = handwritten('raw synced', RAW, 'FULL');
export const batched = handwritten('batched', BATCHED, 'OFF');
export const batchedSynced = handwritten('batched synced', BATCHED, 'FULL');

function handwritten(name: string, script: URL, synchronous: 'OFF' | 'FULL'): Contestant {
  return onRawStore({ name, script, synchronous, connect: (url, person) => RawClient.connect(url, person) });
}
