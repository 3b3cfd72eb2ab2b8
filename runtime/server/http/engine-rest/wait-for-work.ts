import { Client } from 'pg';
import type { Services } from '../../context.ts';

interface Listener { wake: Set<() => void>; close: () => Promise<void> }

const listeners = new WeakMap<Services, Listener>();
// A lock that runs out tells nobody.
const lookAgain = 1_000;

/** Waits until there may be new work, a second at most; ends early when the server stops or the client has gone. */
export async function waitForWork(services: Services, milliseconds: number, gone: AbortSignal): Promise<void> {
  const listener = listenerOf(services);
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.wake.delete(done);
      gone.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(lookAgain, Math.max(0, milliseconds)));
    listener.wake.add(done);
    gone.addEventListener('abort', done);
    if (gone.aborted) done();
  });
}

/** Stops listening; called when the server closes. */
export async function stopListening(services: Services): Promise<void> {
  const listener = listeners.get(services);
  listeners.delete(services);
  await listener?.close();
}

function listenerOf(services: Services): Listener {
  const known = listeners.get(services);
  if (known) return known;
  const wake = new Set<() => void>();
  const wakeAll = (): void => { for (const done of [...wake]) done(); };
  // A connection of its own: a pool that ends waits for connections that are still out.
  const client = new Client({ ...services.pool.options, statement_timeout: 0, application_name: 'tamga-external-tasks' });
  const listener: Listener = {
    wake,
    async close() {
      wakeAll();
      await client.end().catch(() => undefined);
    },
  };
  listeners.set(services, listener);
  // Without notices the look every second is enough; the next who waits tries to listen again.
  const lost = (): void => { if (listeners.get(services) === listener) listeners.delete(services); };
  client.on('error', lost);
  client.on('end', lost);
  client.on('notification', wakeAll);
  client.connect().then(() => client.query('listen tamga_external_task')).catch(lost);
  return listener;
}
