import { createHash } from 'node:crypto';
import type * as S from '../../../schemas/generated/types.ts';
import { parseProcess } from '../../bpmn/index.ts';
import type { Condition, Entity, EntityGrant, Form, Model, Role } from '../model.ts';
import { formatProblem, type DefinitionProblem, type Source } from '../source.ts';
import { suggest } from '../suggest.ts';
import { checkCondition } from './check-condition.ts';
import { linkAlert } from './link-alert.ts';
import { linkAction } from './link-action.ts';
import { declareEntity, linkFeelTypes, linkFields, linkRules } from './link-entity.ts';
import { linkLedger } from './link-ledger.ts';
import { checkMaintained, linkDictionary } from './link-dictionary.ts';
import { linkPage } from './link-page.ts';
import { checkPortalLinks, linkPortal } from './link-portal.ts';
import { linkDecisions } from './link-decisions.ts';
import { linkBank, linkQuestionnaire } from './link-questionnaire.ts';
import { linkJob } from './link-job.ts';
import { linkMessage } from './link-message.ts';
import { calledProcesses, linkProcess } from './link-process.ts';
import { linkDashboard } from './link-dashboard.ts';
import { linkDetail } from './link-detail.ts';
import { defaultList, linkList } from './link-list.ts';
import { linkReport } from './link-report.ts';
import { defaultDetail, defaultForm, linkForm } from './link-views.ts';
import { linkTemplate } from './link-template.ts';
import { createLinker, qualify, suggestName, toText, type Linker, type Place } from './linker.ts';

export { defaultForm } from './link-views.ts';
export { systemFields, toSnake } from './linker.ts';

