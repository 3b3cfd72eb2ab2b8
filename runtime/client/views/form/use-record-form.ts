import { createForm } from '@formily/core';
import type { Form } from '@formily/core';
import { raw } from '@formily/reactive';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ClientField, ClientForm, ClientSection, ProblemBody, ReferenceValue } from '../../../model/client-types.ts';
import { isReference } from '../../widgets/format.ts';
import { changedRow, keyOf } from '../../widgets/lines-field.tsx';
import { checkField, checkValues } from './check-values.ts';
import { createEvaluator } from './feel.ts';
import type { Values } from './feel.ts';
import type { FormSurroundings } from './form-context.ts';
import { broughtBy, createReferences } from './references.ts';
import { computedChanges, followingDefaults, ruleOf } from './rules.ts';
import { isGiven } from './to-formily.ts';
import { changesOf, toWritable } from './values.ts';

export interface RecordFormOptions { sections: readonly ClientSection[]; checks?: ClientForm['checks']; initial: Values; scope: Values; onChange?: () => void }

export interface RecordForm {
  form: Form;
  surroundings: FormSurroundings;
  errors: Record<string, string>;
  /** All writable values, or null after showing what is wrong. */
  read: () => Values | null;
  changes: () => Values;
  isDirty: () => boolean;
  /** All values as they stand, for a draft; and such values put back. */
  draft: () => Values;
  restore: (values: Values) => void;
  /** Shows the problems of a refusal at their fields; tells whether any belonged to one. */
  refuse: (problem: ProblemBody) => void;
}

