import { createWriteStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { entityOf } from '../../model/model.ts';
import { principalOf } from '../auth/index.ts';
import { exportPath } from '../exchange/index.ts';
import { makePdf, readyPaper, templateOf, type ReadyPaper } from '../print/index.ts';
import { userJobHandler } from './user-job.ts';

/** Prints several records under the rights that their owner has while it runs: one PDF, or a zip of one each. */
export const printHandler = userJobHandler(async (services, { id, owner, payload, locale, progress }) => {
  const principal = await principalOf(services, owner);
  const ctx = { services, model: services.current(), principal, locale, db: services.pool };
  const template = templateOf(ctx, entityOf(ctx.model, String(payload['entity'])), String(payload['template']));
  const ids = payload['ids'] as string[];
  const path = exportPath(services.home, id);
  await mkdir(dirname(path), { recursive: true });
  const papers: ReadyPaper[] = [];
  const zip = template.batch === 'zip' ? new yazl.ZipFile() : undefined;
  const names = new Map<string, number>();
  for (const [i, record] of ids.entries()) {
    const ready = await readyPaper(ctx, template, record, String(payload['site']));
    if (zip) zip.addBuffer(await makePdf(template, [ready.paper]), `${different(names, ready.name)}.pdf`, { mtime: services.clock.now() });
    else papers.push(ready);
    await progress(i + 1, ids.length);
  }
  if (zip) {
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(`${path}.part`));
  } else await writeFile(`${path}.part`, await makePdf(template, papers.map(({ paper }) => paper)));
  await rename(`${path}.part`, path);
  const label = locale === 'en' ? template.label.en : template.label.zh;
  return { file: { name: `${label}（${ids.length}）.${zip ? 'zip' : 'pdf'}`, type: zip ? 'application/zip' : 'application/pdf' }, report: { printed: ids.length } };
});

/** Two people of one name get two files. */
function different(names: Map<string, number>, name: string): string {
  const before = names.get(name) ?? 0;
  names.set(name, before + 1);
  return before === 0 ? name : `${name} (${before + 1})`;
}
