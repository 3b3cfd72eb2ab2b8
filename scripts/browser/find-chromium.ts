import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Path of a Chromium that browser tests can drive; on Debian as root it is installed when there is none. */
export function findChromium(): string {
  const found = installed();
  if (found) return found;
  if (canInstall()) {
    console.log('No Chromium found; installing chromium and fonts-noto-cjk with apt-get…');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update'], { stdio: 'ignore', env: environment });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    const now = installed();
    if (now) return now;
  }
  throw new Error('No Chromium was found for the browser tests. Install it (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH to one.');
}

function installed(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/snap/bin/chromium'];
  return [...given ? [given] : [], ...places, ...downloads()].find((path) => existsSync(path));
}

/** Browsers that Playwright has downloaded before, newest first. */
function downloads(): string[] {
  const folders = [process.env.PLAYWRIGHT_BROWSERS_PATH, join(homedir(), '.cache/ms-playwright'), join(homedir(), 'Library/Caches/ms-playwright')].filter((folder) => folder !== undefined && existsSync(folder)) as string[];
  return folders.flatMap((folder) => readdirSync(folder).filter((name) => name.startsWith('chromium')).sort().reverse()
    .flatMap((name) => ['chrome-linux/chrome', 'chrome-linux/headless_shell', 'chrome-linux64/chrome', 'chrome-headless-shell-linux64/chrome-headless-shell', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'].map((path) => join(folder, name, path))));
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');
}