/** Links valid (or repaired) sources to one model; with any problem there is no model, and all problems are told. */
export async function link(sources: Source[]): Promise<{ model?: Model; problems: DefinitionProblem[] }> {
  const of = <K extends keyof S.Definitions>(kind: K) => sources.filter((s) => s.kind === kind && (kind === 'entity' || s.damage?.whole !== true)).map((s) => ({ source: s, place: { file: s.file, app: s.app, ...(s.damage ? { damage: s.damage } : {}) }, key: `${s.app}/${s.name}`, def: (s.damage?.whole ? { label: s.name, fields: {} } : s.content) as S.Definitions[K] }));
  const entities = new Map<string, Entity>();
  const linker = createLinker(entities, sources);
  reportDuplicates(sources, linker);
  const dictionaries = new Map(of('dictionary').map(({ key, def, place, source }) => [key, linkDictionary(def, source.name, place, linker)]));
  // Roles can be chosen like the codes of any dictionary.
  dictionaries.set('platform/apps', { key: 'platform/apps', app: 'platform', name: 'apps', label: { zh: '应用', en: 'Apps' }, mappings: new Map(), versions: [{ version: null, effective: null, options: of('app').filter(({ source }) => source.app !== 'platform').map(({ source, def }) => ({ value: source.app, label: toText(def.label) })) }] });
  dictionaries.set('platform/roles', { key: 'platform/roles', app: 'platform', name: 'roles', label: { zh: '角色', en: 'Roles' }, mappings: new Map(), versions: [{ version: null, effective: null, options: of('role').map(({ source, def }) => ({ value: `${source.app}.${source.name}`, label: toText(def.label) })) }] });
  const processSources = sources.filter((s) => s.kind === 'process');
  const parsed = await Promise.all(processSources.map(async (s) => ({ s, ...(await parseProcess(String(s.content))) })));
  // Processes as well: a substitute may stand in for some of them only.
  dictionaries.set('platform/processes', { key: 'platform/processes', app: 'platform', name: 'processes', label: { zh: '流程', en: 'Processes' }, mappings: new Map(), versions: [{ version: null, effective: null, options: parsed.flatMap(({ process }) => (process ? [{ value: process.id, label: toText(process.title ?? process.name ?? process.id) }] : [])) }] });
  for (const { key, place, def, source } of of('entity')) entities.set(key, declareEntity(def, place, source.name));
  for (const { key, place, def } of of('entity')) linkFields(entities.get(key)!, def, place, linker, dictionaries);
  for (const { key, place, def } of of('entity')) linkLedger(entities.get(key)!, def, place, linker);
  for (const { key, place, def } of of('entity')) linkBank(entities.get(key)!, def, place, linker);
  linkFeelTypes(entities);
  for (const { key, place, def } of of('entity')) linkRules(entities.get(key)!, def, place, linker);
  for (const { key, place } of of('dictionary')) checkMaintained(dictionaries.get(key)!, place, linker);

  const roleNames = new Set(sources.filter((s) => s.kind === 'role').map((s) => `${s.app}.${s.name}`));
  const messages: Model['messages'] = new Map();
  for (const { key, place, def, source } of of('message')) {
    messages.set(key, linkMessage(def, source.name, place, linker));
  }
  for (const { s, problems } of parsed) for (const p of problems) linker.report({ file: s.file, app: s.app }, `#${p.elementId}`, p.code, p.message, p.hint);
  const decisions = await linkDecisions(sources.filter(({ kind }) => kind === 'decision'), linker);
  const processNames = new Set(parsed.map((p) => p.process?.id ?? p.s.name));

  const actions: Model['actions'] = new Map();
  // Actions whose entity is not known: that is told once, not again wherever the action is named.
  const unlinked = new Set(sources.filter((s) => s.kind === 'action' && s.damage?.whole).map((s) => s.name));
  for (const { place, def, source } of of('action')) {
    const action = linkAction(def, source.name, place, linker, { messages: new Set(messages.keys()), processes: processNames, roles: roleNames, dictionaries });
    if (!action) { unlinked.add(source.name); continue; }
    const group = actions.get(action.entity) ?? new Map();
    if (group.has(action.name)) linker.report(place, '/', 'definition.duplicate', `"${action.entity}" already has an action "${action.name}"`);
    actions.set(action.entity, group.set(action.name, action));
  }

  const bound = new Set(parsed.map(({ s, process }) => process?.entity === undefined ? '' : qualify(process.entity, s.app)));
  const lists: Model['lists'] = new Map();
  const forms: Model['forms'] = new Map();
  for (const { key, place, def, source } of of('list')) setIf(lists, key, linkList(def, source.name, place, linker, actions, (entity) => bound.has(entity) || parsed.some(({ process }) => !process)));
  for (const { key, place, def, source } of of('form')) setIf(forms, key, linkForm(def, source.name, place, linker));
  for (const entity of entities.values()) {
    if (!lists.has(entity.key)) lists.set(entity.key, defaultList(entity));
    if (!forms.has(entity.key)) forms.set(entity.key, defaultForm(entity));
  }
  const formOf = (entity: Entity): Form => forms.get(entity.key) ?? defaultForm(entity);
  const reports: Model['reports'] = new Map();
  for (const { key, place, def, source } of of('report')) setIf(reports, key, linkReport(def, source.name, place, linker, lists));
  const details: Model['details'] = new Map();
  for (const { key, place, def, source } of of('detail')) setIf(details, key, linkDetail(def, source.name, place, linker, { form: formOf, lists, reports }));
  for (const entity of entities.values()) if (!details.has(entity.key)) details.set(entity.key, defaultDetail(entity, formOf(entity)));
  const dashboards: Model['dashboards'] = new Map(of('dashboard').map(({ key, place, def, source }) => [key, linkDashboard(def, source.name, place, linker, reports, lists)]));

  const templates: Model['templates'] = new Map();
  for (const { key, place, def, source } of of('template')) setIf(templates, key, linkTemplate(def, source.name, place, linker, actions));

  const processes: Model['processes'] = new Map();
  const processOf: Model['processOf'] = new Map();
  const called = calledProcesses(parsed.flatMap(({ process }) => process ?? []));
  for (const { s, process } of parsed) {
    if (!process) { unlinked.add('submit'); continue; }
    const place = { file: s.file, app: s.app };
    if (process.id !== s.name) linker.report(place, `#${process.id}`, 'definition.name', `the process id "${process.id}" is not the file's name "${s.name}"`);
    const linked = linkProcess(s, process, linker, { roles: roleNames, messages: new Set(messages.keys()), actions, forms: new Set(forms.keys()), processes: parsed.flatMap((each) => each.process ?? []), decisions });
    if (!linked) { unlinked.add('submit'); continue; }
    processes.set(linked.key, linked);
    // What only others call is not what `submit` starts.
    if (linked.entity === '' || called.has(linked.key)) continue;
    if (processOf.has(linked.entity)) linker.report(place, `#${process.id}`, 'definition.duplicate', `"${linked.entity}" already has the process "${processOf.get(linked.entity)!.key}"`);
    processOf.set(linked.entity, linked);
  }
  checkTransitions(entities, actions, processNames, unlinked, linker);

  const alerts: Model['alerts'] = new Map();
  for (const { key, place, def, source } of of('alert')) setIf(alerts, key, linkAlert(def, source.name, place, linker, messages, roleNames));
  const jobs: Model['jobs'] = new Map();
  for (const { key, place, def, source } of of('job')) jobs.set(key, linkJob(def, source.name, place, linker, { alerts, actions }));
  const roles: Model['roles'] = new Map(of('role').map(({ place, def, source }) => [`${source.app}.${source.name}`, linkRole(def, `${source.app}.${source.name}`, place, linker, actions, unlinked, processOf, roleNames, reports, templates)]));
  const pageNames = new Set(sources.filter((s) => s.kind === 'page').map((s) => `${s.app}/${s.name}`));
  const pages: Model['pages'] = new Map(of('page').map(({ key, place, def, source }) => [key, linkPage(def, source.name, { place, linker, reports, lists, dashboards, pages: pageNames })]));
  const questionnaires: Model['questionnaires'] = new Map();
  for (const { key, place, def, source } of of('questionnaire')) setIf(questionnaires, key, linkQuestionnaire(def, source.name, place, linker));
  const portals: Model['portals'] = new Map();
  for (const { place, def, source } of of('portal')) {
    if (portals.has(source.app)) linker.report(place, '/', 'definition.duplicate', `"${source.app}" already has the portal "${portals.get(source.app)!.name}"`);
    const linked = linkPortal(def, source.name, place, linker, { actions, processOf, messages });
    portals.set(source.app, linked.portal);
    for (const role of linked.roles) roles.set(role.name, role);
  }
  checkPortalLinks(portals, linker, (app) => sources.find((s) => s.kind === 'portal' && s.app === app)?.file ?? app);
  const appNames = new Set(sources.filter((s) => s.kind === 'app').map((s) => s.app));
  const apps: Model['apps'] = new Map(of('app').map(({ place, def, source }) => {
    const menu = def.menu?.map((group, i) => ({
      label: toText(group.label), ...(group.icon ? { icon: group.icon } : {}),
      items: group.items.map((item, j) => {
        if (item.tool !== undefined) return { kind: 'tool' as const, key: `${place.app}/${item.tool}`, ...(item.label ? { label: toText(item.label) } : {}) };
        const kind = item.list !== undefined ? 'list' as const : item.dashboard !== undefined ? 'dashboard' as const : item.page !== undefined ? 'page' as const : 'report' as const;
        const name = item.list ?? item.dashboard ?? item.page ?? item.report ?? '';
        const key = qualify(name, place.app);
        const known: Map<string, unknown> = { list: lists, dashboard: dashboards, report: reports, page: pages }[kind];
        if (!known.has(key) && !linker.isDeclared(kind, key)) linker.report(place, `/menu/${i}/items/${j}/${kind}`, `definition.unknown-${kind}`, `unknown ${kind} "${name}"`, suggestName(name, place.app, known.keys()));
        return { kind, key, ...(item.label ? { label: toText(item.label) } : {}) };
      }),
    }));
    def.needs?.forEach((n, i) => { if (!appNames.has(n)) linker.report(place, `/needs/${i}`, 'definition.unknown-app', `unknown app "${n}"`, suggest(n, appNames)); });
    const fallback = [{ label: toText(def.label), items: [...entities.values()].filter((e) => e.app === source.app && !e.lineOf).map((e) => ({ kind: 'list' as const, key: e.key })) }];
    return [source.app, { name: source.app, label: toText(def.label), order: def.order ?? 100, needs: def.needs ?? [], menu: menu ?? fallback, ...(def.icon ? { icon: def.icon } : {}) }];
  }));
  for (const name of new Set(sources.filter((s) => s.kind !== 'scenario').map((s) => s.app))) {
    if (!appNames.has(name)) linker.report({ file: `app-definitions/${name}/app.json`, app: name }, '/', 'definition.unknown-app', `the folder "${name}" has no app.json`, suggest(name, appNames));
  }
  checkNeeds(entities, apps, new Set(sources.filter((s) => s.kind === 'app' && s.damage).map((s) => s.app)), linker);
  if (linker.problems.length > 0 || sources.some((s) => s.damage)) return { problems: sortProblems(linker.problems) };
  const revision = createHash('sha256').update(JSON.stringify(sources.map((s) => [s.file, s.content]))).digest('hex').slice(0, 16);
  return {
    problems: [],
    model: {
      revision,
      apps,
      entities,
      dictionaries,
      roles,
      actions,
      lists,
      forms,
      details,
      messages,
      jobs,
      alerts,
      reports,
      dashboards,
      templates,
      pages,
      portals,
      questionnaires,
      decisions,
      processes,
      processOf,
    },
  };
}

