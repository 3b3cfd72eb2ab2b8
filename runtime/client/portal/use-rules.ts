import { useEffect, useState } from 'react';
import type { ClientField } from '../../model/client-types.ts';

type Judge = (rule: string, values: Record<string, unknown>) => boolean;

/** When fields are shown and needed. The rules' evaluator is large, so only forms that have rules load it; the server holds them in any case. */
export function useRules(fields: readonly ClientField[], values: Record<string, unknown>): { isVisible: (field: ClientField) => boolean; isRequired: (field: ClientField) => boolean } {
  const [judge, setJudge] = useState<Judge | null>(null);
  const hasRules = fields.some((field) => field.visibleWhen !== undefined || field.requiredWhen !== undefined);
  useEffect(() => { if (hasRules) void import('./judge-rule.ts').then(({ judgeRule }) => setJudge(() => judgeRule)); }, [hasRules]);
  const given = (): Record<string, unknown> => Object.fromEntries(fields.map((field) => [field.name, values[field.name] === undefined || values[field.name] === '' ? null : field.type === 'reference' || field.type === 'area' ? { id: values[field.name], code: values[field.name] } : values[field.name]]));
  return {
    isVisible: (field) => field.visibleWhen === undefined || judge === null || judge(field.visibleWhen, given()),
    isRequired: (field) => field.required === true || (field.requiredWhen !== undefined && judge !== null && judge(field.requiredWhen, given())),
  };
}
