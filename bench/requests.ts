import { randomUUID } from 'node:crypto';
import { hotCode, uniformCode, uniformCodes, type Load, type Work } from './cases.js';

export interface Request {
  readonly path: string;
  readonly body: string;
}

/** How one server is asked for one kind of work, and how its reply is known to be the answer. */
export interface Dialogue {
  readonly next: () => Request;
  /** Returns the id of the redemption, if it was to make one. Throws at anything but a success. */
  readonly read: (reply: string) => string | null;
}

/** A cart of 59.90, of which every code here takes a tenth. */
const subtotal = '59.90';
const discount = '5.99';

const valuation = 'discount { amount currency } total { amount currency }';
const failure = '... on Error { code message }';
const documents = {
  apply: `mutation ApplyCoupon($input: ApplyCouponInput!) {
  applyCoupon(input: $input) {
    __typename
    ... on ApplyCouponSuccess { redemption { id } ${valuation} }
    ${failure}
  }
}`,
  validate: `query ValidateCoupon($input: ValidateCouponInput!) {
  validateCoupon(input: $input) {
    __typename
    ... on ValidateCouponSuccess { ${valuation} }
    ${failure}
  }
}`,
};

export function dialogueWith(server: Load['server'], work: Work): Dialogue {
  return server === 'raw' ? plainly(work) : inGraphql(work);
}

/** As a storefront sends it: one document, always the same, and variables. */
function inGraphql(work: Work): Dialogue {
  if (work === 'validate') {
    return {
      next: () => graphql(documents.validate, question(work)),
      read(reply) {
        const answer = JSON.parse(reply).data?.validateCoupon;
        if (answer?.__typename !== 'ValidateCouponSuccess' || answer.discount.amount !== discount)
          refuse(reply);
        return null;
      },
    };
  }
  const keys = keysOfOwn();
  return {
    next: () => graphql(documents.apply, { ...question(work), idempotencyKey: keys() }),
    read(reply) {
      const answer = JSON.parse(reply).data?.applyCoupon;
      if (answer?.__typename !== 'ApplyCouponSuccess' || answer.discount.amount !== discount) refuse(reply);
      return answer.redemption.id;
    },
  };
}

const graphql = (query: string, input: object): Request => ({
  path: '/graphql',
  body: JSON.stringify({ query, variables: { input } }),
});

const question = (work: Work) => ({
  code: codeFor(work),
  order: { subtotal: { amount: subtotal, currency: 'GBP' } },
  customerId: customer(),
});

function plainly(work: Work): Dialogue {
  const asked = () => ({ code: codeFor(work), subtotal: 5990, customerId: customer() });
  if (work === 'validate') {
    return {
      next: () => ({ path: '/validate', body: JSON.stringify(asked()) }),
      read(reply) {
        if (JSON.parse(reply).discount !== 599) refuse(reply);
        return null;
      },
    };
  }
  const keys = keysOfOwn();
  return {
    next: () => ({ path: '/apply', body: JSON.stringify({ ...asked(), idempotencyKey: keys() }) }),
    read(reply) {
      const { redemptionId, discount } = JSON.parse(reply);
      if (typeof redemptionId !== 'string' || discount !== 599) refuse(reply);
      return redemptionId;
    },
  };
}

const codeFor = (work: Work): string =>
  work === 'apply-hot' ? hotCode : uniformCode(Math.floor(Math.random() * uniformCodes));

/** Of so many customers that hardly any comes twice for a code, as in a flash sale. */
const customer = () => `customer-${Math.floor(Math.random() * 1e9)}`;

function keysOfOwn(): () => string {
  const prefix = randomUUID();
  let number = 0;
  return () => `${prefix}-${number++}`;
}

function refuse(reply: string): never {
  throw new Error(`Expected a success, but got ${reply}`);
}
