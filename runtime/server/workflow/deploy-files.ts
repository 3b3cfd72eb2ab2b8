import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { checkProcess, expressionsOf, parseProcess, type Process } from '../../bpmn/index.ts';
import { parseDecisions } from '../../dmn/index.ts';
import { parse } from '../../expressions/index.ts';
import { serviceTopics } from '../../registry.ts';
import { processScope } from '../../model/link/link-process.ts';
import type { Context } from '../context.ts';
import { inTransaction, type TransactionContext } from '../operations/in-transaction.ts';
import { drivenEntity } from './no-record.ts';
import { storeStartEvents } from './start-events.ts';

export interface DeployFile { name: string; text: string }
export interface Mistake { file: string; element: string; code: string; message: string }
export interface DeployedProcess { id: string; key: string; name: string; version: number; resource: string }
export interface Deployment { id: string; name: string; source: string | null; at: Date; processes: DeployedProcess[]; decisions: DeployedProcess[] }

/** Checks processes and decisions from outside and stores them as new versions; with any mistake nothing is stored. */
export async function deployFiles(ctx: Context, name: string, source: string | null, files: readonly DeployFile[]): Promise<Deployment | { mistakes: Mistake[] }> {
  const mistakes: Mistake[] = [];
  const processes: { file: DeployFile; process: Process }[] = [];
  const decisions: { file: DeployFile; ids: { id: string; name: string }[] }[] = [];
  for (const file of files) {
    if (/\.dmn(11\.xml)?$/.test(file.name)) {
      const read = await parseDecisions(file.text);
      mistakes.push(...read.problems.map(({ code, elementId, message }) => ({ file: file.name, element: elementId, code, message })));
      decisions.push({ file, ids: read.decisions });
      continue;
    }
    const read = await parseProcess(file.text);
    const found = [...read.problems, ...(read.process ? [...checkProcess(read.process), ...await mistakesIn(ctx, read.process)] : [])];
    mistakes.push(...found.map(({ code, elementId, message }) => ({ file: file.name, element: elementId, code, message })));
    if (read.process) processes.push({ file, process: read.process });
  }
  if (mistakes.length > 0) return { mistakes };
  return inTransaction(ctx, async (tx) => {
    await tx.db.query(`select pg_advisory_xact_lock(hashtext('tamga.deploy-processes'))`);
    const deployment: Deployment = { id: v7(), name, source, at: ctx.services.clock.now(), processes: [], decisions: [] };
    await tx.db.query('insert into tamga.deployment (id, name, source, by, at) values ($1, $2, $3, $4, $5)', [deployment.id, name, source, ctx.principal.user?.id ?? null, deployment.at]);
    for (const { file, process } of processes) deployment.processes.push(await storeProcess(tx, deployment, file, process));
    for (const { file, ids } of decisions) for (const decision of ids) deployment.decisions.push(await storeDecision(tx, deployment, file, decision));
    return deployment;
  });
}

type Found = { code: string; elementId: string; message: string };

/** What only the server knows: a process of the definitions can't be replaced, topics inside need a record, texts must be readable. */
async function mistakesIn(ctx: Context, process: Process): Promise<Found[]> {
  const found: Found[] = [];
  if (ctx.model.processes.has(process.id)) found.push({ code: 'engine.defined', elementId: process.id, message: `the process ${process.id} comes with the definitions; deploy under another id` });
  if (process.entity !== undefined) found.push({ code: 'engine.entity', elementId: process.id, message: 'a process that drives records belongs to the definitions (workflows/<app>/*.bpmn)' });
  for (const { id, serviceTask, call, decision, userTask } of Object.values(process.nodes)) {
    if (serviceTask?.topic !== undefined && serviceTopics.get(serviceTask.topic) !== undefined) found.push({ code: 'engine.topic', elementId: id, message: `the topic ${serviceTask.topic} needs a record` });
    if (decision && !ctx.model.decisions.has(decision.decision)) {
      const { rows } = await ctx.db.query('select 1 from tamga.decision_definition where key = $1 limit 1', [decision.decision]);
      if (rows.length === 0) found.push({ code: 'engine.decision', elementId: id, message: `there is no decision ${decision.decision}; deploy it first` });
    }
    if (call?.calledElement === process.id) found.push({ code: 'engine.call', elementId: id, message: 'the process calls itself' });
    for (const role of userTask?.candidateRoles ?? []) if (!ctx.model.roles.has(role)) found.push({ code: 'engine.role', elementId: id, message: `there is no role ${role}` });
  }
  const variables = processScope(process, drivenEntity(ctx.model, ''));
  for (const { elementId, text } of expressionsOf(process)) for (const { message } of parse(text, { variables }).problems) found.push({ code: 'engine.expression', elementId, message: `${text}: ${message}` });
  return found;
}

async function storeProcess(tx: TransactionContext, deployment: Deployment, { name: resource, text }: DeployFile, process: Process): Promise<DeployedProcess> {
  const hash = createHash('sha256').update(text).digest('hex');
  const { rows: [latest] } = await tx.db.query<{ id: string; version: number; hash: string }>('select id, version, hash from tamga.process_definition where key = $1 order by version desc limit 1', [process.id]);
  const label = process.title ?? process.name ?? process.id;
  if (latest?.hash === hash) return { id: latest.id, key: process.id, name: label, version: latest.version, resource };
  const made = { id: v7(), key: process.id, name: label, version: (latest?.version ?? 0) + 1, resource };
  await tx.db.query(`insert into tamga.process_definition (id, key, version, hash, xml, entity, name, deployed_at, deployment_id) values ($1, $2, $3, $4, $5, '', $6, $7, $8)`,
    [made.id, made.key, made.version, hash, text, made.name, deployment.at, deployment.id]);
  await storeStartEvents(tx.db, process, made.id, tx.services.clock);
  return made;
}

async function storeDecision(tx: TransactionContext, deployment: Deployment, { name: resource, text }: DeployFile, { id: key, name }: { id: string; name: string }): Promise<DeployedProcess> {
  const hash = createHash('sha256').update(text).digest('hex');
  const { rows: [latest] } = await tx.db.query<{ version: number }>('select version from tamga.decision_definition where key = $1 order by version desc limit 1', [key]);
  const made = { id: v7(), key, name, version: (latest?.version ?? 0) + 1, resource };
  await tx.db.query('insert into tamga.decision_definition (id, key, version, hash, xml, name, deployment_id, deployed_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [made.id, key, made.version, hash, text, name, deployment.id, deployment.at]);
  return made;
}
