/** Addresses that a feed must not reach unless it says so: this machine, its network, and what is set aside. */
import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { FeedError } from './feed.ts';

const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits);

// All of IPv6 that is routed is 2000::/3; what tunnels IPv4 inside it is left out too.
const PUBLIC_V6 = new BlockList();
PUBLIC_V6.addSubnet('2000::', 3, 'ipv6');
const TUNNELS = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  TUNNELS.addSubnet(net, bits, 'ipv6');

/** Whether an IP address is not one of the public internet. An IPv4 inside an IPv6 is not. */
export function isPrivateAddress(address: string): boolean {
  if (isIP(address) === 4) return PRIVATE.check(address);
  const [plain = ''] = address.split('%', 1);
  return !PUBLIC_V6.check(plain, 'ipv6') || TUNNELS.check(plain, 'ipv6');
}

/** Resolves a name for a connection and refuses it where any of its addresses is private: what is checked is connected to. */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return done(error, []);
    if (addresses.some(({ address }) => isPrivateAddress(address))) return done(refused(hostname), []);
    const [first] = addresses;
    if (options.all === true || first === undefined) return done(null, addresses satisfies LookupAddress[]);
    done(null, first.address, first.family);
  });
};

/** @throws FeedError where a host is written as a private address: such a one is never looked up. */
export function refusePrivateLiteral(hostname: string): void {
  const literal = hostname.replaceAll(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && isPrivateAddress(literal)) throw refused(literal);
}

function refused(host: string): FeedError {
  return new FeedError(
    `${host} is a private address; a feed that may go there says "allowPrivate": true in the feeds file`,
  );
}