function reportDuplicates(sources: Source[], linker: Linker): void {
  const seen = new Map<string, string>();
  for (const s of sources) {
    if (s.kind === 'action' || s.kind === 'scenario') continue;
    const key = s.kind === 'process' ? `process ${s.name}` : `${s.kind} ${s.app}/${s.name}`;
    const before = seen.get(key);
    if (before) linker.report({ file: s.file, app: s.app }, '/', 'definition.duplicate', `${key} is declared twice`, `also in ${before}`);
    else seen.set(key, s.file);
  }
}

function linkRole(def: S.Role, name: string, place: Place, linker: Linker, actions: Model['actions'], unlinked: Set<string>, processOf: Model['processOf'], roleNames: Set<string>, reports: Model['reports'], templates: Model['templates']): Role {
  const grants = new Map<string, EntityGrant>();
  for (const [entityName, raw] of Object.entries(def.grants)) {
    const pointer = `/grants/${entityName.replaceAll('/', '~1')}`;
    const entity = linker.entity(place, pointer, entityName);
    if (!entity) continue;
    const permission = (key: 'read' | 'create' | 'update' | 'delete'): boolean | Condition => {
      const value = raw[key];
      if (typeof value !== 'object') return value ?? false;
      checkCondition(value.where, entity, place, `${pointer}/${key}/where`, linker);
      return value.where as Condition;
    };
    const known = [...(actions.get(entity.key)?.values() ?? [])].filter((a) => !a.internal).map((a) => a.name);
    if (processOf.has(entity.key)) known.push('submit');
    if (entity.history && !entity.lineOf && !entity.managed) known.push('restore');
    if (entity.tree) known.push('move', 'merge');
    raw.actions?.forEach((a, i) => { if (!known.includes(a) && !unlinked.has(a)) linker.report(place, `${pointer}/actions/${i}`, 'definition.unknown-action', `unknown action "${a}" of ${entity.name}`, suggest(a, known)); });
    const papers = [...templates.values()].filter((template) => template.entity === entity.key).map((template) => template.name);
    raw.print?.forEach((t, i) => { if (!papers.includes(t) && !linker.isDeclared('template', `${entity.app}/${t}`)) linker.report(place, `${pointer}/print/${i}`, 'definition.unknown-template', `unknown template "${t}" of ${entity.name}`, suggest(t, papers)); });
    for (const key of ['hide', 'mask', 'readOnly'] as const) raw[key]?.forEach((f, i) => {
      const field = entity.byName.get(f);
      if (!field && !linker.isVague(entity, f)) linker.report(place, `${pointer}/${key}/${i}`, 'definition.unknown-field', `unknown field "${f}"`, suggest(f, entity.byName.keys()));
    });
    grants.set(entity.key, {
      read: permission('read'), create: permission('create'), update: permission('update'), delete: permission('delete'),
      export: raw.export ?? false, import: raw.import ?? false, print: raw.print ?? [], actions: raw.actions ?? [], scope: raw.scope ?? 'grant', hide: raw.hide ?? [], mask: raw.mask ?? [], readOnly: raw.readOnly ?? [],
    });
  }
  const business = [...grants.keys()].find((key) => !key.startsWith('platform/'));
  if (def.administrative && business) linker.report(place, '/grants', 'definition.administrative', `an administrative role may not see business data such as "${business}"`);
  checkHidden(def, grants, place, linker);
  def.excludes?.forEach((r, i) => { if (!roleNames.has(r)) linker.report(place, `/excludes/${i}`, 'definition.unknown-role', `unknown role "${r}"`, suggest(r, roleNames)); });
  const reportKeys = (def.reports ?? []).map((r, i) => {
    const key = qualify(r, place.app);
    if (!reports.has(key) && !linker.isDeclared('report', key)) linker.report(place, `/reports/${i}`, 'definition.unknown-report', `unknown report "${r}"`, suggestName(r, place.app, reports.keys()));
    return key;
  });
  return { name, label: toText(def.label), excludes: def.excludes ?? [], administrative: def.administrative ?? false, grants, reports: new Set(reportKeys), engine: new Set(def.engine), ...(def.description ? { description: toText(def.description) } : {}) };
}

