// Opens every story of the built Storybook in Chromium: runs its play function, asks axe in each theme and language,
// and once more at 320 px, where nothing may have to be scrolled sideways. One line for each check that fails.
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import type {AddressInfo} from 'node:net';
import {extname, join, normalize} from 'node:path';
import type {AxeResults} from 'axe-core';
import {chromium, type Browser, type Page} from 'playwright-core';
import {launchOptions} from './browser.ts';

interface Story {
  readonly id: string;
  readonly type: string;
  readonly tags?: readonly string[];
}

interface Look {
  readonly theme: 'light' | 'dark';
  readonly language: 'en' | 'zh-CN';
  readonly forcedColors: 'none' | 'active';
}

const looks: readonly Look[] = (['en', 'zh-CN'] as const).flatMap((language) => [
  {language, theme: 'light', forcedColors: 'none'} as const,
  {language, theme: 'dark', forcedColors: 'none'} as const,
  {language, theme: 'light', forcedColors: 'active'} as const,
]);

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const patience = 15_000;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

const root = process.argv[2] ?? 'storybook-static';
const server = createServer((request, response) => {
  const {pathname} = new URL(request.url ?? '/', 'http://localhost');
  const path = normalize(decodeURIComponent(pathname));
  readFile(join(root, path)).then(
    (body) =>
      response.writeHead(200, {'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream'}).end(body),
    () => response.writeHead(404).end(),
  );
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const index = JSON.parse(await readFile(join(root, 'index.json'), 'utf8')) as {entries: Record<string, Story>};
const stories = Object.values(index.entries).filter(({type, tags}) => type === 'story' && !tags?.includes('!test'));

let passed = 0;
let failed = 0;
const tell = (story: Story, what: string, problems: readonly string[]): void => {
  if (problems.length === 0) {
    passed++;
    return;
  }
  failed++;
  console.log(`FAIL ${story.id} (${what}): ${problems.join('; ')}`);
};

const browser = await chromium.launch(launchOptions());
const queue = [...stories];
await Promise.all([readStories(browser), readStories(browser)]);
await browser.close();
server.close();
console.log(`stories: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function readStories(on: Browser): Promise<void> {
  const context = await on.newContext({viewport: {width: 1000, height: 800}, reducedMotion: 'reduce'});
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(axe);
  await page.addInitScript(awaitStory, patience);
  for (let story = queue.shift(); story; story = queue.shift()) {
    errors.length = 0;
    try {
      await page.emulateMedia({forcedColors: 'none'});
      await page.goto(`${base}/iframe.html?id=${story.id}&viewMode=story`);
      const problems = await page.evaluate(() => (globalThis as unknown as {storyDone: Promise<string[]>}).storyDone);
      tell(story, 'play', problems);
      for (const look of looks) {
        tell(story, `${look.language} ${look.forcedColors === 'active' ? 'forced colours' : look.theme}`, [
          ...(await askAxe(page, look)),
        ]);
      }
      tell(story, '320 px', await readNarrow(page));
    } catch (error) {
      errors.push(error instanceof Error ? error.message : String(error));
    }
    tell(story, 'errors', errors);
  }
  await context.close();
}

async function askAxe(page: Page, {language, theme, forcedColors}: Look): Promise<string[]> {
  await page.emulateMedia({forcedColors});
  await page.evaluate(
    async ({language, theme}) => {
      Object.assign(document.documentElement, {lang: language});
      document.documentElement.dataset.theme = theme;
      const speaks = () =>
        [...document.querySelectorAll('security-phone-editor')].every(({shadowRoot}) => {
          const face = shadowRoot?.querySelector('.face');
          if (!face || face.querySelector('.skeleton')) return true;
          return /\p{Script=Han}/u.test(face.textContent) === (language !== 'en');
        });
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let frames = 0; frames < 120 && !speaks(); frames++) await frame();
      await Promise.all(document.getAnimations().map(({finished}) => finished.catch(() => undefined)));
    },
    {language, theme},
  );
  const {violations} = await page.evaluate(
    (values) =>
      (globalThis as unknown as {axe: {run(on: string, options: object): Promise<AxeResults>}}).axe.run('.stage', {
        runOnly: {type: 'tag', values},
        resultTypes: ['violations'],
      }),
    rules,
  );
  return violations.map(({id, nodes}) => `${id} at ${nodes.map(({target}) => target.join(' ')).join(', ')}`);
}

/** Where there is little room some parts are others, for example the step bar. */
async function readNarrow(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({width: 320, height: 800});
  const problems = await askAxe(page, {language: 'en', theme: 'light', forcedColors: 'none'});
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (before) await page.setViewportSize(before);
  return width > 320 ? [...problems, `${width} px wide`] : problems;
}

/** Runs in the page: makes `storyDone`, the problems of drawing and playing the story. */
function awaitStory(patience: number): void {
  const scope = globalThis as unknown as {
    __STORYBOOK_ADDONS_CHANNEL__?: {
      on(kind: string, listener: (news?: {message?: string; status?: string}) => void): void;
    };
    storyDone: Promise<string[]>;
  };
  scope.storyDone = new Promise((resolve) => {
    const problems: string[] = [];
    setTimeout(() => resolve([...problems, `not finished in ${patience} ms`]), patience);
    const look = setInterval(() => {
      const channel = scope.__STORYBOOK_ADDONS_CHANNEL__;
      if (!channel) return;
      clearInterval(look);
      for (const kind of ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'storyMissing']) {
        channel.on(kind, (news) => problems.push(`${kind} ${news?.message ?? ''}`));
      }
      channel.on('storyErrored', () => resolve(problems));
      channel.on('storyMissing', () => resolve(problems));
      channel.on('storyFinished', (news) => {
        resolve(news?.status === 'success' ? problems : [...problems, `finished: ${news?.status ?? 'unknown'}`]);
      });
    }, 2);
  });
}
