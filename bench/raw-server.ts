/**
 * The reference: what Node and PostgreSQL can do with nothing in between. No GraphQL, no tenants, no credentials, no
 * audit log; one named prepared statement is one transaction is one use.
 */
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });

/**
 * Locks, decides and writes in one statement. It is more generous than Tearline: a customer who sends two requests at
 * the same instant may get both, since the count that guards their limit is not itself guarded.
 */
const apply = {
  name: 'apply',
  text: `
    WITH used AS (
      UPDATE coupons SET uses_count = uses_count + 1
      WHERE code = $1 AND is_active AND now() >= valid_from AND now() < valid_until
        AND minimum_minor <= $2 AND uses_count < max_uses
        AND (SELECT count(*) FROM redemptions WHERE coupon_id = coupons.id AND customer_id = $3) < per_customer_limit
      RETURNING id, percent
    )
    INSERT INTO redemptions (coupon_id, customer_id, idempotency_key, subtotal_minor, discount_minor)
    SELECT id, $3, $4, $2, $2 * percent / 100 FROM used
    RETURNING id, discount_minor`,
};

const replay = {
  name: 'replay',
  text: 'SELECT id, discount_minor FROM redemptions WHERE idempotency_key = $1',
};

const validate = {
  name: 'validate',
  text: `
    SELECT id, $2 * percent / 100 AS discount_minor FROM coupons
    WHERE code = $1 AND is_active AND now() >= valid_from AND now() < valid_until
      AND minimum_minor <= $2 AND uses_count < max_uses
      AND (SELECT count(*) FROM redemptions WHERE coupon_id = coupons.id AND customer_id = $3) < per_customer_limit`,
};

interface Asked {
  readonly code: string;
  readonly subtotal: number;
  readonly customerId: string;
  readonly idempotencyKey: string;
}

interface Row {
  readonly id: string;
  readonly discount_minor: number;
}

async function answer(path: string | undefined, { code, subtotal, customerId, idempotencyKey }: Asked) {
  if (path === '/validate') {
    const { rows } = await pool.query<Row>({ ...validate, values: [code, subtotal, customerId] });
    return rows[0] && { discount: rows[0].discount_minor, total: subtotal - rows[0].discount_minor };
  }
  const values = [code, subtotal, customerId, idempotencyKey];
  const { rows } = await pool.query<Row>({ ...apply, values }).catch((error: unknown) => {
    const isRepeat = (error as pg.DatabaseError).constraint === 'redemptions_idempotency_key_key';
    if (isRepeat) return pool.query<Row>({ ...replay, values: [idempotencyKey] });
    throw error;
  });
  const made = rows[0];
  return (
    made && { redemptionId: made.id, discount: made.discount_minor, total: subtotal - made.discount_minor }
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

createServer((request, response) => {
  if (request.method !== 'POST') return void response.end();
  const reply = (status: number, content: object) => {
    const json = JSON.stringify(content);
    // With its length it goes out in one piece.
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) };
    response.writeHead(status, headers).end(json);
  };
  bodyOf(request)
    .then((body) => answer(request.url, JSON.parse(body) as Asked))
    .then((made) => (made ? reply(200, made) : reply(409, { error: 'Not usable.' })))
    .catch((error: unknown) => reply(500, { error: String(error) }));
}).listen(Number(process.env['PORT']), '127.0.0.1');

process.on('disconnect', () => process.exit());
