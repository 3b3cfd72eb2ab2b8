import { v7 } from 'uuid';
import { entityOf } from '../../model/model.ts';
import { Problem } from '../../problems.ts';
import { countFailure, passwordErrors, refuseLocked } from '../auth/index.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { numberSetting, setting } from '../settings/index.ts';
import type { Context } from '../context.ts';
import type { Probe } from './probe.ts';

const weak = ['12345678', 'password', 'Aa1-'];

export const identityProbes: readonly Probe[] = [
  { clause: '8.1.4.1 a', title: { zh: '身份唯一、口令复杂并定期更换', en: 'Unique identity, complex passwords that are changed' }, run: async ({ services }) => {
    const [min, classes, age, history] = await Promise.all((['password.min-length', 'password.classes', 'password.max-age-days', 'password.history'] as const).map((code) => numberSetting(services, code)));
    const accepted = [];
    for (const password of weak) if ((await passwordErrors(services, password, '')).length === 0) accepted.push(password);
    return { met: accepted.length === 0 && min! >= 8 && classes! >= 3 && age! > 0 && age! <= 90 && history! > 0, setting: `最短 ${min}；字符 ${classes} 类；有效期 ${age} 天；不重复最近 ${history} 次`, result: `弱口令 ${weak.length} 个，接受 ${accepted.length} 个` };
  } },
  { clause: '8.1.4.1 b', title: { zh: '登录失败处理与超时退出', en: 'Failed sign-ins lock, idle sessions end' }, run: async ({ services }) => {
    const [most, minutes, idle] = await Promise.all((['sign-in.max-failures', 'sign-in.lock-minutes', 'session.idle-minutes'] as const).map((code) => numberSetting(services, code)));
    // A name of its own, tried for real: so many failures, and then it is locked.
    const name = `evidence-${v7()}`;
    for (let i = 0; i < most!; i += 1) await countFailure(services, name, 'evidence');
    const locked = await refuseLocked(services, name, 'evidence').then(() => false, (error: unknown) => error instanceof Problem && error.code === 'session.locked');
    await services.pool.query('delete from tamga.failed_sign_in where username = $1', [name]);
    return { met: locked && most! <= 10 && idle! <= 30, setting: `${most} 次失败锁定 ${minutes} 分钟；${idle} 分钟无操作退出`, result: locked ? `第 ${most! + 1} 次尝试被拒` : '未锁定' };
  } },
  { clause: '8.1.4.1 c', title: { zh: '远程管理时鉴别信息不被窃听', en: 'Credentials protected in transit' }, run: async ({ services }) => ({
    met: services.tls !== 'none', setting: { server: 'HTTPS（本服务）', proxy: 'HTTPS（前置代理）', none: '明文 HTTP' }[services.tls], result: services.tls === 'none' ? '口令以明文 HTTP 传输' : '由 TLS 保护；请核验代理的协议版本',
  }) },
  { clause: '8.1.4.1 d', title: { zh: '管理员双因素鉴别', en: 'Two factors for administrators' }, run: async (ctx) => {
    const who = await setting(ctx.services, 'sign-in.second-factor');
    const administrators = await administratorsOf(ctx);
    const without = administrators.filter(({ factor }) => !factor);
    return { met: who !== 'nobody' && without.length === 0, setting: { nobody: '不要求', administrators: '管理员必须', everybody: '所有人必须' }[who] ?? who, result: `管理员 ${administrators.length} 人，未绑定 ${without.length} 人${without.length > 0 ? `：${without.map(({ username }) => username).join('、')}` : ''}` };
  } },
  { clause: '8.1.4.2 a–c', title: { zh: '无默认账号、无多余账号', en: 'No default and no surplus accounts' }, run: async (ctx) => {
    const user = entityOf(ctx.model, 'platform/user');
    const event = entityOf(ctx.model, 'platform/audit-event');
    const { rows } = await ctx.db.query<{ username: string }>(
      `select u.${columnOf(user, 'username')} as username from ${tableOf(user)} u where u.${columnOf(user, 'active')} is not false and u.created_at < $1
       and not exists (select from ${tableOf(event)} e where e.${columnOf(event, 'user')} = u.id and e.${columnOf(event, 'event')} = 'session.sign-in' and e.${columnOf(event, 'at')} >= $1) order by 1 limit 50`,
      [new Date(ctx.services.clock.now().getTime() - 90 * 86_400_000)]);
    return { met: !ctx.services.demo && rows.length === 0, setting: ctx.services.demo ? '演示模式（有默认账号）' : '生产模式（无默认账号）', result: `90 天未登录的启用账号 ${rows.length} 个${rows.length > 0 ? `：${rows.slice(0, 10).map(({ username }) => username).join('、')}` : ''}` };
  } },
  { clause: '8.1.4.2 d', title: { zh: '三员分立，最小权限', en: 'Separated administrators, least privilege' }, run: async (ctx) => {
    const roles = [...ctx.model.roles.values()].filter(({ administrative }) => administrative);
    const nosy = roles.filter((role) => [...role.grants.keys()].some((key) => !key.startsWith('platform/')));
    const administrators = await administratorsOf(ctx);
    const several = administrators.filter(({ roles: held }) => held.length > 1 || held.some((name) => !ctx.model.roles.get(name)?.administrative));
    const missing = ['platform.system-admin', 'platform.security-admin', 'platform.audit-admin'].filter((name) => !administrators.some(({ roles: held }) => held.includes(name)));
    return { met: nosy.length === 0 && several.length === 0 && missing.length === 0, setting: `管理角色 ${roles.length} 个，可见业务数据的 ${nosy.length} 个`, result: `兼任 ${several.length} 人；缺 ${missing.length} 员${missing.length > 0 ? `：${missing.join('、')}` : ''}` };
  } },
];

interface Administrator { username: string; roles: string[]; factor: boolean }

async function administratorsOf(ctx: Context): Promise<Administrator[]> {
  const user = entityOf(ctx.model, 'platform/user');
  const grant = entityOf(ctx.model, 'platform/role-grant');
  const administrative = [...ctx.model.roles.values()].filter((role) => role.administrative).map(({ name }) => name);
  const { rows } = await ctx.db.query<Administrator>(
    `select u.${columnOf(user, 'username')} as username, array_agg(distinct g.${columnOf(grant, 'role')}) as roles, bool_or(c.second_factor_since is not null) as factor
     from ${tableOf(user)} u join ${tableOf(grant)} g on g.${columnOf(grant, 'user')} = u.id left join tamga.credential c on c.user_id = u.id
     where u.${columnOf(user, 'active')} is not false group by u.id having bool_or(g.${columnOf(grant, 'role')} = any($1)) order by 1`, [administrative]);
  return rows;
}
