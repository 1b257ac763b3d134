import { expect, test } from 'vitest';
import { startTestServer } from '../testkit/server.js';

test('given uses and holds that were asked for, when metrics are, then they tell of lanes, connections and sweeps', async () => {
  const own = await startTestServer();
  await own.client.ask(
    `mutation {
      createCoupon(input: { code: "BUSY", discount: { percentage: { percent: "10" } } }) { __typename }
      a: applyCoupon(input: { code: "BUSY", order: { subtotal: { amount: "10.00", currency: "GBP" } } }) { __typename }
      reserveCoupons(input: {
        codes: ["BUSY"], reference: { id: "c1" }, order: { subtotal: { amount: "10.00", currency: "GBP" } }
      }) { __typename }
    }`,
  );

  const lines = (await (await fetch(`${own.url}/metrics`)).text()).split('\n');

  expect(lines.filter((line) => /^tearline_(lane|reservations|database)/.test(line))).toEqual(
    expect.arrayContaining([
      'tearline_lane_batch_size_bucket{le="1",lane="apply"} 1',
      'tearline_lane_batch_size_sum{lane="apply"} 1',
      'tearline_lane_batch_size_count{lane="reserve"} 1',
      'tearline_lane_waiting{lane="apply"} 0',
      'tearline_lane_waiting{lane="reserve"} 0',
      'tearline_lane_batches{lane="apply"} 0',
      'tearline_reservations_overdue 0',
      'tearline_reservations_late_seconds 0',
      'tearline_database_connections_wanted 0',
      expect.stringMatching(/^tearline_database_connections\{state="idle"\} [1-9]/),
      // What else a server does, it does when it will.
      expect.stringMatching(/^tearline_database_connections\{state="busy"\} \d/),
    ]),
  );
});
