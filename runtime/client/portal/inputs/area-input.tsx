import { useEffect, useState } from 'react';
import type { InputProps } from '../field-input.tsx';
import { usePortal } from '../portal-state.tsx';
import { t } from '../texts.ts';

interface Choice { id: string; title: string }
interface Level { choices: Choice[]; chosen: string }

/** An area, chosen level by level; a level with one choice is passed over. */
export function AreaInput({ field, value, onChange, id }: InputProps) {
  const { api } = usePortal();
  const [levels, setLevels] = useState<Level[]>([]);
  const children = (parent: string): Promise<Choice[]> => api.get<{ items: Choice[] }>('/areas', { parent }).then(({ items }) => items);
  const open = async (kept: Level[], parent: string): Promise<void> => {
    const choices = await children(parent).catch(() => []);
    const only = choices.length === 1 ? choices[0] : undefined;
    if (choices.length === 0) return setLevels(kept);
    if (only) return open([...kept, { choices, chosen: only.id }], only.id);
    setLevels([...kept, { choices, chosen: '' }]);
  };
  useEffect(() => { void open([], rootCode(value)); }, []);
  const choose = (at: number, code: string): void => {
    const kept = [...levels.slice(0, at), { choices: levels[at]!.choices, chosen: code }];
    onChange(code || (kept[at - 1]?.chosen ?? null));
    setLevels(kept);
    if (code) void open(kept, code);
  };
  return (
    <div className="p-levels">
      {levels.map((level, at) => (level.choices.length === 1 ? null : (
        <select key={at} id={at === levels.length - 1 ? id : undefined} aria-label={`${field.label} ${at + 1}`} value={level.chosen} onChange={(e) => choose(at, e.target.value)}>
          <option value="">{t('choose')}</option>
          {level.choices.map((c) => <option key={c.id} value={c.id}>{c.title}</option>)}
        </select>
      )))}
    </div>
  );
}

/** The city that the portal serves; its counties come first. */
function rootCode(value: unknown): string {
  return typeof value === 'string' && value.length >= 4 ? `${value.slice(0, 4)}00` : '150500';
}
