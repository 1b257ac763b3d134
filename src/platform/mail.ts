import { createTransport } from 'nodemailer';
import { no, problemOf, type Reply } from './outbound.js';

export interface Mail {
  /** The same for every attempt, so that mailboxes can drop the second of two. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Mailer {
  send(mail: Mail): Promise<Reply>;
  close(): void;
}

interface MailerOptions {
  /** Null: nothing is sent. */
  readonly smtpUrl: string | null;
  readonly from: string;
  /** Shows what is not sent, and is all that becomes of it. Null: it is nobody's to see, and waits for an `smtpUrl`. */
  readonly log: ((line: string) => void) | null;
}

const timeLimitMs = 15_000;

export function createMailer({ smtpUrl, from, log }: MailerOptions): Mailer {
  if (smtpUrl === null) {
    return {
      async send({ to, subject, text }) {
        if (!log) return no('No SMTP_URL is set.');
        log(`No SMTP_URL is set, so this mail is not sent. To: ${to}. Subject: ${subject}.\n${text}`);
        return { isOk: true };
      },
      close: () => undefined,
    };
  }

  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeLimitMs,
    greetingTimeout: timeLimitMs,
    socketTimeout: timeLimitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ id, to, subject, text, html }) {
      const message = {
        from,
        // Given as a part of its own, an address is taken as it is: no list of several can be read into it.
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      };
      return withinLimit(transport.sendMail(message).then(() => ({ isOk: true }) as const, refusal));
    },
    close: () => transport.close(),
  };
}

function refusal(error: { responseCode?: number; code?: string }): Reply {
  if (error.responseCode) return no(`The mail server answered ${error.responseCode}.`);
  if (error.code === 'EAUTH') return no('The mail server refused our user name or password.');
  return no(problemOf(error).replace('receiver', 'mail server'));
}

/** Its own limits are for silence; this is for a mail server that always says a little more. */
async function withinLimit(sending: Promise<Reply>): Promise<Reply> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => resolve(no('The mail server did not answer in time.')), timeLimitMs);
  });
  try {
    return await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
  }
}
