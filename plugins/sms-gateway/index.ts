import { createHmac } from 'node:crypto';
import { definePlugin, type MessageChannel } from '../../runtime/plugin.ts';

interface Settings { url: string; key: string; secret: string; signName: string; templates: Record<string, string>; freeText: boolean }

const word = { type: 'string', minLength: 1, maxLength: 200 } as const;

/** Messages by SMS, through an HTTP gateway with registered texts. */
export default definePlugin<Settings>({
  name: 'sms-gateway',
  settings: {
    type: 'object', additionalProperties: false, required: ['url', 'key', 'secret', 'signName', 'templates'],
    properties: {
      url: { type: 'string', pattern: '^https?://' }, key: word, secret: word, signName: { ...word, description: 'Registered signature, such as 通辽卫健' },
      templates: { type: 'object', additionalProperties: word, description: 'Name in definitions → id at the gateway' },
      freeText: { type: 'boolean', default: false, description: 'The gateway also takes texts that are not registered' },
    },
  },
  setup: ({ settings, messageChannel }) => messageChannel(smsChannel(settings)),
});

/** The channel `sms`: a signed POST for each message; the gateway answers `{ "code": "OK", "id": "…" }`. */
export function smsChannel({ url, key, secret, signName, templates, freeText }: Settings): MessageChannel {
  return {
    name: 'sms', label: { zh: '短信', en: 'SMS' }, address: ({ phone }) => (phone !== null && /^1\d{10}$/.test(phone) ? phone : null),
    send: async ({ id, to, body, template }) => {
      const registered = template === null ? undefined : templates[template.id];
      if (registered === undefined && !freeText) throw new Error(template === null ? '该消息没有短信模板' : `短信模板“${template.id}”未在设置中登记`);
      const text = JSON.stringify({ requestId: id, phone: to.phone, signName, ...(registered === undefined ? { text: body } : { template: registered, params: template?.values ?? {} }) });
      const time = String(Math.floor(Date.now() / 1000));
      const response = await fetch(url, {
        method: 'POST', body: text, redirect: 'error', signal: AbortSignal.timeout(15_000),
        headers: { 'content-type': 'application/json', 'x-key': key, 'x-time': time, 'x-signature': createHmac('sha256', secret).update(`${time}\n${text}`).digest('hex') },
      });
      const answer = await response.json().catch(() => ({})) as { code?: unknown; id?: unknown; message?: unknown };
      if (!response.ok || answer.code !== 'OK') throw new Error(`短信网关：${response.status} ${String(answer.code ?? '')} ${String(answer.message ?? '')}`.trim());
      return { receipt: String(answer.id ?? '') };
    },
  };
}
