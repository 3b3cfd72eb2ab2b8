import { useId, useState } from 'react';
import type { ClientField } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Combobox, findAmong } from '../../widgets/combobox.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { comparisonKey, comparisonsOf, isGroup, noGroup, periods, periodLabel, type Comparison, type Group, type Rule } from './filter-rules.ts';
import { RuleValue } from './rule-value.tsx';

interface FilterBuilderProps { fields: readonly ClientField[]; start: Group; onApply: (group: Group) => void; onClose: () => void }

/** Conditions over any field, in groups that all or one of must hold. */
export function FilterBuilder({ fields, start, onApply, onClose }: FilterBuilderProps) {
  const asked = fields.filter((field) => field.operators !== undefined);
  const first = asked[0];
  const [group, setGroup] = useState<Group>(start.parts.length > 0 || first === undefined ? start : { join: 'and', parts: [emptyRule(first)] });
  return (
    <Dialog title={t('filter.title')} width={820} onClose={onClose} footer={<>
      <Button look="link" onClick={() => onApply(noGroup)}>{t('filter.clear')}</Button>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="primary" onClick={() => onApply(group)}>{t('filter.apply')}</Button>
    </>}>
      <form onSubmit={(event) => { event.preventDefault(); onApply(group); }}>
        <GroupEditor group={group} fields={asked} depth={0} onChange={setGroup} />
        <button type="submit" hidden>{t('filter.apply')}</button>
      </form>
    </Dialog>
  );
}

function emptyRule(field: ClientField): Rule {
  return { field: field.name, op: comparisonsOf(field)[0] ?? 'is', value: null };
}

function GroupEditor({ group, fields, depth, onChange, onRemove }: { group: Group; fields: readonly ClientField[]; depth: number; onChange: (group: Group) => void; onRemove?: () => void }) {
  const id = useId();
  const replace = (at: number, part: Rule | Group | null) => onChange({ ...group, parts: group.parts.flatMap((old, index) => (index !== at ? [old] : part === null ? [] : [part])) });
  const first = fields[0];
  return (
    <fieldset className={`filter-group depth-${depth}`}>
      <legend className="visually-hidden">{t('filter.group')}</legend>
      <div className="filter-join">
        <label htmlFor={id}>{t('filter.join')}</label>
        <select id={id} className="input" value={group.join} onChange={(event) => onChange({ ...group, join: event.target.value === 'or' ? 'or' : 'and' })}>
          <option value="and">{t('filter.all')}</option>
          <option value="or">{t('filter.any')}</option>
        </select>
        {onRemove === undefined ? null : <button type="button" className="icon-button" aria-label={t('filter.removeGroup')} onClick={onRemove}><Icon name="trash" size={16} /></button>}
      </div>
      {group.parts.map((part, at) => (isGroup(part)
        ? <GroupEditor key={at} group={part} fields={fields} depth={depth + 1} onChange={(next) => replace(at, next)} onRemove={() => replace(at, null)} />
        : <RuleEditor key={at} rule={part} fields={fields} number={at + 1} onChange={(next) => replace(at, next)} onRemove={() => replace(at, null)} />))}
      {first === undefined ? null : (
        <div className="filter-add">
          <Button look="link" icon="plus" onClick={() => onChange({ ...group, parts: [...group.parts, emptyRule(first)] })}>{t('filter.addRule')}</Button>
          {depth < 2 ? <Button look="link" icon="plus" onClick={() => onChange({ ...group, parts: [...group.parts, { join: group.join === 'and' ? 'or' : 'and', parts: [emptyRule(first), emptyRule(first)] }] })}>{t('filter.addGroup')}</Button> : null}
        </div>
      )}
    </fieldset>
  );
}

function RuleEditor({ rule, fields, number, onChange, onRemove }: { rule: Rule; fields: readonly ClientField[]; number: number; onChange: (rule: Rule) => void; onRemove: () => void }) {
  const id = useId();
  const field = fields.find((item) => item.name === rule.field);
  const choices = fields.map((item) => ({ id: item.name, title: item.label }));
  const choose = (name: string | undefined) => { const next = fields.find((item) => item.name === name); if (next !== undefined) onChange(emptyRule(next)); };
  return (
    <div className="filter-rule">
      <Combobox id={`${id}-field`} label={t('filter.field', { number })} required value={choices.find((choice) => choice.id === rule.field) ?? null} find={findAmong(choices)} onChange={(choice) => choose(choice?.id)} />
      {field === undefined ? null : (
        <select className="input" aria-label={t('filter.comparison', { number })} value={rule.op} onChange={(event) => onChange({ ...rule, op: event.target.value as Comparison, value: null })}>
          {comparisonsOf(field).map((op) => <option key={op} value={op}>{t(comparisonKey(op, field))}</option>)}
        </select>
      )}
      <div className="filter-value">
        {rule.op === 'during' ? (
          <select className="input" aria-label={t('filter.value', { number })} value={typeof rule.value === 'string' ? rule.value : ''} onChange={(event) => onChange({ ...rule, value: event.target.value })}>
            <option value="">{t('filter.choosePeriod')}</option>
            {periods.map((period) => <option key={period} value={period}>{periodLabel(period)}</option>)}
          </select>
        ) : field === undefined || rule.op === 'filled' || rule.op === 'empty' ? null : <RuleValue id={`${id}-value`} rule={rule} field={field} label={t('filter.value', { number })} onChange={(value) => onChange({ ...rule, value })} />}
      </div>
      <button type="button" className="icon-button" aria-label={t('filter.removeRule', { number })} onClick={onRemove}><Icon name="close" size={16} /></button>
    </div>
  );
}
