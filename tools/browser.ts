// Finds a Chromium for the tests, or installs one: Debian's as root, otherwise Playwright's own.
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {chromium, type LaunchOptions} from 'playwright-core';

const places = [
  process.env.CHROMIUM_BIN,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  chromium.executablePath(),
];

/** The path of a Chromium on this machine, if there is one. */
export function findChromium(): string | undefined {
  return places.find((place) => place !== undefined && place !== '' && existsSync(place));
}

/** How to start it: quiet, without calls to its maker, and as root without its sandbox. */
export function launchOptions(): LaunchOptions {
  const executablePath = findChromium();
  return {
    ...(executablePath ? {executablePath} : {}),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/** Makes sure that there is one. Throws a sentence that says what to do when it cannot. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  try {
    if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
      execFileSync('apt-get', ['update'], {stdio: 'ignore'});
      const packages = ['chromium', 'fonts-noto-cjk', 'fonts-noto-core'];
      execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {stdio: 'ignore'});
    } else {
      execFileSync('npx', ['playwright', 'install', 'chromium'], {stdio: 'inherit'});
    }
  } catch {
    // What is missing is said below.
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error('The tests need a Chromium: install one, or name it in CHROMIUM_BIN.');
}
