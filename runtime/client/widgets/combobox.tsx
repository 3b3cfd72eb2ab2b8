import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { t } from '../texts.ts';
import { Icon } from './icon.tsx';
import { Popup } from './popup.tsx';

export interface Choice { id: string; title: string; hint?: string; color?: string; disabled?: boolean }

export interface ComboboxProps {
  id: string;
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  /** Choices for a text, from here or from the server; called with '' when opened. */
  find: (text: string, parent: Choice | null) => Choice[] | Promise<Choice[]>;
  /** Choices have choices beneath them: → opens a level, ← leaves it. */
  levels?: boolean;
  placeholder?: string;
  disabled?: boolean;
  invalid?: boolean;
  required?: boolean;
  describedBy?: string;
  label?: string;
  onBlur?: () => void;
}

/** A text box with a list of choices by the ARIA combobox pattern; fast enough to stand in hundreds of table rows. */
export function Combobox({ id, value, onChange, find, levels = false, placeholder, disabled, invalid, required, describedBy, label, onBlur }: ComboboxProps) {
  const [text, setText] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [choices, setChoices] = useState<Choice[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [active, setActive] = useState(0);
  const [path, setPath] = useState<Choice[]>([]);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  // The text that the shown choices answer: what was typed since must not choose one of them.
  const answered = useRef<string | null>(null);
  const findRef = useRef(find);
  findRef.current = find;

  const parent = path[path.length - 1] ?? null;
  useEffect(() => {
    if (!isOpen) return;
    let stale = false;
    const typed = text ?? '';
    setFailed(false);
    const run = async () => {
      try {
        const found = await findRef.current(typed, parent);
        if (stale) return;
        setChoices(found);
        answered.current = typed;
        const at = found.findIndex((choice) => choice.id === value?.id);
        setActive(at < 0 ? 0 : at);
      } catch {
        if (!stale) { setChoices([]); setFailed(true); }
      }
    };
    const timer = setTimeout(() => { void run(); }, typed === '' ? 0 : 200);
    return () => { stale = true; clearTimeout(timer); };
    // The chosen value is left out: it only places the cursor when the list opens.
  }, [isOpen, text, parent]);

  const close = useCallback(() => { setOpen(false); setText(null); setPath([]); setChoices(null); }, []);
  const open = () => { if (!disabled) setOpen(true); };
  const choose = (choice: Choice) => {
    if (choice.disabled) return;
    onChange(choice);
    close();
    input.current?.focus();
  };
  const enter = (choice: Choice | undefined) => {
    if (!levels || choice === undefined) return;
    setPath((old) => [...old, choice]);
    setText(null);
    setChoices(null);
    answered.current = null;
    setActive(0);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter ends an input method's word (pinyin); it must not choose as well.
    if (event.nativeEvent.isComposing) return;
    const last = (choices?.length ?? 1) - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) open();
      else setActive((old) => (event.key === 'ArrowDown' ? (old >= last ? 0 : old + 1) : (old <= 0 ? last : old - 1)));
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      const choice = choices?.[active];
      if (choice !== undefined && answered.current === (text ?? '')) choose(choice);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (levels && isOpen && event.key === 'ArrowRight' && (text ?? '') === '') {
      event.preventDefault();
      enter(choices?.[active]);
    } else if (levels && isOpen && event.key === 'ArrowLeft' && (text ?? '') === '' && path.length > 0) {
      event.preventDefault();
      setPath((old) => old.slice(0, -1));
      setChoices(null);
    } else if (event.key === 'Tab' && isOpen) {
      // Whoever has typed and goes on means the marked choice; a list merely opened changes nothing.
      const choice = choices?.[active];
      if (choice !== undefined && choice.disabled !== true && (text ?? '') !== '' && answered.current === text) onChange(choice);
      close();
    }
  };

  useEffect(() => {
    if (isOpen) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, isOpen, listId, choices]);

  return (
    <div ref={box} className={`combobox${disabled ? ' is-disabled' : ''}${invalid ? ' is-invalid' : ''}`}>
      <input ref={input} id={id} className="input" role="combobox" autoComplete="off" aria-autocomplete="list" aria-expanded={isOpen} aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && choices !== null && choices.length > 0 ? `${listId}-${active}` : undefined}
        aria-invalid={invalid || undefined} aria-required={required || undefined} aria-describedby={describedBy} aria-label={label}
        disabled={disabled} placeholder={value === null ? placeholder ?? t('combobox.placeholder') : value.title}
        value={text ?? value?.title ?? ''} title={text === null ? value?.title : undefined}
        onChange={(event) => { setText(event.target.value); setPath([]); setOpen(true); }}
        onClick={() => { if (isOpen) return; open(); input.current?.select(); }}
        onFocus={(event) => event.target.select()}
        onBlur={(event) => {
          if (event.relatedTarget instanceof Node && document.getElementById(listId)?.contains(event.relatedTarget)) return;
          if (text === '' && value !== null) onChange(null);
          close();
          onBlur?.();
        }}
        onKeyDown={onKeyDown} />
      {value !== null && !disabled && !required
        ? <button type="button" tabIndex={-1} className="combobox-clear" aria-label={t('action.clear')} onMouseDown={(event) => event.preventDefault()} onClick={() => { onChange(null); close(); input.current?.focus(); }}><Icon name="close" size={13} /></button>
        : <span className="combobox-arrow"><Icon name="down" size={14} /></span>}
      {isOpen ? (
        <Popup anchor={box} onClose={close} minWidth={levels ? 240 : 180}>
          {path.length > 0 ? (
            <div className="popup-path">
              <button type="button" tabIndex={-1} className="link-button" onMouseDown={(event) => event.preventDefault()} onClick={() => { setPath((old) => old.slice(0, -1)); setChoices(null); }}><Icon name="left" size={14} />{path.map((item) => item.title).join(' / ')}</button>
            </div>
          ) : null}
          <ul id={listId} role="listbox" aria-label={label ?? t('combobox.choices')} className="choices">
            {choices?.map((choice, index) => (
              <li key={choice.id} id={`${listId}-${index}`} role="option" aria-selected={choice.id === value?.id} aria-disabled={choice.disabled || undefined}
                className={`choice${index === active ? ' is-active' : ''}`} onMouseDown={(event) => event.preventDefault()} onMouseMove={() => setActive(index)} onClick={() => choose(choice)}>
                <span className="choice-title">{choice.title}</span>
                {choice.hint === undefined ? null : <span className="choice-hint">{choice.hint}</span>}
                {levels ? <button type="button" tabIndex={-1} className="choice-enter" aria-label={t('combobox.enter', { title: choice.title })} onClick={(event) => { event.stopPropagation(); enter(choice); }}><Icon name="right" size={14} /></button> : null}
              </li>
            ))}
          </ul>
          {choices === null ? <p className="popup-note">{t('state.loading')}</p> : null}
          {choices !== null && choices.length === 0 ? <p className="popup-note" role="status">{t(failed ? 'combobox.failed' : 'combobox.none')}</p> : null}
        </Popup>
      ) : null}
    </div>
  );
}

/** `find` over choices that are all known; an entered text is looked for anywhere in title and hint. */
export function findAmong(choices: Choice[]): (text: string) => Choice[] {
  return (text) => {
    const wanted = text.trim().toLowerCase();
    return wanted === '' ? choices : choices.filter((choice) => `${choice.title} ${choice.hint ?? ''}`.toLowerCase().includes(wanted));
  };
}
