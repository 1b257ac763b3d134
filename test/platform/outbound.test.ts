import dns from 'node:dns';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { objectionTo } from '../../src/lib/target.js';
import { createOutbound, type Outbound } from '../../src/platform/outbound.js';
import { deadPort, ok, silence, startReceiver, status } from '../testkit/receiver.js';

/** Names that mean what a test says, and everything else what it means. */
const names = new Map<string, string[]>();
type Callback = (error: Error | null, addresses: { address: string; family: number }[]) => void;
const lookup = ((host: string, options: object, callback: Callback) => {
  const addresses = names.get(host);
  if (!addresses) return dns.lookup(host, { ...options, all: true }, callback);
  callback(
    null,
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  );
}) as typeof dns.lookup;

const opened: Outbound[] = [];
afterAll(() => Promise.all(opened.map((outbound) => outbound.close())));

function outbound(options: Partial<Parameters<typeof createOutbound>[0]> = {}): Outbound {
  const made = createOutbound({ allowPrivateTargets: true, timeLimitMs: 300, lookup, ...options });
  opened.push(made);
  return made;
}

const receiver = await startReceiver();
const { port } = new URL(receiver.url);
const send = (outbound: Outbound, url = receiver.url) => outbound.postJson(url, { hello: 'world' }, {});

