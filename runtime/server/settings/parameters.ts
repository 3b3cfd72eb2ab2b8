import type { Text } from '../../model/model.ts';

/** A parameter that the server itself reads; its row in `platform/parameter` holds the value in force. */
export interface Parameter {
  group: 'sign-in' | 'password' | 'session' | 'log';
  type: 'integer' | 'choice';
  label: Text;
  value: string;
  /** Value in demo mode, where it differs. */
  demo?: string;
  min?: number;
  max?: number;
  options?: readonly string[];
}

const number = (group: Parameter['group'], zh: string, en: string, value: number, min: number, max: number, demo?: number): Parameter =>
  ({ group, type: 'integer', label: { zh, en }, value: String(value), min, max, ...(demo === undefined ? {} : { demo: String(demo) }) });

/** Parameters by code, with the limits between which administrators may set them. Limits follow GB/T 22239-2019 8.1.4.1 as sites of level 3 apply it. */
export const parameters = {
  'sign-in.max-failures': number('sign-in', '连续登录失败多少次后锁定', 'Failed sign-ins that lock', 5, 3, 10),
  'sign-in.lock-minutes': number('sign-in', '锁定时长（分钟）', 'Minutes of a lock', 15, 5, 1440),
  'sign-in.second-factor': { group: 'sign-in', type: 'choice', label: { zh: '谁必须使用双因素（动态口令）', en: 'Who must use a second factor' }, value: 'administrators', demo: 'nobody', options: ['nobody', 'administrators', 'everybody'] },
  'password.min-length': number('password', '密码最短长度', 'Fewest characters of a password', 10, 8, 64),
  'password.classes': number('password', '密码至少包含几类字符', 'Kinds of characters in a password', 3, 2, 4),
  'password.history': number('password', '不得重复最近几次的密码', 'Earlier passwords that may not come back', 5, 0, 24),
  'password.max-age-days': number('password', '密码有效期（天，0 为不限）', 'Days that a password holds (0: no end)', 90, 0, 365, 0),
  'session.idle-minutes': number('session', '无操作自动退出（分钟）', 'Minutes without a request that end a session', 30, 5, 120),
  'session.absolute-hours': number('session', '登录最长时间（小时）', 'Hours that end a session', 12, 1, 24),
  'session.max-per-person': number('session', '同一账号同时登录数', 'Sessions of one person at once', 10, 1, 50),
  'log.retention-days': number('log', '审计日志保存天数', 'Days that audit events are kept', 365, 180, 3650),
} as const satisfies Record<string, Parameter>;

export type ParameterCode = keyof typeof parameters;