/** A condition on a field that the same role hides would tell by its results what the field holds. */
function checkHidden(def: S.Role, grants: Map<string, EntityGrant>, place: Place, linker: Linker): void {
  for (const [entityName, raw] of Object.entries(def.grants)) {
    const entity = linker.entities.get(qualify(entityName, place.app));
    for (const key of entity ? ['read', 'create', 'update', 'delete'] as const : []) {
      const value = raw[key];
      if (typeof value !== 'object') continue;
      for (const path of fieldPaths(value.where)) {
        let at: Entity | undefined = entity;
        for (const name of path.split('.')) {
          if (at && grants.get(at.key)?.hide.includes(name)) linker.report(place, `/grants/${entityName.replaceAll('/', '~1')}/${key}/where/${path}`, 'condition.hidden-field', `"${name}" is hidden from this role`, 'a condition may not look at what its role may not see');
          const reference: string | undefined = at?.byName.get(name)?.reference?.entity;
          at = reference === undefined ? undefined : linker.entities.get(reference);
        }
      }
    }
  }
}

/** Every field path that a condition names. */
function fieldPaths(condition: unknown): string[] {
  if (Array.isArray(condition)) return condition.flatMap(fieldPaths);
  if (typeof condition !== 'object' || condition === null) return [];
  return Object.entries(condition).flatMap(([key, value]) => key.startsWith('$') ? fieldPaths(value) : [key]);
}

