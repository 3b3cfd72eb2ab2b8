import nodemailer from 'nodemailer';
import { definePlugin, type MessageChannel } from '../../runtime/plugin.ts';

interface Settings { host: string; port: number; security: 'tls' | 'starttls' | 'none'; from: string; user?: string; password?: string }

const word = { type: 'string', minLength: 1, maxLength: 200 } as const;

/** Messages by e-mail, through the SMTP server of the site. */
export default definePlugin<Settings>({
  name: 'smtp-mail',
  settings: {
    type: 'object', additionalProperties: false, required: ['host', 'from'],
    properties: { host: word, port: { type: 'integer', minimum: 1, maximum: 65_535, default: 465 }, security: { type: 'string', enum: ['tls', 'starttls', 'none'], default: 'tls' }, from: { ...word, description: 'Sender, such as "通辽市卫健委 <noreply@example.gov.cn>"' }, user: word, password: word },
  },
  setup: ({ settings, messageChannel }) => messageChannel(smtpChannel(settings)),
});

/** The channel `email`: plain text, one mail for each person. */
export function smtpChannel({ host, port, security, from, user, password }: Settings): MessageChannel {
  const transport = nodemailer.createTransport({
    host, port, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none',
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000,
    // Texts may hold what people typed: nothing in them names a file or an address to fetch.
    disableFileAccess: true, disableUrlAccess: true,
  });
  return {
    name: 'email', label: { zh: '电子邮件', en: 'E-mail' }, address: ({ email }) => email,
    send: async ({ id, to, title, body }) => {
      const sent = await transport.sendMail({ messageId: `<${id}@tamga>`, from, to: { name: to.name, address: to.email ?? '' }, subject: title, text: body, headers: { 'Auto-Submitted': 'auto-generated' } });
      return { receipt: sent.response };
    },
  };
}
