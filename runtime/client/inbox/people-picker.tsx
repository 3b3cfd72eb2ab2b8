import { useId, useState } from 'react';
import { t } from '../texts.ts';
import { Failure, Skeleton } from '../widgets/states.tsx';
import { useLoad } from '../widgets/use-load.ts';

export interface Choosable { id: string; title: string; hint?: string }

interface PeoplePickerProps {
  /** People whose name or unit has the text, such as are permitted. */
  load: (text: string, signal: AbortSignal) => Promise<{ items: Choosable[] }>;
  isMany: boolean;
  value: Choosable[];
  onChange: (people: Choosable[]) => void;
  label?: string;
}

/** One person or several out of those that may be chosen. */
export function PeoplePicker({ load, isMany, value, onChange, label = t('people.label') }: PeoplePickerProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const loaded = useLoad(`people/${asked}`, (signal) => load(asked, signal));
  const toggle = (person: Choosable) => {
    const has = value.some((one) => one.id === person.id);
    onChange(isMany ? (has ? value.filter((one) => one.id !== person.id) : [...value, person]) : [person]);
  };
  return (
    <fieldset className="people-picker">
      <legend>{label}{value.length === 0 ? null : <span className="muted">{value.map((person) => person.title).join('、')}</span>}</legend>
      <label className="visually-hidden" htmlFor={`${id}-search`}>{t('people.search')}</label>
      <input id={`${id}-search`} className="input" type="search" placeholder={t('people.search')} value={text}
        onChange={(event) => { setText(event.target.value); if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) setAsked(event.target.value.trim()); }}
        onCompositionEnd={(event) => setAsked(event.currentTarget.value.trim())} />
      {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : loaded.data === null ? <Skeleton rows={3} /> : loaded.data.items.length === 0 ? <p className="muted" role="status">{t('people.none')}</p> : (
        <ul className="people-choices">
          {loaded.data.items.map((person) => (
            <li key={person.id}><label><input type={isMany ? 'checkbox' : 'radio'} name={`${id}-person`} checked={value.some((one) => one.id === person.id)} onChange={() => toggle(person)} />
              <span>{person.title}</span>{person.hint === undefined ? null : <span className="muted">{person.hint}</span>}</label></li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