/** One form over a record: Formily keeps values and field states, FEEL rules move them, checks explain what is missing. */
export function useRecordForm({ sections, checks, initial, scope, onChange }: RecordFormOptions): RecordForm {
  const formId = useId();
  const fields = useMemo(() => sections.flatMap((section) => section.fields), [sections]);
  const evaluate = useMemo(() => createEvaluator(), []);
  const references = useMemo(() => createReferences(fields), [fields]);
  const form = useMemo(() => createForm({ initialValues: structuredClone(initial), validateFirst: true }), [initial]);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const told = useRef(onChange);
  told.current = onChange;
  const start = useMemo(() => toWritable(fields, initial), [fields, initial]);
  const knownDefaults = useRef(new Map<string, string>());
  const knownRowDefaults = useRef(new Map<string, Map<string, string>>());
  const settledRows = useRef(new WeakSet<Values>());

  const plain = useCallback((): Values => toPlain(form.values), [form]);
  const scoped = useCallback((): Values => ({ ...scope, ...references.expand(fields, plain()) }), [scope, references, fields, plain]);

  const settle = useCallback(() => {
    const given = followingDefaults(fields, scoped(), knownDefaults.current, evaluate, false);
    for (const [name, value] of Object.entries(given)) form.setValuesIn(name, value);
    for (const field of fields.filter((item) => item.type === 'lines')) settleLines({ form, field, scope, expand: references.expand, evaluate, plain, settled: settledRows.current, known: knownRowDefaults.current });
    const changes = computedChanges(fields, scoped(), evaluate);
    for (const [name, value] of Object.entries(changes)) form.setValuesIn(name, value);
    const values = scoped();
    for (const field of fields) {
      if (field.visibleWhen === undefined && field.requiredWhen === undefined && field.readOnlyWhen === undefined) continue;
      const rule = ruleOf(field, values, fields, evaluate);
      form.setFieldState(field.name, (state) => { state.display = rule.visible ? 'visible' : 'hidden'; state.required = rule.required; state.pattern = rule.readOnly ? 'readOnly' : 'editable'; });
    }
  }, [fields, form, scope, references, evaluate, plain, scoped]);

  useEffect(() => {
    settle();
    void references.load(fields, plain()).then((loaded) => {
      if (!loaded) return;
      settledRows.current = new WeakSet();
      settle();
    });
  }, [settle, references, fields, plain]);

  const change = useCallback((name: string, value: unknown) => {
    const field = fields.find((item) => item.name === name);
    const before = plain()[name];
    form.setValuesIn(name, value);
    settle();
    told.current?.();
    setErrors((old) => without(old, name, Array.isArray(before) && Array.isArray(value) && before.length !== value.length));
    if (field === undefined) return;
    if (field.type === 'lines') void fillLines(form, field, before, value, references, settle, plain);
    else if (field.reference !== undefined) void (isReference(value) ? references.fetch(field, value) : Promise.resolve(null)).then((record) => {
      const brought = Object.entries(broughtBy(field, record, fields));
      // A name with a dot is a path to Formily; such values are shown only and lie flat.
      for (const [to, next] of brought) if (!to.includes('.')) form.setValuesIn(to, next);
      settle();
    });
  }, [fields, form, settle, references, plain]);

  const leave = useCallback((name: string) => {
    const field = fields.find((item) => item.name === name);
    if (field === undefined || field.type === 'lines') return;
    const problem = checkField(field, scoped(), fields, evaluate);
    // Leaving an untouched empty field is no mistake yet; that is said when saving.
    const value = plain()[name];
    if (problem === null || value === null || value === undefined || value === '') return;
    setErrors((old) => ({ ...old, [name]: problem }));
  }, [fields, scoped, evaluate, plain]);

  const lineRule = useCallback((lines: string, row: Values, name: string) => {
    const columns = fields.find((item) => item.name === lines)?.lines;
    const column = columns?.fields.find((item) => item.name === name);
    if (columns === undefined || column === undefined || (column.visibleWhen ?? column.requiredWhen ?? column.readOnlyWhen) === undefined) return { visible: true, required: column?.required === true, readOnly: column?.readOnly === true };
    return ruleOf(column, { ...scope, ...(columns.as === undefined ? {} : { [columns.as]: plain() }), ...references.expand(columns.fields, row) }, columns.fields, evaluate);
  }, [fields, scope, plain, references, evaluate]);

  const idOf = useCallback((path: string) => `${formId}${path === '' ? '' : fieldId(path)}`, [formId]);
  const fieldOf = useCallback((name: string) => fields.find((field) => field.name === name), [fields]);
  const surroundings = useMemo(() => ({ idOf, fieldOf, errors, values: plain, change, leave, lineRule }), [idOf, fieldOf, errors, plain, change, leave, lineRule]);

  const writable = useCallback((): Values => {
    const values = scoped();
    // What a rule hides is not kept in secret.
    const shown = fields.map((field) => ({ field, isHidden: field.visibleWhen !== undefined && !ruleOf(field, values, fields, evaluate).visible }));
    return toWritable(fields, { ...plain(), ...Object.fromEntries(shown.filter((item) => item.isHidden).map(({ field }) => [field.name, null])) });
  }, [fields, scoped, evaluate, plain]);

  return {
    form, surroundings, errors,
    read: () => {
      const problems = checkValues({ fields, checks, values: scoped(), evaluate });
      setErrors(problems);
      return Object.keys(problems).length === 0 ? writable() : null;
    },
    changes: () => changesOf(start, writable()),
    isDirty: () => Object.keys(changesOf(start, toWritable(fields, plain()))).length > 0,
    draft: () => { const values = plain(); return Object.fromEntries(fields.filter((field) => !isGiven(field)).map((field) => [field.name, values[field.name] ?? null])); },
    restore: (values) => {
      for (const field of fields) if (!isGiven(field) && field.name in values) form.setValuesIn(field.name, values[field.name]);
      settle();
    },
    refuse: (problem) => setErrors(problemsOf(problem, fields)),
  };
}

/** Id of the element for a path: `lines[1].quantity` → that cell's input. */
function fieldId(path: string): string {
  const cell = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path);
  return cell === null ? path : `${cell[1] ?? ''}-${cell[2] ?? ''}-${cell[3] ?? ''}`;
}

function toPlain(values: object): Values {
  return Object.fromEntries(Object.keys(values).map((name) => {
    const value: unknown = (values as Values)[name];
    return [name, typeof value === 'object' && value !== null ? raw(value) : value];
  }));
}

