import type { Alert } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { runDateTiers } from './date-tiers.ts';
import { runTrend } from './trend-alerts.ts';

export { checkEvents } from './event-alerts.ts';
export { checkThresholds } from './threshold-alerts.ts';

/** Looks at an alert's records now; returns how many alarms were raised. Thresholds and events are looked at with every change. */
export async function runAlert(ctx: Context, alert: Alert): Promise<number> {
  if (alert.kind === 'date-tiers') return runDateTiers(ctx, alert);
  return alert.kind === 'trend' || alert.kind === 'no-data' ? runTrend(ctx, alert) : 0;
}
