import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { entityOf } from '../../model/model.ts';
import { Problem } from '../../problems.ts';
import { leastRetention, verifyAudit } from '../audit/index.ts';
import { contentKind } from '../files/content-kind.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { transaction } from '../db/transaction.ts';
import { parseCondition } from '../query/condition.ts';
import { numberSetting } from '../settings/index.ts';
import { sealedDefinitions } from './definition-seal.ts';
import type { Probe } from './probe.ts';

const kinds = ['session.sign-in', 'record.create', 'record.update', 'record.delete', 'record.view', 'record.export', 'access.refused'];

export const dataProbes: readonly Probe[] = [
  { clause: '8.1.4.2 e–f', title: { zh: '访问控制到记录和字段', en: 'Access control down to record and field' }, run: async ({ model }) => {
    const entities = [...model.entities.values()].filter((entity) => !entity.lineOf);
    const open = entities.filter((entity) => ![...model.roles.values()].some((role) => role.grants.has(entity.key)));
    return { met: true, setting: `实体 ${entities.length} 个，角色 ${model.roles.size} 个；未授权者一律拒绝`, result: `无角色可访问的实体 ${open.length} 个；每一渠道由同一规则编译为 SQL，可用“权限查询”逐人核对` };
  } },
  { clause: '8.1.4.2 g', title: { zh: '安全标记', en: 'Security labels' }, run: async (ctx) => {
    const user = entityOf(ctx.model, 'platform/user');
    const labelled = [...ctx.model.entities.values()].flatMap(({ fields }) => fields).filter(({ sensitivity }) => sensitivity);
    const { rows: [row] } = await ctx.db.query<{ missing: number; total: number }>(`select count(*) filter (where ${columnOf(user, 'clearance')} is null)::int as missing, count(*)::int as total from ${tableOf(user)} where ${columnOf(user, 'active')} is not false`);
    return { met: labelled.length > 0 && row?.missing === 0, setting: `带标记的字段 ${labelled.length} 个`, result: `启用账号 ${row?.total ?? 0} 个，未标记 ${row?.missing ?? 0} 个` };
  } },
  { clause: '8.1.4.3 a–b', title: { zh: '审计覆盖每个用户与重要操作', en: 'Audit covers every user and important events' }, run: async (ctx) => {
    const event = entityOf(ctx.model, 'platform/audit-event');
    const { rows } = await ctx.db.query<{ event: string; count: number }>(`select ${columnOf(event, 'event')} as event, count(*)::int as count from ${tableOf(event)} where ${columnOf(event, 'at')} >= $1 group by 1`, [new Date(ctx.services.clock.now().getTime() - 30 * 86_400_000)]);
    const found = kinds.filter((kind) => rows.some((row) => row.event === kind));
    return { met: found.includes('session.sign-in') && found.some((kind) => kind.startsWith('record.')), setting: '登录、授权、增改删、敏感查看、导出、打印、越权均记录', result: `近 30 天有记录的类型：${found.join('、') || '无'}` };
  } },
  { clause: '8.1.4.3 c', title: { zh: '审计记录受保护、留存六个月', en: 'Audit rows protected and kept' }, run: async (ctx) => {
    const days = await numberSetting(ctx.services, 'log.retention-days');
    const verdict = await verifyAudit({ db: ctx.services.pool, model: ctx.model, home: ctx.services.home, now: ctx.services.clock.now() });
    return { met: verdict.intact && days >= leastRetention, setting: `留存 ${days} 天；SM3 链式封存并签名`, result: verdict.flaw ? `第一处问题：${verdict.flaw.kind} ${verdict.flaw.id ?? ''}` : `核验 ${verdict.rows} 行，完整` };
  } },
  { clause: '8.1.4.3 d', title: { zh: '审计进程不可中断', en: 'Audit cannot be switched off' }, run: async (ctx) => {
    const event = entityOf(ctx.model, 'platform/audit-event');
    const refused = await transaction(ctx.services.pool, async (client) => {
      await client.query('savepoint probe');
      const failed = await client.query(`delete from ${tableOf(event)} where id = '00000000-0000-0000-0000-000000000000'`).then(() => false, () => true);
      await client.query('rollback to savepoint probe');
      return failed;
    });
    return { met: refused, setting: '审计与业务同一事务，写不进则操作失败', result: refused ? '试删审计行：被数据库拒绝' : '试删审计行：未被拒绝' };
  } },
  { clause: '8.1.4.4 d', title: { zh: '输入校验', en: 'Input is checked' }, run: async (ctx) => {
    const user = entityOf(ctx.model, 'platform/user');
    const wrong: object[] = [{ $where: '1=1' }, { 'name; drop table': 'x' }, { name: { $regex: '.*' } }];
    const passed = wrong.filter((condition) => { try { parseCondition(ctx.model, user, condition as Record<string, unknown>, { clock: ctx.services.clock }); return true; } catch (error) { return !(error instanceof Problem); } });
    const file = join(tmpdir(), `tamga-probe-${v7()}`);
    await writeFile(file, 'MZ\x90\x00\x03\x00\x00\x00');
    const disguised = await contentKind(file).finally(() => rm(file, { force: true }));
    return { met: passed.length === 0 && disguised === undefined, setting: '所有入口共用一套校验；文件按内容识别', result: `畸形条件 ${wrong.length} 个，放行 ${passed.length} 个；伪装成图片的程序：${disguised === undefined ? '拒绝' : '放行'}` };
  } },
  { clause: '8.1.4.4 e', title: { zh: '已知漏洞管理（组件清单）', en: 'Known holes: list of components' }, run: async () => {
    const lock = await readFile(join(import.meta.dirname, '..', '..', '..', 'package-lock.json'), 'utf8').then((text) => JSON.parse(text) as { packages: Record<string, { integrity?: string }> }, () => undefined);
    const packages = Object.entries(lock?.packages ?? {}).filter(([name]) => name !== '');
    const loose = packages.filter(([, { integrity }]) => !integrity);
    return { met: lock !== undefined && loose.length === 0, setting: 'npm run sbom 输出 CycloneDX 清单', result: lock ? `组件 ${packages.length} 个，均固定版本；无校验值的 ${loose.length} 个` : '没有 package-lock.json' };
  } },
  { clause: '8.1.4.7 a–b', title: { zh: '定义文件完整性', en: 'Integrity of the definitions' }, run: async (ctx) => {
    const verdict = await sealedDefinitions(ctx);
    return { met: verdict.sealedAt !== null && verdict.altered.length === 0, setting: verdict.sealedAt ? `HMAC-SM3，封存于 ${verdict.sealedAt}` : '尚未封存（npm run definitions:seal）', result: verdict.altered.length > 0 ? `被改动：${verdict.altered.slice(0, 5).join('、')}` : `定义 ${verdict.files} 个` };
  } },
  { clause: '8.1.4.8 b', title: { zh: '敏感字段存储保密', en: 'Sensitive fields encrypted at rest' }, run: async ({ model }) => {
    const sensitive = [...model.entities.values()].flatMap((entity) => entity.fields.filter(({ sensitivity }) => sensitivity && sensitivity.level !== 'internal').map(({ name }) => `${entity.key}.${name}`));
    return { met: sensitive.length === 0, setting: '双因素密钥以 SM4 加密；口令以 scrypt 散列；密钥不在数据库', result: sensitive.length === 0 ? '没有敏感字段' : `未加密存储的敏感字段 ${sensitive.length} 个（字段加密尚未提供）` };
  } },
  { clause: '8.1.4.9', title: { zh: '备份与恢复', en: 'Backup and restore' }, run: async (ctx) => {
    const { rows: [row] } = await ctx.db.query<{ value: { at: string; restoredAt?: string } }>("select value from tamga.setting where key = 'backup.last'");
    const fresh = row && ctx.services.clock.now().getTime() - new Date(row.value.at).getTime() < 7 * 86_400_000;
    return { met: Boolean(fresh && row.value.restoredAt), setting: 'npm run backup / restore（尚未提供；请用 PostgreSQL 自带的备份）', result: row ? `最近备份 ${row.value.at}` : '没有备份与恢复演练的记录' };
  } },
  { clause: '8.1.4.10', title: { zh: '剩余信息清除', en: 'Residual information is cleared' }, run: async (ctx) => {
    const session = entityOf(ctx.model, 'platform/session');
    const late = new Date(ctx.services.clock.now().getTime() - 2 * 3600_000);
    const { rows: [row] } = await ctx.db.query<{ sessions: number; exports: number }>(
      `select (select count(*) from ${tableOf(session)} where ${columnOf(session, 'expiresAt')} < $1)::int as sessions, (select count(*) from tamga.job where expires_at < $1 and result is not null and not result ? 'gone')::int as exports`, [late]);
    return { met: row?.sessions === 0 && row.exports === 0, setting: '过期会话与导出文件定时清除；接口答复不缓存', result: `过期未清：会话 ${row?.sessions ?? 0}，导出文件 ${row?.exports ?? 0}` };
  } },
  { clause: '8.1.4.11 a–b', title: { zh: '个人信息：目的、依据、最小可见', en: 'Personal data: purpose, basis, least seen' }, run: async (ctx) => {
    const personal = [...ctx.model.entities.values()].flatMap(({ fields }) => fields).filter(({ sensitivity }) => sensitivity);
    const unmasked = personal.filter(({ sensitivity, type }) => sensitivity && sensitivity.level !== 'internal' && !sensitivity.mask && ['text', 'long-text'].includes(type));
    return { met: unmasked.length === 0, setting: '缺目的或依据的定义检查不通过', result: `个人与受保护字段 ${personal.length} 个，无脱敏方式的 ${unmasked.length} 个；全值查看逐次审计` };
  } },
];

