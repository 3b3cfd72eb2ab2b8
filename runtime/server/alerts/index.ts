import type { Alert } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { runDateTiers } from './date-tiers.ts';

export { checkThresholds } from './threshold-alerts.ts';

/** Looks at an alert's records now; returns how many alarms were raised. Thresholds are looked at with every change. */
export async function runAlert(ctx: Context, alert: Alert): Promise<number> {
  return alert.kind === 'date-tiers' ? runDateTiers(ctx, alert) : 0;
}