describe('given a receiver', () => {
  test('when something is posted, then it gets the JSON and the headers, once', async () => {
    receiver.received.length = 0;

    const reply = await outbound().postJson(
      `${receiver.url}hook?a=1`,
      { name: 'Añá' },
      { 'idempotency-key': 'k1' },
    );

    expect(reply).toEqual({ isOk: true });
    expect(receiver.received).toHaveLength(1);
    expect(receiver.received[0]).toMatchObject({
      method: 'POST',
      path: '/hook?a=1',
      body: '{"name":"Añá"}',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k1', 'user-agent': 'Tearline' },
    });
  });

  test.each([200, 201, 202, 204])('when it answers %i, then that is a yes', async (code) => {
    receiver.answer = status(code);

    expect(await send(outbound())).toEqual({ isOk: true });
  });

  test.each([400, 404, 410, 500, 503])('when it answers %i, then that is a no', async (code) => {
    receiver.answer = status(code);

    expect(await send(outbound())).toEqual({
      isOk: false,
      problem: `The receiver answered ${code}.`,
      retryAfterMs: null,
    });
  });

  test.each([301, 302, 303, 307, 308])('when it answers %i, then it is not followed', async (code) => {
    receiver.received.length = 0;
    receiver.answer = (response) => void response.writeHead(code, { location: '/internal' }).end();

    expect(await send(outbound())).toMatchObject({ isOk: false, problem: `The receiver answered ${code}.` });
    expect(receiver.received.map(({ path }) => path)).toEqual(['/']);
  });

  test.each([
    ['7', 7_000],
    ['999999999', 24 * 60 * 60 * 1_000],
    ['Wed, 21 Oct 2015 07:28:00 GMT', null],
    ['soon', null],
    ['-5', null],
  ])(
    'when it asks to be left alone for %s, then that is told, within bounds',
    async (header, retryAfterMs) => {
      receiver.answer = (response) => void response.writeHead(429, { 'retry-after': header }).end();

      expect(await send(outbound())).toEqual({
        isOk: false,
        problem: 'The receiver answered 429.',
        retryAfterMs,
      });
    },
  );

  test('when it does not answer, then it is cut off in time', async () => {
    receiver.answer = silence;
    const begun = performance.now();

    expect(await send(outbound())).toMatchObject({
      isOk: false,
      problem: 'The receiver did not answer within 0.3 s.',
    });
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  test('when it says yes and then drips, then the yes counts, and it is cut off in time', async () => {
    let isCut = false;
    receiver.answer = (response) => {
      response.writeHead(200).write('.');
      const drip = setInterval(() => response.write('.'), 50);
      response.on('close', () => {
        isCut = true;
        clearInterval(drip);
      });
    };
    const begun = performance.now();

    expect(await send(outbound())).toEqual({ isOk: true });
    expect(performance.now() - begun).toBeLessThan(2_000);
    await vi.waitUntil(() => isCut);
  });

  test('when it answers 10 MB, then no more than a little of it is taken', async () => {
    let isCut = false;
    let written = 0;
    receiver.answer = (response) => {
      response.on('close', () => (isCut = !response.writableFinished));
      const more = () => {
        while (written < 10_000_000) {
          written += 65_536;
          if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    };

    expect(await send(outbound({ timeLimitMs: 5_000 }))).toEqual({ isOk: true });
    await vi.waitUntil(() => isCut);
    expect(written).toBeLessThan(10_000_000);
  });

  test('when it cuts the connection, then that is told', async () => {
    receiver.answer = (response) => void response.socket?.destroy();

    expect(await send(outbound())).toMatchObject({
      isOk: false,
      problem: 'The receiver cut the connection.',
    });
  });

  test('when it is down, then that is told without its address', async () => {
    const reply = await send(outbound(), `http://127.0.0.1:${await deadPort()}/`);

    expect(reply).toEqual({
      isOk: false,
      problem: 'The receiver refused the connection.',
      retryAfterMs: null,
    });
  });

  test('when its name is not known, then that is told', async () => {
    expect(await send(outbound({ timeLimitMs: 5_000 }), 'http://nobody.invalid/')).toMatchObject({
      isOk: false,
    });
  });
});

const privateTargets = [
  'http://localhost:PORT/',
  'http://api.localhost:PORT/',
  'http://localhost.:PORT/',
  'http://127.0.0.1:PORT/',
  'http://127.1:PORT/',
  'http://0x7f000001:PORT/',
  'http://2130706433:PORT/',
  'http://017700000001:PORT/',
  'http://①②⑦.0.0.1:PORT/',
  'http://0.0.0.0:PORT/',
  'http://[::1]:PORT/',
  'http://[::]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::127.0.0.1]:PORT/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://[64:ff9b:1::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://[fe80::1]:PORT/',
  'http://[fd00::1]:PORT/',
  'http://[ff02::1]:PORT/',
  'http://169.254.169.254/latest/meta-data/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
].map((url) => url.replace('PORT', port));

describe('given that private networks are not allowed', () => {
  const guarded = outbound({ allowPrivateTargets: false });

  test.each(privateTargets)('when %s is named, then it is refused before and at sending', async (url) => {
    receiver.received.length = 0;
    const objection = 'Expected an address on the internet, not in a private network.';

    expect(objectionTo(url, false)).toBe(objection);
    expect(await send(guarded, url)).toEqual({
      isOk: false,
      problem: `The address is refused: ${objection}`,
      retryAfterMs: null,
    });
    expect(receiver.received).toEqual([]);
  });

  test.each([
    ['all of them private', ['127.0.0.1']],
    ['all of them private, in the clothes of version 6', ['::ffff:127.0.0.1']],
    ['one of them private', ['93.184.215.14', '127.0.0.1']],
    ['none', []],
  ])('when a name leads to addresses, %s, then nothing is connected to', async (_, addresses) => {
    receiver.received.length = 0;
    receiver.answer = ok;
    const url = `http://rebinding.example:${port}/`;
    names.set('rebinding.example', addresses);

    expect(objectionTo(url, false)).toBeNull();
    expect(await send(guarded, url)).toEqual({
      isOk: false,
      problem: 'The address is refused: its name leads into a private network.',
      retryAfterMs: null,
    });
    expect(receiver.received).toEqual([]);
  });

  test.each(['https://hooks.example.com/a', 'http://93.184.215.14:8080/', 'https://[2606:4700::1111]/'])(
    'when %s is named, then there is no objection',
    (url) => expect(objectionTo(url, false)).toBeNull(),
  );
});

describe('given that private networks are allowed', () => {
  test.each(['http://127.0.0.1/', 'http://localhost:5000/', 'http://realiser:5000/coupon'])(
    'when %s is named, then there is no objection',
    (url) => expect(objectionTo(url, true)).toBeNull(),
  );

  test.each([
    ['file:///etc/passwd', 'Expected a URL that begins with https or http.'],
    ['ftp://example.com/', 'Expected a URL that begins with https or http.'],
    ['javascript:alert(1)', 'Expected a URL that begins with https or http.'],
    ['https://user:secret@example.com/', 'Expected a URL without user name and password.'],
    ['example.com', 'Expected a URL such as "https://example.com/coupons", but got "example.com".'],
    [`https://example.com/${'a'.repeat(2_000)}`, 'Expected up to 2000 characters.'],
  ])('when %s is named, then it is refused all the same', (url, objection) =>
    expect(objectionTo(url, true)).toBe(objection),
  );
});
