import type { ClientReport } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import type { TextKey } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';

interface ReportToolsProps { report: ClientReport; params: URLSearchParams; setParams: (params: URLSearchParams) => void; exportPath: string }

/** Choice of period and level of areas, sheets of the figures, print. */
export function ReportTools({ report, params, setParams, exportPath }: ReportToolsProps) {
  const grains = report.dimensions.find((d) => d.grains !== undefined);
  const levels = report.dimensions.find((d) => d.levels !== undefined);
  const choose = (name: string, value: string) => { const next = new URLSearchParams(params); next.set(name, value); setParams(next); };
  const choice = (name: 'grain' | 'level', values: readonly string[], value: string) => values.length < 2 ? null : (
    <label className="tool-choice"><span>{t(`report.${name}`)}</span>
      <select className="input" value={value} onChange={(event) => choose(name, event.target.value)}>{values.map((one) => <option key={one} value={one}>{t(`report.${name}.${one}` as TextKey)}</option>)}</select>
    </label>
  );
  return (
    <>
      {grains === undefined ? null : choice('grain', grains.grains ?? [], params.get('grain') ?? grains.grain ?? '')}
      {levels === undefined ? null : choice('level', levels.levels ?? [], params.get('level') ?? levels.level ?? '')}
      {report.can.export ? <>
        <a className="button" href={`${exportPath}&format=xlsx`} download>{t('report.xlsx')}</a>
        <a className="button" href={`${exportPath}&format=pdf`} download>{t('report.pdf')}</a>
        <a className="button" href={`${exportPath}&format=csv`} download>{t('report.csv')}</a>
      </> : null}
      <Button onClick={() => print()}>{t('report.print')}</Button>
    </>
  );
}
