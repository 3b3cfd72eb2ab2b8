import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

/** The contents of `tamga.conf`: sized for a small server (2 cores) unless the machine has more memory. */
export function databaseSettings({ durable }: { durable: boolean }): string {
  const settings: Record<string, string> = {
    max_connections: '100',
    shared_buffers: '128MB',
    effective_cache_size: `${Math.max(256, Math.round(totalmem() / 2 / 1024 ** 2))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '1GB',
    checkpoint_timeout: '10min',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] %a ',
    password_encryption: 'scram-sha-256',
    fsync: onOff(durable),
    full_page_writes: onOff(durable),
    // Off would lose acknowledged rows even when only PostgreSQL is killed.
    synchronous_commit: 'on',
  };
  // Containers give 64 MB here; a parallel hash join that needs more would fail, a serial one doesn't.
  if (sharedMemory() < 256 * 1024 ** 2) settings.max_parallel_workers_per_gather = '0';
  return Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`).join('');
}

/** Nothing of the caller's PGHOST, PGDATA, PGOPTIONS and the like may reach the programs. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { ...(PATH && { PATH }), ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }), TZ: 'UTC' };
}

function onOff(on: boolean): string {
  return on ? 'on' : 'off';
}

function sharedMemory(): number {
  if (process.platform !== 'linux') return Infinity;
  try {
    const { blocks, bsize } = statfsSync('/dev/shm');
    return blocks * bsize;
  } catch {
    return 0;
  }
}
