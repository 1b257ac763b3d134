import type { Client, Reply } from '../testkit/client.js';

const applyCoupon = `mutation ($input: ApplyCouponInput!) {
  applyCoupon(input: $input) {
    __typename
    ... on ApplyCouponSuccess {
      redemption { id status couponCode customerId subtotal { amount currency } discount { amount } total { amount } createdAt }
      remaining { uses customerUses }
    }
    ... on Error { code message }
  }
}`;

/** An order of 100 pounds, unless said otherwise. */
export const apply = (client: Client, code: string, fields: object = {}): Promise<Reply> =>
  client.send(applyCoupon, {
    input: { code, order: { subtotal: { amount: '100.00', currency: 'GBP' } }, ...fields },
  });

export const voidRedemption = (client: Client, id: string, fields: object = {}): Promise<Reply> =>
  client.send(
    `mutation ($input: VoidRedemptionInput!) {
      voidRedemption(input: $input) { __typename ... on Error { code message } }
    }`,
    { input: { id, ...fields } },
  );

/** Reserves codes for a checkout, for an order of 100 pounds unless said otherwise. */
export const reserve = (
  client: Client,
  codes: readonly string[],
  checkout: string,
  fields: object = {},
): Promise<Reply> =>
  client.send(
    `mutation ($input: ReserveCouponsInput!) {
      reserveCoupons(input: $input) {
        __typename
        ... on ReserveCouponsSuccess {
          reservation { id status redemptions { id couponCode status discount { amount } } }
          refusals { __typename }
        }
        ... on ReservationRefusedError { refusals { __typename } }
        ... on Error { code message }
      }
    }`,
    {
      input: {
        codes,
        order: { subtotal: { amount: '100.00', currency: 'GBP' } },
        reference: { type: 'CHECKOUT', id: checkout },
        ...fields,
      },
    },
  );

/** Ends a reservation, by completing what it holds or giving it back. */
export const endReservation = (
  client: Client,
  mutation: 'confirmReservation' | 'releaseReservation',
  id: string,
  fields: object = {},
): Promise<Reply> =>
  client.send(
    `mutation ($input: ${mutation === 'confirmReservation' ? 'Confirm' : 'Release'}ReservationInput!) {
      ${mutation}(input: $input) { __typename ... on Error { code message } }
    }`,
    { input: { id, ...fields } },
  );

let made = 0;

/** Makes a coupon of 10 per cent; answers its code and id. */
export async function makeCoupon(client: Client, fields: object = {}): Promise<{ id: string; code: string }> {
  const input = { code: `RACE${++made}`, discount: { percentage: { percent: '10' } }, ...fields };
  const { createCoupon } = await client.ask(
    `mutation ($input: CreateCouponInput!) {
      createCoupon(input: $input) { __typename ... on CreateCouponSuccess { coupon { id code } } ... on Error { message } }
    }`,
    { input },
  );
  if (createCoupon.__typename !== 'CreateCouponSuccess') throw new Error(createCoupon.message);
  return createCoupon.coupon;
}

export async function usesOf(client: Client, code: string): Promise<number> {
  const { couponByCode } = await client.ask(
    'query ($code: String!) { couponByCode(code: $code) { usesCount } }',
    { code },
  );
  return couponByCode.usesCount;
}

/** Makes a campaign that runs; answers its id. */
export async function makeCampaign(client: Client, fields: object = {}): Promise<string> {
  const { createCampaign } = await client.ask(
    `mutation ($input: CreateCampaignInput!) {
      createCampaign(input: $input) { ... on CreateCampaignSuccess { campaign { id } } ... on Error { message } }
    }`,
    { input: { name: `Race ${++made}`, ...fields } },
  );
  await change(client, 'activateCampaign', createCampaign.campaign.id);
  return createCampaign.campaign.id;
}

/** Changes the state of a campaign or a coupon; fails the test if that is refused. */
export async function change(
  client: Client,
  mutation: 'activateCampaign' | 'pauseCampaign' | 'resumeCampaign' | 'revokeCoupon',
  id: string,
): Promise<void> {
  const input = mutation === 'revokeCoupon' ? 'CouponActionInput' : 'CampaignActionInput';
  const data = await client.ask(
    `mutation ($input: ${input}!) { ${mutation}(input: $input) { __typename ... on Error { message } } }`,
    { input: { id } },
  );
  if ('message' in data[mutation]) throw new Error(data[mutation].message);
}

/** How often each kind of answer came: by the name of its type, or by what was refused. */
export function tally(replies: readonly Reply[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reply of replies) {
    const name = nameOf(reply);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** The name of the type that was answered; or status, code and sentence of an error that is not data. */
export function nameOf({ status, data, errors }: Reply): string {
  if (errors)
    return errors.map(({ message, extensions: { code } }) => `${status} ${code} ${message}`).join('; ');
  return (Object.values(data)[0] as { __typename: string }).__typename;
}

/** `count` calls of `make` at once, one after the other on each of the clients. */
export const atOnce = <T>(
  clients: readonly Client[],
  count: number,
  make: (client: Client, index: number) => Promise<T>,
) => Promise.all(Array.from({ length: count }, (_, index) => make(clients[index % clients.length]!, index)));
