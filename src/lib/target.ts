import ipaddr from 'ipaddr.js';

/** All that is handed out to the internet so far. What lies outside may be IPv4 in disguise. */
const globalIpv6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether anybody on the internet can reach it; not so loopback, private, link-local, reserved, translated ones. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv6 && !address.match(globalIpv6)) return false;
  return address.range() === 'unicast';
}

const maxLength = 2_000;

/**
 * Why nothing may be sent to this URL; null if it may. A name is only judged by itself here: what it resolves to is
 * judged when it is connected to, since it may resolve to something else by then.
 */
export function objectionTo(url: string, allowPrivate: boolean): string | null {
  if (url.length > maxLength) return `Expected up to ${maxLength} characters.`;
  if (!URL.canParse(url)) return `Expected a URL such as "https://example.com/coupons", but got "${url}".`;
  // The URL's own parser has made 127.1, 0x7f000001 and the like plain by now.
  const { protocol, hostname, username, password } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return 'Expected a URL that begins with https or http.';
  if (username || password) return 'Expected a URL without user name and password.';
  if (allowPrivate) return null;

  const host = hostname.replace(/^\[|\]$|\.$/g, '');
  const isPrivate = ipaddr.isValid(host) ? !isPublicAddress(host) : /(^|\.)localhost$/.test(host);
  return isPrivate ? 'Expected an address on the internet, not in a private network.' : null;
}
