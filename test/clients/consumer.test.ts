import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startTestServer } from '../testkit/server.js';
import { createConsumer, exampleOf, type Consumer } from './consumer.js';

// Each package is built, packed, and installed as others would; then the example of its README runs against a server.

// Not the tests' own documents: those that the server has from us, for what the packages send.
const { url, client, tenant } = await startTestServer({}, { trustedDocuments: undefined });
const makeHeldKey = async (rights: string): Promise<string> => {
  const { createApiKey } = await client.ask(
    `mutation { createApiKey(input: { name: "held", rights: [${rights}], trustedDocumentsOnly: true }) { ... on CreateApiKeySuccess { secret } } }`,
  );
  return createApiKey.secret as string;
};

let sdk: Consumer;
let storefront: Consumer;
vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 }); // npm and the compiler take what they take
beforeAll(async () => {
  const others = ['react', 'react-dom', 'urql', 'graphql', '@types/react', '@types/react-dom'];
  [sdk, storefront] = await Promise.all([createConsumer('sdk', []), createConsumer('react', others)]);
});
afterAll(() => [sdk, storefront].forEach((consumer) => consumer.remove()));

/** The example with one thing changed. */
function spoil(example: string, part: string, replacement: string): string {
  expect(example).toContain(part);
  return example.replace(part, replacement);
}

describe('given a project that has installed the SDK', () => {
  test('the example compiles, and not when it misspells a fact, forgets a failure or mixes credentials', async () => {
    const example = exampleOf('sdk');
    const errors = await sdk.compile({
      'example.ts': example,
      'misspelt.ts': spoil(example, 'outcome.required.amount', 'outcome.requried.amount'),
      'forgotten.ts': spoil(example, "case 'CouponRevokedError':", ''),
      'unasked.ts': spoil(example, 'return outcome.message;', 'return outcome.couponCode;'),
      'both.ts': spoil(example, 'apiKey: TEARLINE_KEY', "apiKey: TEARLINE_KEY, token: ''"),
      'neither.ts': spoil(example, ', apiKey: TEARLINE_KEY', ''),
    });

    expect(errors.toSorted()).toEqual([
      'both.ts: TS2345',
      'forgotten.ts: TS1360',
      'misspelt.ts: TS2551',
      'neither.ts: TS2345',
      'unasked.ts: TS2339',
    ]);
  });

  test('the example makes a coupon, is refused with both amounts, and applies it; twice changes nothing', async () => {
    const env = { TEARLINE_URL: `${url}/graphql`, TEARLINE_KEY: await makeHeldKey('ADMIN') };
    const printed = [
      'From 25.00 on; this is 19.99, so 5.01 is missing.',
      '4.00 GBP off, 36.00 to pay.',
      '',
    ].join('\n');
    expect(await sdk.run('example.js', env)).toBe(printed);
    expect(await sdk.run('example.js', env)).toBe(printed);

    const { couponByCode } = await client.ask('{ couponByCode(code: "BREAKFAST10") { usesCount } }');
    expect(couponByCode.usesCount).toBe(1);
  });
});

describe('given a storefront that has installed the hooks', () => {
  const pages = `
    import { text } from 'node:stream/consumers';
    import type { ReactNode } from 'react';
    import { prerenderToNodeStream } from 'react-dom/static';
    import { createTearlineClient, Provider, useApplyCouponMutation, useMyRedemptionsQuery } from '@tearline/react';
    import { Voucher } from './example.js';

    const { TEARLINE_URL = '', TEARLINE_TOKEN = '', TEARLINE_KEY = '' } = process.env;
    const held = createTearlineClient({ url: TEARLINE_URL, apiKey: TEARLINE_KEY, suspense: true });
    const client = createTearlineClient({ url: TEARLINE_URL, token: () => TEARLINE_TOKEN, suspense: true });

    async function show(page: ReactNode, value = client) {
      const { prelude } = await prerenderToNodeStream(<Provider value={value}>{page}</Provider>);
      console.log((await text(prelude)).replace(/<button.*/, ''));
    }

    let apply: ReturnType<typeof useApplyCouponMutation>[1] | undefined;
    function Applying() {
      [, apply] = useApplyCouponMutation();
      return null;
    }

    function Mine() {
      const [{ data }] = useMyRedemptionsQuery();
      return data?.myRedemptions.edges.map(({ node }) => <p key={node.id}>{node.couponCode}</p>);
    }

    await show(<Voucher code="brunch10" amount="20.00" orderId="1" />);
    await show(<Voucher code="brunch10" amount="59.90" orderId="1" />);
    await show(<Applying />);
    const order = { subtotal: { amount: '59.90', currency: 'GBP' } };
    const { data } = await apply!({ input: { code: 'brunch10', order } });
    if (data?.applyCoupon.__typename === 'ApplyCouponSuccess') console.log(data.applyCoupon.redemption.status);
    await show(<Mine />);
    await show(<Voucher code="brunch10" amount="59.90" orderId="1" />, held);
  `;

  test('the example compiles, and not when it misspells a fact or forgets a failure', async () => {
    const example = exampleOf('react');
    const errors = await storefront.compile({
      'example.tsx': example,
      'pages.tsx': pages,
      'misspelt.tsx': spoil(example, 'outcome.missing.amount', 'outcome.mising.amount'),
      'forgotten.tsx': spoil(example, "case 'CouponExpiredError':", ''),
    });

    expect(errors.toSorted()).toEqual(['forgotten.tsx: TS1360', 'misspelt.tsx: TS2551']);
  });

  test("its pages show what a code is worth, and what the token's customer has used", async () => {
    const { createCoupon, rotateTokenSecret } = await client.ask(`mutation {
      createCoupon(input: {
        code: "BRUNCH10"
        discount: { percentage: { percent: "10" } }
        minimumOrder: { amount: "25.00", currency: GBP }
      }) { __typename }
      rotateTokenSecret(input: {}) { ... on RotateTokenSecretSuccess { secret } }
    }`);
    expect(createCoupon.__typename).toBe('CreateCouponSuccess');
    const token = await new SignJWT({ sub: 'ada', sub_type: 'tenant', sub_id: tenant.id })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(rotateTokenSecret.secret));

    const printed = await storefront.run('pages.js', {
      TEARLINE_URL: `${url}/graphql`,
      TEARLINE_TOKEN: token,
      TEARLINE_KEY: await makeHeldKey('VALIDATE'),
    });

    expect(printed.split('\n')).toEqual([
      '<p>Spend 5.00 GBP more to use this code.</p>',
      '<p>You save 5.99 GBP.</p>',
      '',
      'COMPLETED',
      '<p>BRUNCH10</p>',
      '<p>You save 5.99 GBP.</p>',
      '',
    ]);
  });
});
