import { useId } from 'react';
import { t } from '../../texts.ts';
import { Icon } from '../../widgets/icon.tsx';
import { pageSizes } from './list-query.ts';

interface PagerProps { page: number; pageSize: number; total: number; onChange: (page: number, pageSize: number) => void }

/** Pages of a list with their total; the select changes how many rows a page has. */
export function Pager({ page, pageSize, total, onChange }: PagerProps) {
  const id = useId();
  const last = Math.max(1, Math.ceil(total / pageSize));
  const numbers = [...new Set([1, page - 1, page, page + 1, last])].filter((number) => number >= 1 && number <= last).sort((a, b) => a - b);
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      <span className="pager-total">{t('pager.total', { total: total.toLocaleString('en-US') })}</span>
      <label className="visually-hidden" htmlFor={id}>{t('pager.size')}</label>
      <select id={id} className="input" value={pageSize} onChange={(event) => onChange(1, Number(event.target.value))}>
        {pageSizes.map((size) => <option key={size} value={size}>{t('pager.rows', { size })}</option>)}
      </select>
      <button type="button" className="pager-button" aria-label={t('pager.previous')} disabled={page <= 1} onClick={() => onChange(page - 1, pageSize)}><Icon name="left" size={16} /></button>
      {numbers.map((number, index) => (
        <span key={number} className="pager-item">
          {index > 0 && number - (numbers[index - 1] ?? 0) > 1 ? <span aria-hidden="true">…</span> : null}
          <button type="button" className="pager-button" aria-current={number === page ? 'page' : undefined} aria-label={t('pager.page', { number })} onClick={() => onChange(number, pageSize)}>{number}</button>
        </span>
      ))}
      <button type="button" className="pager-button" aria-label={t('pager.next')} disabled={page >= last} onClick={() => onChange(page + 1, pageSize)}><Icon name="right" size={16} /></button>
    </nav>
  );
}
