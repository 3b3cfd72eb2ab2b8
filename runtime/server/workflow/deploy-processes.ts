import { v7 } from 'uuid';
import type { Model } from '../../model/model.ts';
import type { Services } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { storeStartEvents } from './start-events.ts';

/** Stores a new version of every process whose file changed; running instances stay on theirs. Returns how many are new. */
export async function deployProcesses(services: Services, model: Model): Promise<number> {
  return transaction(services.pool, async (client) => {
    // Two servers may start at once: one version for both.
    await client.query(`select pg_advisory_xact_lock(hashtext('tamga.deploy-processes'))`);
    const { rows } = await client.query<{ key: string; version: number; hash: string }>(
      'select distinct on (key) key, version, hash from tamga.process_definition order by key, version desc');
    const latest = new Map(rows.map((row) => [row.key, row]));
    let deployed = 0;
    for (const { key, hash, xml, entity, process } of model.processes.values()) {
      const known = latest.get(key);
      if (known?.hash === hash) continue;
      const id = v7();
      await client.query('insert into tamga.process_definition (id, key, version, hash, xml, entity, name, deployed_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [id, key, (known?.version ?? 0) + 1, hash, xml, entity, process.title ?? process.name ?? key, services.clock.now()]);
      await storeStartEvents(client, process, id, services.clock);
      deployed += 1;
    }
    return deployed;
  });
}