/** Every `by` of a transition must be an action of the app or a process. */
function checkTransitions(entities: Map<string, Entity>, actions: Model['actions'], processes: Set<string>, unused: Set<string>, linker: Linker): void {
  for (const entity of entities.values()) {
    // An action on another record of the app may move this one along, such as a change that puts it in force.
    const known = [...[...actions].filter(([key]) => key.startsWith(`${entity.app}/`)).flatMap(([, own]) => [...own.keys()]), ...processes, ...unused];
    entity.states?.transitions.forEach((t, i) => t.by.forEach((name, j) => {
      if (!known.includes(name)) linker.report({ file: entity.file, app: entity.app }, `/states/transitions/${i}/by/${j}`, 'definition.unknown-action', `"${name}" is neither an action of "${entity.name}" nor a process`, suggest(name, known));
    }));
  }
}

/** An app may only refer to the apps it names. */
function checkNeeds(entities: Map<string, Entity>, apps: Model['apps'], damaged: Set<string>, linker: Linker): void {
  for (const entity of entities.values()) {
    const app = apps.get(entity.app);
    if (!app || damaged.has(entity.app)) continue;
    const needs = new Set([entity.app, 'platform', ...app.needs]);
    for (const field of entity.fields) {
      const target = (field.reference?.entity ?? field.references?.entity ?? field.lines?.entity)?.split('/')[0];
      if (target !== undefined && !needs.has(target)) linker.report({ file: entity.file, app: entity.app }, `/fields/${field.name}`, 'definition.unneeded-app', `"${entity.app}" refers to "${target}" without naming it`, `add it to "needs" in app.json`);
    }
  }
}

function setIf<V>(map: Map<string, V>, key: string, value: V | undefined): void {
  if (value !== undefined) map.set(key, value);
}

function sortProblems(problems: DefinitionProblem[]): DefinitionProblem[] {
  const seen = new Set<string>();
  return problems.filter((p) => { const line = formatProblem(p); return !seen.has(line) && seen.add(line); }).sort((a, b) => a.file.localeCompare(b.file));
}
