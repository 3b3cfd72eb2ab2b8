import { join, resolve } from 'node:path';

/** Settings of one server, all from the environment. */
export interface Config {
  host: string;
  port: number;
  home: string;
  databaseUrl: string | undefined;
  zone: string;
  demo: boolean;
  /** Address under which people reach the server, printed on papers. */
  site: string | null;
  /** Folder that holds `app-definitions/`, `workflows/` and `seed/`. */
  definitions: string;
  /** Certificate and key of this server, as files. */
  tls: { cert: string; key: string } | undefined;
  /** Addresses of proxies that are believed when they say who asks and how. */
  proxies: string[];
}

/** Reads the settings; wrong ones throw a sentence that names the variable. */
export function readConfig(root: string, env: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT 应为 0–65535 的整数，而不是“${env['PORT']}”。/ PORT must be a whole number from 0 to 65535.`);
  return {
    host: env['HOST'] ?? '127.0.0.1', port,
    home: resolve(env['TAMGA_HOME'] ?? join(root, '.tamga')),
    databaseUrl: env['DATABASE_URL'] || undefined,
    zone: env['TAMGA_TZ'] ?? 'Asia/Shanghai',
    // Production has no default accounts; the demo is what a newcomer sees.
    demo: env['TAMGA_MODE'] !== 'production',
    site: env['TAMGA_URL']?.replace(/\/+$/, '') || null,
    definitions: resolve(env['TAMGA_DEFINITIONS'] ?? root),
    tls: tlsFiles(env),
    proxies: (env['TAMGA_PROXY'] ?? '').split(',').map((part) => part.trim()).filter(Boolean),
  };
}

function tlsFiles({ TAMGA_TLS_CERT: cert, TAMGA_TLS_KEY: key }: NodeJS.ProcessEnv): Config['tls'] {
  if (!cert !== !key) throw new Error('TAMGA_TLS_CERT 与 TAMGA_TLS_KEY 须同时给出。/ TAMGA_TLS_CERT and TAMGA_TLS_KEY belong together.');
  return cert && key ? { cert: resolve(cert), key: resolve(key) } : undefined;
}
