import { createHmac } from 'node:crypto';
import { lookup as resolveName } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { definePlugin, type MessageChannel } from '../../runtime/plugin.ts';

interface Settings { url: string; secret: string; allowPrivate: boolean }

/** Messages to another system, as signed JSON. */
export default definePlugin<Settings>({
  name: 'webhook',
  settings: {
    type: 'object', additionalProperties: false, required: ['url', 'secret'],
    properties: {
      url: { type: 'string', pattern: '^https?://[^@]+$' }, secret: { type: 'string', minLength: 16, maxLength: 200 },
      allowPrivate: { type: 'boolean', default: false, description: 'The other system stands in a private network; this machine itself and link-local addresses are refused all the same' },
    },
  },
  setup: ({ settings, messageChannel }) => messageChannel(webhookChannel(settings)),
});

const never = new BlockList();
for (const [net, bits] of [['0.0.0.0', 8], ['127.0.0.0', 8], ['169.254.0.0', 16], ['224.0.0.0', 3]] as const) never.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [['::', 127], ['fe80::', 10], ['ff00::', 8], ['fd00:ec2::', 32]] as const) never.addSubnet(net, bits, 'ipv6');
const inside = new BlockList();
for (const [net, bits] of [['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10], ['198.18.0.0', 15]] as const) inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [['fc00::', 7], ['64:ff9b::', 96]] as const) inside.addSubnet(net, bits, 'ipv6');

/** May a message be sent to this address? Those that IPv6 writes for IPv4 are judged as IPv4. */
export function isAllowed(address: string, allowPrivate: boolean): boolean {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(plain) === 0 || /^::ffff:/i.test(plain)) return false;
  return !never.check(plain, family) && (allowPrivate || !inside.check(plain, family));
}

/** The channel `webhook`: `POST` with `X-Tamga-Time` and `X-Tamga-Signature` (HMAC-SHA256 of `<time>\n<body>`). */
export function webhookChannel({ url, secret, allowPrivate }: Settings, allowed = (address: string) => isAllowed(address, allowPrivate)): MessageChannel {
  return {
    name: 'webhook', label: { zh: '外部系统', en: 'Another system' }, address: () => url,
    send: async ({ id, to, title, body, message }) => {
      const text = JSON.stringify({ id, kind: message, to: { id: to.id, name: to.name }, title, body });
      const time = String(Math.floor(Date.now() / 1000));
      const status = await post(new URL(url), text, { 'content-type': 'application/json', 'x-tamga-id': id, 'x-tamga-time': time, 'x-tamga-signature': `sha256=${createHmac('sha256', secret).update(`${time}\n${text}`).digest('hex')}` }, allowed);
      // An address that leads elsewhere is no answer: it could lead inside.
      if (status < 200 || status > 299) throw new Error(`The other system answered ${status}.`);
      return { receipt: String(status) };
    },
  };
}

/** The address is judged where it is connected to, so that a name cannot change in between. */
function post(url: URL, text: string, headers: Record<string, string>, allowed: (address: string) => boolean): Promise<number> {
  const refused = (address: string): Error => new Error(`The address ${address} may not be sent to.`);
  const lookup: LookupFunction = (name, options, done) => resolveName(name, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 4);
    const bad = found.find(({ address }) => !allowed(address));
    if (bad || !found[0]) return done(refused(bad?.address ?? name), '', 4);
    return options.all ? done(null, found) : done(null, found[0].address, found[0].family);
  });
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // Names are judged when they are looked up; bare addresses are not looked up.
  if (isIP(host) !== 0 && !allowed(host)) return Promise.reject(refused(host));
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(text) }, lookup, timeout: 15_000 }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('timeout', () => request.destroy(new Error('The other system does not answer.'))).on('error', reject).end(text);
  });
}
