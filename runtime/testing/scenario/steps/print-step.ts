import yauzl from 'yauzl';
import { buffer } from 'node:stream/consumers';
import { findTarget } from '../find-target.ts';
import { finishedJob } from '../finished-job.ts';
import { pdfText } from '../pdf-text.ts';
import { personOf } from '../person-of.ts';
import { isObject, recordsPath } from '../records-api.ts';
import { describeAnswer, ScenarioFailure } from '../scenario-failure.ts';
import type { Answer, ScenarioStep, StepHandler } from '../world.ts';

type PrintStep = Extract<ScenarioStep, { print: string }>;

export const print: StepHandler<PrintStep> = async (world, step) => {
  const person = personOf(world, step.as);
  const targets = await Promise.all([step.of].flat().map((of) => findTarget(world, person, of, step.entity)));
  const first = targets[0]!;
  if (!Array.isArray(step.of)) {
    return {
      send: () => world.send({ method: 'GET', path: recordsPath(first, `/${first.id}/print/${step.print}`), token: person.token }),
      accept: (answer) => checkPapers([pdfOf(answer)], step),
    };
  }
  return {
    send: () => world.send({ method: 'POST', path: recordsPath(first, `/print/${step.print}`), body: { ids: targets.map(({ id }) => id) }, token: person.token }),
    accept: async (answer) => {
      const { result } = await finishedJob(world, person, answer, 'a print');
      if (!isObject(result)) throw new ScenarioFailure('printed papers', JSON.stringify(result));
      const file = await world.send({ method: 'GET', path: String(result.url), token: person.token });
      checkPapers(file.bytes.subarray(0, 2).toString() === 'PK' ? await unzip(file.bytes) : [pdfOf(file)], step);
    },
  };
};

function pdfOf(answer: Answer): Buffer {
  if (answer.status !== 200 || answer.bytes.subarray(0, 5).toString() !== '%PDF-') throw new ScenarioFailure('a PDF', describeAnswer(answer));
  return answer.bytes;
}

function checkPapers(papers: Buffer[], { contains = [], absent = [], files, pages }: PrintStep): void {
  const read = papers.map(pdfText);
  const text = read.map((one) => one.text).join('\n');
  const plain = text.replace(/\s+/g, '');
  const has = (wanted: string): boolean => plain.includes(wanted.replace(/\s+/g, ''));
  for (const wanted of contains) if (!has(wanted)) throw new ScenarioFailure(`"${wanted}" on paper`, text);
  for (const wanted of absent) if (has(wanted)) throw new ScenarioFailure(`no "${wanted}" on paper`, text);
  if (files !== undefined && papers.length !== files) throw new ScenarioFailure(`${files} files`, String(papers.length));
  const count = read.reduce((sum, one) => sum + one.pages, 0);
  if (pages !== undefined && count !== pages) throw new ScenarioFailure(`${pages} pages`, String(count));
}

function unzip(bytes: Buffer): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    const files: Buffer[] = [];
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) { reject(error); return; }
      zip.on('end', () => resolve(files));
      zip.on('entry', (entry: yauzl.Entry) => zip.openReadStream(entry, (failure, stream) => {
        if (failure) { reject(failure); return; }
        buffer(stream).then((content) => { files.push(content); zip.readEntry(); }, reject);
      }));
      zip.readEntry();
    });
  });
}