function problemsOf(problem: ProblemBody, fields: readonly ClientField[]): Record<string, string> {
  const known = new Set(fields.map((field) => field.name));
  const problems: Record<string, string> = {};
  const loose: string[] = [];
  for (const { field, message } of problem.errors ?? []) {
    if (field !== undefined && known.has(field.replace(/[[.].*$/, ''))) problems[field] ??= message;
    else loose.push(message);
  }
  if (loose.length > 0 || Object.keys(problems).length === 0) problems[''] = [...new Set(loose.length > 0 ? loose : [problem.detail || problem.title])].join('；');
  return problems;
}

/** The problems that are left after a field has changed; when lines come or go their numbers no longer fit. */
function without(errors: Record<string, string>, name: string, isRenumbered: boolean): Record<string, string> {
  const kept = Object.entries(errors).filter(([path]) => path !== name && path !== '' && !(isRenumbered && path.startsWith(`${name}[`)));
  return kept.length === Object.keys(errors).length ? errors : Object.fromEntries(kept);
}

interface LinesSettled {
  form: Form; field: ClientField; scope: Values; expand: (fields: readonly ClientField[], values: Values) => Values; evaluate: ReturnType<typeof createEvaluator>; plain: () => Values;
  settled: WeakSet<Values>; known: Map<string, Map<string, string>>;
}

/** Defaults and computed values of each line that has changed. */
function settleLines({ form, field, scope, expand, evaluate, plain, settled, known }: LinesSettled): void {
  const columns = field.lines?.fields ?? [];
  const rows = plain()[field.name];
  // Rules that look at the record above depend on more than their row.
  const looksUp = field.lines?.as !== undefined && columns.some((column) => `${column.computed ?? ''} ${column.default ?? ''}`.includes(`${field.lines?.as ?? ''}.`));
  if (!Array.isArray(rows) || !columns.some((column) => (column.computed ?? column.default) !== undefined)) return;
  const outer = { ...scope, ...(field.lines?.as === undefined ? {} : { [field.lines.as]: plain() }) };
  let moved = false;
  const next = (rows as Values[]).map((row) => {
    // Rows are replaced when they change, so one that has been worked out stays so.
    if (settled.has(row) && !looksUp) return row;
    const key = keyOf(row);
    const defaults = known.get(key) ?? new Map<string, string>();
    known.set(key, defaults);
    const given = followingDefaults(columns, { ...outer, ...expand(columns, row) }, defaults, evaluate, row['id'] === undefined);
    const changes = { ...given, ...computedChanges(columns, { ...outer, ...expand(columns, row), ...given }, evaluate) };
    const changed = Object.keys(changes).length === 0 ? row : changedRow(row, changes);
    moved ||= changed !== row;
    settled.add(changed);
    return changed;
  });
  if (moved) form.setValuesIn(field.name, next);
}

async function fillLines(form: Form, field: ClientField, before: unknown, after: unknown, references: ReturnType<typeof createReferences>, settle: () => void, plain: () => Values): Promise<void> {
  if (!Array.isArray(after)) return;
  const columns = field.lines?.fields ?? [];
  const old = new Map((Array.isArray(before) ? before as Values[] : []).map((row) => [keyOf(row), row]));
  const filled = new Map<string, Values>();
  let found = false;
  await Promise.all((after as Values[]).flatMap((row) => columns.map(async (column) => {
    const value = row[column.name];
    const known = old.get(keyOf(row));
    if (column.reference === undefined || known === row || (known?.[column.name] as ReferenceValue | null | undefined)?.id === (isReference(value) ? value.id : undefined)) return;
    const record = isReference(value) ? await references.fetch(column, value) : null;
    const brought = broughtBy(column, record, columns);
    // Also without anything to fill: computed values of the line may look into the record that has come.
    if (record === null && Object.keys(brought).length === 0) return;
    found = true;
    filled.set(keyOf(row), { ...filled.get(keyOf(row)), ...brought });
  })));
  if (!found) return;
  const rows = plain()[field.name] as Values[];
  form.setValuesIn(field.name, rows.map((item) => { const values = filled.get(keyOf(item)); return values === undefined ? item : changedRow(item, values); }));
  settle();
}
