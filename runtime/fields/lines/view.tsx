import type { FieldCellProps } from '../../client/widgets/field-view.ts';
import { useFieldView } from '../../client/widgets/field-view.ts';
import { isNumeric } from '../../client/widgets/format.ts';
import { Nothing } from '../../client/widgets/plain-cell.tsx';
import { t } from '../../client/texts.ts';

export { LinesField as Input } from '../../client/widgets/lines-field.tsx';

/** The lines of a record as a table. */
export function Cell({ field, value }: FieldCellProps) {
  const viewOf = useFieldView();
  const columns = field.lines?.fields ?? [];
  if (!Array.isArray(value) || value.length === 0) return <Nothing />;
  const rows = value as Record<string, unknown>[];
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={field.label}>
      <table className="table">
        <thead><tr><th scope="col" className="row-number">{t('lines.number')}</th>{columns.map((column) => <th key={column.name} scope="col" className={isNumeric(column.type) ? 'is-number' : undefined}>{column.label}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={typeof row['id'] === 'string' ? row['id'] : index}>
              <td className="row-number">{index + 1}</td>
              {columns.map((column) => { const { Cell: Inner } = viewOf(column.type); return <td key={column.name} className={isNumeric(column.type) ? 'is-number' : undefined}><Inner field={column} value={row[column.name]} isLinked /></td>; })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
