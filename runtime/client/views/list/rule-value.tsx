import type { ClientField } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import { DateInput } from '../../widgets/date-input.tsx';
import { fieldView } from '../../widgets/field-views.ts';
import type { Rule } from './filter-rules.ts';

interface RuleValueProps { id: string; rule: Rule; field: ClientField; label: string; onChange: (value: unknown) => void }

/** The input for what a rule compares with. */
export function RuleValue({ id, rule, field, label, onChange }: RuleValueProps) {
  const isDay = field.type === 'date' || field.type === 'datetime';
  if (rule.op === 'between') {
    const [from = null, to = null] = Array.isArray(rule.value) ? rule.value as unknown[] : [];
    return (
      <span className="range">
        <Single id={id} field={field} label={`${label} ${t('filter.from')}`} value={from} isDay={isDay} onChange={(next) => onChange([next, to])} />
        <span aria-hidden="true">–</span>
        <Single id={`${id}-to`} field={field} label={`${label} ${t('filter.to')}`} value={to} isDay={isDay} onChange={(next) => onChange([from, next])} />
      </span>
    );
  }
  if (rule.op === 'oneOf' || rule.op === 'noneOf') {
    const { Input } = fieldView('multi-choice');
    return <Input id={id} field={plain({ ...field, type: 'multi-choice' })} label={label} value={rule.value ?? []} onChange={onChange} />;
  }
  if (field.type === 'boolean') {
    return (
      <select id={id} className="input" aria-label={label} value={rule.value === true ? 'true' : rule.value === false ? 'false' : ''} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value === 'true')}>
        <option value="">{t('list.all')}</option>
        <option value="true">{t('value.yes')}</option>
        <option value="false">{t('value.no')}</option>
      </select>
    );
  }
  // One of several: chosen like one, compared with all that a record has.
  if (rule.op === 'has') return <Single id={id} field={{ ...field, type: field.type === 'references' ? 'reference' : 'choice' }} label={label} value={rule.value} isDay={false} onChange={onChange} />;
  return <Single id={id} field={field} label={label} value={rule.value} isDay={isDay} onChange={onChange} />;
}

function Single({ id, field, label, value, isDay, onChange }: { id: string; field: ClientField; label: string; value: unknown; isDay: boolean; onChange: (value: unknown) => void }) {
  if (isDay) return <DateInput id={id} label={label} value={typeof value === 'string' ? value : null} onChange={onChange} />;
  const type = field.type === 'sequence' || field.type === 'long-text' ? 'text' : field.type;
  const { Input } = fieldView(type);
  return <Input id={id} field={plain({ ...field, type })} label={label} value={value ?? null} onChange={onChange} />;
}

/** Limits and rules belong to input, not to questions. */
function plain({ required: _required, readOnly: _readOnly, maxCount: _count, min: _min, max: _max, pattern: _pattern, ...field }: ClientField): ClientField {
  return field;
}
