interface Text {
  text: string;
  remedy: string;
}

/** What can go wrong with the embedded database, and what the operator can do about it. `{name}` is a parameter. */
const texts = {
  'database.home-not-writable': {
    zh: { text: '数据目录 {home} 无法写入：{reason}。', remedy: '请修改该目录的权限，或将 TAMGA_HOME 指向可写的目录。' },
    en: { text: 'The data folder {home} cannot be written: {reason}.', remedy: 'Correct its permissions, or point TAMGA_HOME at a writable folder.' },
  },
  'database.home-in-use': {
    zh: { text: '数据目录 {home} 正被另一个 Tamga 服务使用（进程 {pid}）。', remedy: '请先停止该服务，或为本服务另设 TAMGA_HOME。' },
    en: { text: 'The data folder {home} is in use by another Tamga server (process {pid}).', remedy: 'Stop that server, or give this one a TAMGA_HOME of its own.' },
  },
  'database.data-version': {
    zh: { text: '{directory} 中的数据属于 PostgreSQL {found}，而本版本需要 PostgreSQL {needed}。', remedy: '请用原版本 Tamga 备份，再在本版本恢复；或将 TAMGA_HOME 指向其他目录。' },
    en: { text: 'The data in {directory} belong to PostgreSQL {found}; this version needs PostgreSQL {needed}.', remedy: 'Back up with the Tamga version that wrote them and restore with this one, or point TAMGA_HOME at another folder.' },
  },
  'database.data-missing': {
    zh: { text: '数据库目录 {directory} 不存在（记录于 {note}）。', remedy: '请检查磁盘是否已挂载；若数据已作废，请删除 {note} 后重新启动。' },
    en: { text: 'The database folder {directory}, recorded in {note}, does not exist.', remedy: 'Check that its disk is mounted; if the data are given up, remove {note} and start again.' },
  },
  'database.data-shared': {
    zh: { text: '数据库目录 {directory} 属于另一个数据目录 {other}。', remedy: '{home} 似乎是副本：请删除其中的 {note}，再从备份恢复。' },
    en: { text: 'The database folder {directory} belongs to another data folder, {other}.', remedy: '{home} looks like a copy: remove {note} in it and restore from a backup.' },
  },
  'database.data-not-accessible': {
    zh: { text: '无法访问数据库目录 {directory}：{reason}。', remedy: '请以创建该数据的系统用户启动，或更正该目录的属主。' },
    en: { text: 'The database folder {directory} is not accessible: {reason}.', remedy: 'Start as the system user who created it, or correct its owner.' },
  },
  'database.no-place': {
    zh: { text: '系统用户 {user} 无法访问 {home}，也无法在 {tried} 建立数据库目录。', remedy: '请将 TAMGA_HOME 指向所有用户可进入的位置（如 /srv/tamga），或以普通用户启动。' },
    en: { text: 'System user {user} cannot reach {home}, and no database folder can be made in {tried}.', remedy: 'Point TAMGA_HOME at a place every user may enter (such as /srv/tamga), or start as an ordinary user.' },
  },
  'database.credentials-lost': {
    zh: { text: '数据库口令文件 {file} 缺失、损坏或与数据库不符：{reason}。', remedy: '请从备份中恢复该文件。' },
    en: { text: 'The database password file {file} is missing, damaged or does not fit the database: {reason}.', remedy: 'Restore the file from a backup.' },
  },
  'database.disk-full': {
    zh: { text: '{directory} 所在磁盘空间不足。', remedy: '请释放空间后重新启动；已确认的数据不会丢失。' },
    en: { text: 'The disk that holds {directory} is full.', remedy: 'Free some space and start again; nothing acknowledged is lost.' },
  },
  'database.create-failed': {
    zh: { text: '无法在 {directory} 建立数据库：\n{tail}', remedy: '请按上述信息处理，或用 DATABASE_URL 连接已有的 PostgreSQL（14 及以上）。' },
    en: { text: 'The database could not be created in {directory} (output above).', remedy: 'Act on that output, or set DATABASE_URL to an existing PostgreSQL (14 or later).' },
  },
  'database.start-failed': {
    zh: { text: '数据库未能启动，日志 {log} 的末尾：\n{tail}', remedy: '请按上述信息处理后重新启动。' },
    en: { text: 'The database did not start (end of {log} above).', remedy: 'Act on that output and start again.' },
  },
  'database.stop-failed': {
    zh: { text: '数据库进程 {pid} 未能停止。', remedy: '请查看日志 {log}；下次启动时会接管该进程。' },
    en: { text: 'The database process {pid} did not stop.', remedy: 'See {log}; the next start adopts the process.' },
  },
  'database.unsupported-platform': {
    zh: { text: '本机（{platform}）无法运行内置数据库：{reason}。', remedy: '请用 DATABASE_URL 连接已有的 PostgreSQL（14 及以上）。' },
    en: { text: 'The embedded database does not run on this machine ({platform}): {reason}.', remedy: 'Set DATABASE_URL to an existing PostgreSQL (14 or later).' },
  },
  'database.no-system-user': {
    zh: { text: 'PostgreSQL 不允许以 root 运行，且无法使用系统用户 {user}：{reason}。', remedy: '请以普通用户启动，或手工建立该系统用户，或设置 DATABASE_URL。' },
    en: { text: 'PostgreSQL refuses to run as root, and system user {user} cannot be used: {reason}.', remedy: 'Start as an ordinary user, create that system user by hand, or set DATABASE_URL.' },
  },
} satisfies Record<string, { zh: Text; en: Text }>;

export type DatabaseErrorCode = keyof typeof texts;

/** A start or stop that failed: a code, what happened and the remedy, in Chinese and English. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;
  readonly params: Readonly<Record<string, string>>;

  constructor(code: DatabaseErrorCode, params: Record<string, string>, cause?: unknown) {
    const { zh, en } = texts[code];
    super(`${fill(zh.text, params)}${fill(zh.remedy, params)}\n${fill(en.text, params)} ${fill(en.remedy, params)} [${code}]`, { cause });
    this.name = 'DatabaseError';
    this.code = code;
    this.params = params;
  }
}

function fill(text: string, params: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => params[name] ?? placeholder);
}
