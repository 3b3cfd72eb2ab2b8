import { CronExpressionParser } from 'cron-parser';
import type * as S from '../../../schemas/generated/types.ts';
import type { Action, Alert, Job, JobStep } from '../model.ts';
import { suggest } from '../suggest.ts';
import { checkCondition } from './check-condition.ts';
import { qualify, suggestName, toText, type Linker, type Place } from './linker.ts';

/** Links a job: its times, and the alerts and actions it runs. */
export function linkJob(source: S.Job, name: string, place: Place, linker: Linker, known: { alerts: Map<string, Alert>; actions: Map<string, Map<string, Action>> }): Job {
  try { CronExpressionParser.parse(source.cron); } catch { linker.report(place, '/cron', 'definition.cron', `"${source.cron}" is no cron expression`, 'five fields: minute hour day month weekday'); }
  const run = source.run.map((step, i) => linkStep(step, `/run/${i}`, place, linker, known)).filter((step): step is JobStep => step !== undefined);
  return { app: place.app, name, label: toText(source.label), cron: source.cron, run };
}

function linkStep(step: S.Job['run'][number], at: string, place: Place, linker: Linker, { alerts, actions }: { alerts: Map<string, Alert>; actions: Map<string, Map<string, Action>> }): JobStep | undefined {
  if (step.alert !== undefined) {
    for (const more of ['action', 'of', 'where'] as const) if (step[more] !== undefined) linker.report(place, `${at}/${more}`, 'definition.unknown-property', `"${more}" does not belong to an alert`);
    const alert = qualify(step.alert, place.app);
    if (!alerts.has(alert) && !linker.isDeclared('alert', alert)) linker.report(place, `${at}/alert`, 'definition.unknown-alert', `unknown alert "${step.alert}"`, suggestName(step.alert, place.app, alerts.keys()));
    return { kind: 'alert', alert };
  }
  if (step.action === undefined || step.of === undefined) {
    linker.report(place, at, 'definition.missing-property', 'an "alert", or an "action" with "of" is missing');
    return undefined;
  }
  const entity = linker.entity(place, `${at}/of`, step.of);
  if (!entity) return undefined;
  if (step.where) checkCondition(step.where, entity, place, `${at}/where`, linker);
  const own = actions.get(entity.key);
  const action = own?.get(step.action);
  if (!action && !linker.isDeclared('action', qualify(step.action, place.app))) linker.report(place, `${at}/action`, 'definition.unknown-action', `${entity.name} has no action "${step.action}"`, suggest(step.action, own?.keys() ?? []));
  if (action && (action.on !== 'record' || action.input.some((field) => field.required && !field.default))) linker.report(place, `${at}/action`, 'definition.type', `"${step.action}" cannot run by itself: it needs a record and no required input`);
  return { kind: 'action', entity: entity.key, action: step.action, ...(step.where ? { where: step.where } : {}) };
}
