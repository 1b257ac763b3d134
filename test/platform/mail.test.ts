import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, describe, expect, test } from 'vitest';
import { createMailer } from '../../src/platform/mail.js';
import { deadPort } from '../testkit/receiver.js';

interface Arrived {
  readonly to: string[];
  readonly source: string;
}

async function startMailServer(refuse?: Error & { responseCode?: number }) {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refuse) return callback(refuse);
        arrived.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString(),
        });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => server.close());
  return { arrived, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}

const mail = {
  id: 'delivery_1',
  to: 'ada@example.com',
  subject: 'Grüße',
  text: 'Hello\n',
  html: '<p>Hello</p>',
};
const log = () => undefined;
const from = 'Coupons <coupons@shop.example>';

describe('given a mail server', () => {
  test('when a mail is sent, then it arrives, for one person, with an id that tells a repeat', async () => {
    const { arrived, url } = await startMailServer();
    const mailer = createMailer({ smtpUrl: url, from, log });

    expect(await mailer.send(mail)).toEqual({ isOk: true });

    expect(arrived.map(({ to }) => to)).toEqual([['ada@example.com']]);
    expect(arrived[0]!.source).toContain('From: Coupons <coupons@shop.example>');
    expect(arrived[0]!.source).toContain('To: ada@example.com');
    expect(arrived[0]!.source).toContain('Message-ID: <delivery_1@shop.example>');
    expect(arrived[0]!.source).toContain('Auto-Submitted: auto-generated');
    expect(arrived[0]!.source).toContain('<p>Hello</p>');
  });

  test('when a subject holds line breaks, then no header comes of it', async () => {
    const { arrived, url } = await startMailServer();

    await createMailer({ smtpUrl: url, from, log }).send({ ...mail, subject: 'Hi\r\nBcc: eve@example.com' });

    expect(arrived[0]!.to).toEqual(['ada@example.com']);
    expect(arrived[0]!.source).not.toMatch(/^Bcc:/m);
  });

  test('when it refuses, then that is told without its own words', async () => {
    const refusal = Object.assign(new Error('No such user at 10.1.2.3'), { responseCode: 550 });
    const { url } = await startMailServer(refusal);

    expect(await createMailer({ smtpUrl: url, from, log }).send(mail)).toEqual({
      isOk: false,
      problem: 'The mail server answered 550.',
      retryAfterMs: null,
    });
  });

  test('when it is down, then that is told without its address', async () => {
    const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${await deadPort()}`, from, log });

    const reply = await mailer.send(mail);
    expect(reply).toMatchObject({ isOk: false });
    expect(JSON.stringify(reply)).not.toContain('127.0.0.1');
  });
});

test('given neither a mail server nor a log, when a mail is sent, then it is not, and that is told', async () => {
  const mailer = createMailer({ smtpUrl: null, from, log: null });

  expect(await mailer.send(mail)).toEqual({
    isOk: false,
    problem: 'No SMTP_URL is set.',
    retryAfterMs: null,
  });
});

test('given no mail server, when a mail is sent, then the log shows it', async () => {
  const lines: string[] = [];

  const mailer = createMailer({ smtpUrl: null, from, log: (line) => lines.push(line) });
  expect(await mailer.send({ ...mail, text: 'https://shop.example/fans/abc' })).toEqual({ isOk: true });

  expect(lines).toEqual([
    'No SMTP_URL is set, so this mail is not sent. To: ada@example.com. Subject: Grüße.\nhttps://shop.example/fans/abc',
  ]);
});
