/** How one scenario went. */
export interface ScenarioResult { file: string; title: string; rows: number[]; passed: boolean; error?: string; milliseconds: number }

/** What the scenarios say of the tender: a row is proved when every scenario that names it passed. */
export interface ProvedReport {
  proved: number;
  rows: Record<string, { proved: boolean; scenarios: { file: string; title: string; passed: boolean; error?: string }[] }>;
}

/** The report of a run, by tender row. */
export function provedRows(results: ScenarioResult[]): ProvedReport {
  const rows: ProvedReport['rows'] = {};
  for (const { file, title, passed, error, rows: numbers } of results) {
    for (const number of new Set(numbers)) {
      const row = rows[String(number)] ??= { proved: true, scenarios: [] };
      row.scenarios.push({ file, title, passed, ...error === undefined ? {} : { error } });
      row.proved &&= passed;
    }
  }
  return { proved: Object.values(rows).filter((row) => row.proved).length, rows };
}
