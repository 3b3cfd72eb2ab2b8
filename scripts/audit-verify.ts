import { isExplained } from '../runtime/server/main.ts';
import { verifyAudit, type AuditFlaw } from '../runtime/server/audit/index.ts';
import { withServer } from './with-server.ts';

const texts: Record<AuditFlaw['kind'], string> = {
  altered: '这一行被改动过 / this row was altered', missing: '这一行被删除 / this row is missing', added: '这一行是事后插入的 / this row was put in later', seal: '封存记录被改动或缺失 / the seal was altered or is missing',
  key: '封存所用的密钥文件不存在 / the key of the seal is missing', 'cut-off': '末尾的封存被截去 / the end of the log was cut off',
};

// Walks the sealed chain of the audit log; with the embedded database, stop the server first or ask GET /api/audit/verify.
try {
  const verdict = await withServer(({ services }) => verifyAudit({ db: services.pool, model: services.current(), home: services.home, now: services.clock.now() }));
  const { flaw } = verdict;
  if (flaw) {
    console.error(`审计日志不完整 / the audit log is not intact: ${texts[flaw.kind]}${flaw.id ? ` id=${flaw.id}` : ''}${flaw.at ? ` at=${flaw.at}` : ''}${flaw.batch ? ` batch=${flaw.batch}` : ''}`);
    process.exitCode = 1;
  } else console.log(`审计日志完整 / the audit log is intact: ${verdict.rows} 行 rows, ${verdict.batches} 批 batches, ${verdict.unsealed} 未封存 not sealed yet`);
} catch (error) {
  console.error(error instanceof Error && (isExplained(error) || !('code' in error)) ? error.message : error);
  process.exitCode = 1;
}
