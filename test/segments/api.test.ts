import { expect, test } from 'vitest';
import { startTestServer } from '../testkit/server.js';

const { client } = await startTestServer();

const create = async (input: object) =>
  (
    await client.ask(
      `mutation ($input: CreateSegmentInput!) {
        createSegment(input: $input) {
          ... on CreateSegmentSuccess {
            segment { id name description isListed condition conditionText version createdAt updatedAt }
          }
          ... on SegmentNameTakenError { code message name }
          ... on InvalidInputError { code problems { path } }
        }
      }`,
      { input },
    )
  ).createSegment;

test('Given a list, when customers are listed, then they are shown by kind, and belong to it', async () => {
  const { segment } = await create({ name: 'vip', description: 'Chosen by hand' });
  expect(segment).toEqual({
    id: expect.stringMatching(/^segment_[0-9a-z]{26}$/),
    name: 'vip',
    description: 'Chosen by hand',
    isListed: true,
    condition: null,
    conditionText: null,
    version: 1,
    createdAt: expect.any(String),
    updatedAt: segment.createdAt,
  });

  const { id } = segment;
  const { addSegmentMembers } = await client.ask(
    `mutation ($id: ID!) {
      addSegmentMembers(input: { segmentId: $id, identities: [{ id: "u1" }, { email: "Ada@example.com" }] }) {
        ... on AddSegmentMembersSuccess { addedCount segment { id } }
      }
    }`,
    { id },
  );
  expect(addSegmentMembers).toEqual({ addedCount: 2, segment: { id } });

  const found = await client.ask(
    `query ($id: ID!) {
      node(id: $id) { ... on Segment { name } }
      segment(id: $id) { members(last: 1) { edges { node { identity { kind value } } } pageInfo { hasPreviousPage } } }
      evaluateSegment(input: { segment: { name: "VIP" }, customer: { email: "ada@EXAMPLE.com" } }) {
        ... on EvaluateSegmentSuccess {
          membership { segment { id } isMember listedAs { kind value } identitiesCount clauses { text } }
        }
      }
    }`,
    { id },
  );
  expect(found).toEqual({
    node: { name: 'vip' },
    segment: {
      members: {
        edges: [{ node: { identity: { kind: 'ID', value: 'u1' } } }],
        pageInfo: { hasPreviousPage: true },
      },
    },
    evaluateSegment: {
      membership: {
        segment: { id },
        isMember: true,
        listedAs: [{ kind: 'EMAIL', value: 'ada@example.com' }],
        identitiesCount: 1,
        clauses: [],
      },
    },
  });
});

test('Given a condition in GraphQL’s own types, when it is asked of a customer, then each clause is told', async () => {
  const { segment } = await create({
    name: 'regulars',
    condition: { any: [{ orderNumber: { gt: 5 } }, { lifetimeSpend: { gte: '1000', currency: 'GBP' } }] },
  });
  expect(segment).toMatchObject({
    isListed: false,
    condition: {
      any: [{ orderNumber: { gt: 5 } }, { lifetimeSpend: { gte: '1000.00', currency: 'GBP' } }],
    },
    conditionText: 'order number > 5 or lifetime spend ≥ 1000.00 GBP',
  });

  const { evaluateSegment } = await client.ask(
    `{
      evaluateSegment(
        input: { segment: { name: "regulars" }, profile: { ordersCount: 5, lifetimeSpend: { amount: "10", currency: GBP } } }
      ) {
        ... on EvaluateSegmentSuccess { membership { isMember clauses { path matched saw } } }
      }
    }`,
  );
  expect(evaluateSegment.membership).toEqual({
    isMember: true,
    clauses: [
      { path: 'any[0].orderNumber', matched: true, saw: '6' },
      { path: 'any[1].lifetimeSpend', matched: false, saw: '10.00 GBP' },
    ],
  });
});

test('Given a name that is taken, and a condition on the order, when a segment is made, then it is refused', async () => {
  await create({ name: 'fans' });
  expect(await create({ name: 'FANS' })).toMatchObject({ code: 'SEGMENT_NAME_TAKEN', name: 'FANS' });
  expect(await create({ name: 'web', condition: { not: { channel: { eq: 'web' } } } })).toEqual({
    code: 'INVALID_INPUT',
    problems: [{ path: ['condition', 'not', 'channel'] }],
  });
});
