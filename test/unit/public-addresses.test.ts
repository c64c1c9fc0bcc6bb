import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isPublicAddress } from '#server/outgoing/public-address.js';
import '../support/chance/seed.js';

/** One address of each of the networks that the IANA's registries set apart, and of those that hide another address. */
const NOT_PUBLIC = [
  ...['0.0.0.0', '0.255.255.255'],
  ...['10.0.0.0', '10.255.255.255'],
  ...['100.64.0.0', '100.100.100.200', '100.127.255.255'],
  ...['127.0.0.1', '127.255.255.254'],
  '168.63.129.16',
  ...['169.254.0.1', '169.254.169.254', '169.254.255.255'],
  ...['172.16.0.1', '172.31.255.255'],
  ...['192.0.0.0', '192.0.0.192', '192.0.2.7', '192.88.99.1', '192.168.0.1', '192.168.255.255'],
  ...['198.18.0.1', '198.19.255.255', '198.51.100.3', '203.0.113.9'],
  ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::7f00:1', '::8.8.8.8'],
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::ffff:0:8.8.8.8'],
  ...['64:ff9b::127.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b::10.0.0.1', '64:ff9b:1::8.8.8.8'],
  ...['100::1', '2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:10::1', '2001:20::1', '2001:db8::1'],
  ...['2002:7f00:1::', '2002:808:808::1', '3fff::1'],
  ...['5f00::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', 'ff0e::1'],
  ...['2606:4700::1111%eth0', '', 'localhost', '8.8.8', '08.8.8.8', '[2606:4700::1111]'],
];

const PUBLIC = [
  ...['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.1', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
  ...['128.0.0.1', '168.63.129.15', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0'],
  ...['192.0.1.0', '192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255'],
  ...['2606:4700:4700::1111', '2a00:1450:4001::1', '2003::1', '2001:200::1', '2620:fe::fe'],
  ...['64:ff9b::8.8.8.8', '64:ff9b::808:808'],
];

it.each(NOT_PUBLIC)('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each(PUBLIC)('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

describe('of this machine', () => {
  it('no address is public', () => {
    const own = Object.values(os.networkInterfaces()).flatMap((interfaces) => interfaces ?? []);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ address }) => isPublicAddress(address))).toEqual([]);
  });

  it('not even one by which the whole world reaches it', () => {
    const address = '93.184.216.34';
    expect(isPublicAddress(address)).toBe(true);
    const own = { address, netmask: '255.255.255.0', family: 'IPv4', mac: '', internal: false, cidr: null } as const;
    const heard = vi.spyOn(os, 'networkInterfaces').mockReturnValue({ eth0: [own] });
    syncBuiltinESMExports();
    expect(isPublicAddress(address)).toBe(false);
    heard.mockRestore();
    syncBuiltinESMExports();
  });
});

describe('by chance', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));

  it('an address behind a translator is as public as the one within', () => {
    fc.assert(
      fc.property(byte, byte, byte, byte, (...bytes) => {
        const address = bytes.join('.');
        expect(isPublicAddress(`64:ff9b::${address}`)).toBe(isPublicAddress(address));
      }),
    );
  });

  it('nothing outside of 2000::/3 is public but what is translated', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        const address = groups.join(':');
        const first = parseInt(groups[0] ?? '', 16);
        if (first >> 13 !== 1 && !address.startsWith('64:ff9b:')) expect(isPublicAddress(address)).toBe(false);
      }),
    );
  });
});
