import { useId, useState } from 'react';
import type { ClientField, ClientList, ClientReport } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Combobox, findAmong } from '../../widgets/combobox.tsx';
import { DateInput } from '../../widgets/date-input.tsx';
import { fieldView } from '../../widgets/field-views.ts';
import { isNumeric } from '../../widgets/format.ts';
import { Icon } from '../../widgets/icon.tsx';
import { usePhone } from '../../widgets/use-media.ts';
import type { ListState } from './list-query.ts';

interface FilterBarProps { list: Pick<ClientList, 'filters' | 'search' | 'label'> | Pick<ClientReport, 'filters' | 'label'>; state: Pick<ListState, 'filters' | 'search'>; onChange: (next: Pick<ListState, 'filters' | 'search'>) => void }

const visibleAtFirst = { desk: 3, phone: 0 };

/** Search box and filters. Choices act at once, typed text on Enter or 查询. */
export function FilterBar({ list, state, onChange }: FilterBarProps) {
  const id = useId();
  const search = 'search' in list ? list.search : undefined;
  const [draft, setDraft] = useState(state);
  const [seen, setSeen] = useState(state);
  // Back and forward change the state from outside; the draft follows.
  if (seen !== state) {
    setSeen(state);
    setDraft(state);
  }
  const isPhone = usePhone();
  const first = isPhone ? visibleAtFirst.phone : visibleAtFirst.desk;
  const hiddenCount = list.filters.slice(first).filter((field) => (state.filters[field.name] ?? '') !== '').length;
  const [isWide, setWide] = useState(hiddenCount > 0);
  const shown = isWide ? list.filters : list.filters.slice(0, first);
  const set = (name: string, value: string, isChosen: boolean) => {
    const next = { ...draft, filters: { ...draft.filters, [name]: value } };
    setDraft(next);
    if (isChosen) onChange(next);
  };
  const isFiltered = state.search !== '' || Object.values(state.filters).some((value) => value !== '');
  if (search === undefined && list.filters.length === 0) return null;
  return (
    <form className="filter-bar" role="search" aria-label={t('list.filters', { label: list.label })} onSubmit={(event) => { event.preventDefault(); onChange(draft); }}>
      {search === undefined ? null : (
        <div className="filter filter-search">
          <label htmlFor={`${id}-search`}>{t('list.search')}</label>
          <div className="search-box">
            <Icon name="search" size={15} />
            <input id={`${id}-search`} type="search" className="input" placeholder={search} title={search} value={draft.search} onChange={(event) => setDraft({ ...draft, search: event.target.value })} />
          </div>
        </div>
      )}
      {shown.map((field) => (
        <div key={field.name} className={`filter${isRange(field) ? ' filter-range' : ''}`}>
          <label htmlFor={`${id}-${field.name}`}>{field.label}</label>
          <FilterInput id={`${id}-${field.name}`} field={field} value={draft.filters[field.name] ?? ''} onChange={(value, isChosen) => set(field.name, value, isChosen)} />
        </div>
      ))}
      <div className="filter-buttons">
        {shown.length > 0 || search !== undefined ? <Button type="submit" look="primary">{t('list.apply')}</Button> : null}
        {isFiltered ? <Button onClick={() => { const none = { search: '', filters: {} }; setDraft(none); onChange(none); }}>{t('list.reset')}</Button> : null}
        {list.filters.length > first ? <Button look="link" aria-expanded={isWide} onClick={() => setWide(!isWide)}>{t(isWide ? 'list.fewer' : 'list.more')}</Button> : null}
      </div>
    </form>
  );
}

const isRange = (field: ClientField): boolean => field.type === 'date' || field.type === 'datetime' || isNumeric(field.type);

/** One filter; `isChosen` says that the value is complete and may act at once. */
function FilterInput({ id, field, value, onChange }: { id: string; field: ClientField; value: string; onChange: (value: string, isChosen: boolean) => void }) {
  if (isRange(field)) {
    const [from = '', to = ''] = value.split('~');
    const join = (a: string | null, b: string | null): string => ((a ?? '') === '' && (b ?? '') === '' ? '' : `${a ?? ''}~${b ?? ''}`);
    if (isNumeric(field.type)) {
      return (
        <span className="range">
          <input id={id} className="input" inputMode="decimal" placeholder={t('list.from')} value={from} onChange={(event) => onChange(join(event.target.value, to), false)} />
          <span aria-hidden="true">–</span>
          <input className="input" inputMode="decimal" aria-label={t('list.toOf', { label: field.label })} placeholder={t('list.to')} value={to} onChange={(event) => onChange(join(from, event.target.value), false)} />
        </span>
      );
    }
    const isWhole = (text: string | null): boolean => text === null || /^\d{4}-\d\d-\d\d$/.test(text);
    return (
      <span className="range">
        <DateInput id={id} placeholder={t('list.fromDate')} value={from === '' ? null : from} onChange={(next) => onChange(join(next, to), isWhole(next))} />
        <span aria-hidden="true">–</span>
        <DateInput id={`${id}-to`} label={t('list.toOf', { label: field.label })} placeholder={t('list.toDate')} value={to === '' ? null : to} onChange={(next) => onChange(join(from, next), isWhole(next))} />
      </span>
    );
  }
  if (field.type === 'choice' || field.type === 'multi-choice' || field.type === 'boolean') {
    const choices = field.type === 'boolean' ? [{ id: 'true', title: t('value.yes') }, { id: 'false', title: t('value.no') }] : (field.options ?? []).map((option) => ({ id: option.value, title: option.label }));
    return <Combobox id={id} placeholder={t('list.all')} value={choices.find((choice) => choice.id === value) ?? null} find={findAmong(choices)} onChange={(choice) => onChange(choice?.id ?? '', true)} />;
  }
  if (field.type === 'reference' || field.type === 'org' || field.type === 'user' || field.type === 'area') {
    const { Input } = fieldView(field.type);
    const [chosen = '', ...title] = value.split('|');
    return <Input id={id} field={field} value={chosen === '' ? null : { id: chosen, title: title.join('|') }} onChange={(next) => { const choice = next as { id: string; title: string } | null; onChange(choice === null ? '' : `${choice.id}|${choice.title}`, true); }} />;
  }
  return <input id={id} className="input" type="text" value={value} onChange={(event) => onChange(event.target.value, false)} />;
}
