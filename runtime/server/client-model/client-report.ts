import { entityOf, type Condition, type Report, type Widget } from '../../model/model.ts';
import type { ClientDashboard, ClientReport, ClientWidget } from '../../model/client-types.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { canReadReport } from '../reports/report-rights.ts';
import { clientField, fieldAt, say } from './client-field.ts';

/** A report as this person may see it. */
export function clientReport(ctx: Context, key: string): ClientReport | undefined {
  const report = ctx.model.reports.get(key);
  const entity = report && entityOf(ctx.model, report.entity);
  if (!report || !entity || !canReadReport(ctx, key)) return undefined;
  const drill = report.drill?.split('/');
  const fieldOf = (path: string, label?: { zh: string; en: string }) => { const found = fieldAt(ctx, entity, path); return found && clientField(ctx, found.entity, found.field, path, label); };
  const shown = report.measures.filter((m) => !m.hidden);
  return {
    kind: 'report', app: report.app, name: report.name, label: say(ctx, report.label), entity: entity.name, entityApp: entity.app,
    dimensions: report.dimensions.flatMap((d) => { const field = fieldOf(d.path, d.label); return field ? [{ ...field, path: d.path, name: d.name, ...(d.grain ? { grain: d.grain, grains: d.grains } : {}), ...(d.level ? { level: d.level, levels: d.levels } : {}) }] : []; }),
    measures: shown.map((m) => ({ name: m.name, label: say(ctx, m.label), type: 'decimal', ...(m.unit ? { unit: say(ctx, m.unit) } : {}), ...(canDrill(report, m.name) ? { drill: true } : {}) })),
    filters: report.filters.flatMap((f) => { const field = fieldOf(f.path, f.label); return field && !field.masked ? [{ ...field, name: f.path, ...(f.required ? { required: true } : {}), ...(f.default === undefined ? {} : { preset: true }) }] : []; }),
    chart: report.chart ?? (report.dimensions.some((d) => d.grain) ? 'line' : 'bar'), can: { export: accessTo(ctx, entity).can('export') },
    ...(report.description ? { description: say(ctx, report.description) } : {}), ...(report.pivot ? { pivot: report.pivot } : {}), ...(drill ? { drill: { app: drill[0]!, list: drill[1]! } } : {}),
  };
}

/** Does a list show the records behind a measure? Those of a ratio above its line. */
function canDrill(report: Report, name: string): boolean {
  const measure = report.measures.find((m) => m.name === name);
  if (!measure || !measure.drill || report.suppressBelow !== undefined) return false;
  if (measure.how.kind === 'ratio') return canDrill(report, measure.how.of);
  const list = measure.source === undefined ? report.drill : report.sources.find((s) => s.name === measure.source)?.drill;
  return list !== undefined;
}

/** A dashboard with the cards that this person may see; nothing when there are none. */
export function clientDashboard(ctx: Context, key: string): ClientDashboard | undefined {
  const dashboard = ctx.model.dashboards.get(key);
  if (!dashboard) return undefined;
  const pages = dashboard.pages.map((page) => ({ ...(page.label ? { label: say(ctx, page.label) } : {}), widgets: page.widgets.filter((w) => canReadReport(ctx, w.report)).map((w) => clientWidget(ctx, w)) })).filter((page) => page.widgets.length > 0);
  if (pages.length === 0) return undefined;
  return { kind: 'dashboard', app: dashboard.app, name: dashboard.name, label: say(ctx, dashboard.label), layout: dashboard.layout, rotate: dashboard.rotate, pages, ...(dashboard.refresh ? { refresh: dashboard.refresh } : {}) };
}

/** What a card asks for comes on top of the report's defaults. */
function defaultsOf(report: Report): Condition {
  return Object.fromEntries(report.filters.flatMap((f) => f.default === undefined ? [] : [[f.path, f.default]]));
}

/** One card of a dashboard or page. */
export function clientWidget(ctx: Context, w: Widget): ClientWidget {
  const report = ctx.model.reports.get(w.report)!;
  const entity = entityOf(ctx.model, report.entity);
  const named = (name: string | undefined) => {
    const dimension = report.dimensions.find((d) => d.name === name);
    const field = dimension && fieldAt(ctx, entity, dimension.path);
    return dimension && field ? { name: dimension.name, label: say(ctx, dimension.label ?? field.field.label) } : undefined;
  };
  const [dimension, series] = [named(w.dimension), named(w.series)];
  const link = w.link?.split('/');
  return {
    type: w.type, label: say(ctx, w.label), report: { app: report.app, name: report.name }, width: w.width, height: w.height, count: w.count,
    measures: w.measures.flatMap((n) => { const m = report.measures.find((x) => x.name === n); return m ? [{ name: m.name, label: say(ctx, m.label), ...(m.unit ? { unit: say(ctx, m.unit) } : {}) }] : []; }),
    ...(dimension ? { dimension } : {}), ...(series ? { series } : {}), ...(w.where ? { where: { ...defaultsOf(report), ...w.where } } : {}), ...(w.grain ? { grain: w.grain } : {}), ...(w.level ? { level: w.level } : {}),
    ...(w.max === undefined ? {} : { max: w.max }), ...(w.map ? { map: w.map } : {}), ...(link ? { link: { app: link[0]!, list: link[1]! } } : {}),
  };
}
