import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { verifyPaper, type Verdict } from '../print/index.ts';

interface Params { code: string }

const limited = { config: { public: true, rateLimit: { max: 30, timeWindow: '1 minute' } } } as const;
const params = { type: 'object', properties: { code: { type: 'string', maxLength: 40 } } } as const;

/** `/verify/:code`: tells anybody whether a printed paper is genuine, and hardly more. */
export async function verifyRoutes(app: FastifyInstance, services: Services): Promise<void> {
  app.get<{ Params: Params }>('/api/verify/:code', { ...limited, schema: { tags: ['verification'], summary: 'Is the paper with this code genuine?', params } }, async (request) => verifyPaper(services, request.params.code));

  app.get<{ Params: Params }>('/verify/:code', { ...limited, schema: { hide: true, params } }, async (request, reply) => {
    const verdict = await verifyPaper(services, request.params.code);
    return reply.code(verdict.state === 'unknown' ? 404 : 200).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page(verdict));
  });

  app.get('/verify', { schema: { hide: true } }, async (_request, reply) => reply.type('text/html; charset=utf-8').send(page(undefined)));
}

const words: Record<Verdict['state'], { title: string; text: string; color: string; mark: string }> = {
  genuine: { title: '核验通过', text: '该证件（文书）由本系统出具，当前有效。', color: '#1a7f37', mark: '✓' },
  revoked: { title: '已失效', text: '该证件（文书）确由本系统出具，但已作废或已被新版本替代。', color: '#b42318', mark: '✕' },
  expired: { title: '已过有效期', text: '该证件（文书）确由本系统出具，但有效期已过。', color: '#b54708', mark: '!' },
  unknown: { title: '查无此码', text: '未查到该验证码，请核对后重新输入；如确为系统出具，请联系出具单位。', color: '#b42318', mark: '?' },
};

function page(verdict: Verdict | undefined): string {
  const shown = verdict && words[verdict.state];
  const rows = verdict && verdict.state !== 'unknown' ? [['名称', verdict.label], ...verdict.shows.map(({ label, value }) => [label, value]), ['验证码', verdict.code], ['最近打印', verdict.printedOn], ...(verdict.validUntil ? [['有效期至', verdict.validUntil]] : [])] : [];
  const result = shown ? `<section style="border-top:6px solid ${shown.color}"><div class="mark" style="background:${shown.color}" aria-hidden="true">${shown.mark}</div><h1 style="color:${shown.color}">${shown.title}</h1><p>${shown.text}</p>${rows.length > 0 ? `<dl>${rows.map(([label, value]) => `<dt>${escapeHtml(label ?? '')}</dt><dd>${escapeHtml(value ?? '')}</dd>`).join('')}</dl>` : ''}</section>` : '<section><h1>证件核验</h1><p>请扫描证件上的二维码，或在地址后输入验证码，如 /verify/XXXX-XXXX-XXXX-XXXX。</p></section>';
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${shown?.title ?? '证件核验'}</title>
<style>*{box-sizing:border-box}body{margin:0;background:#f3f5f8;color:#1f2937;font:16px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif}main{max-width:520px;margin:0 auto;padding:24px 16px}header{font-weight:600;text-align:center;margin-bottom:16px}section{background:#fff;border-radius:8px;padding:24px 20px;box-shadow:0 1px 4px #0001}.mark{width:56px;height:56px;border-radius:50%;margin:0 auto;color:#fff;font:700 30px/56px system-ui;text-align:center}h1{font-size:22px;text-align:center;margin:12px 0 4px}p{text-align:center;margin:0 0 16px}dl{display:grid;grid-template-columns:6em 1fr;gap:8px 12px;margin:0;border-top:1px solid #e5e7eb;padding-top:16px}dt{color:#6b7280}dd{margin:0;overflow-wrap:anywhere}footer{color:#6b7280;font-size:13px;text-align:center;margin-top:16px}</style></head>
<body><main><header>证件（文书）核验</header>${result}<footer>请核对证件上的文字与本页是否一致。</footer></main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
