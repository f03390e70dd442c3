// Measures what a visitor downloads, gzip level 9, all dependencies included, against the budgets. Needs no browser.
import {gzipSync} from 'node:zlib';
import {rollup, type OutputChunk} from 'rollup';
import {browserPlugins} from '../rollup.config.js';

interface Budget {
  readonly name: string;
  readonly bytes: number;
  /** What a page imports. Counted with all that it imports in turn, but for what is loaded later (`import()`). */
  readonly entry: string;
}

const kB = 1000;
const budgets: readonly Budget[] = [
  {name: 'SDK alone', bytes: 12 * kB, entry: `export * from './src/index.ts'`},
  {
    // The aim is 20 kB. lit, @lit/context and ky are 11.7 kB of it.
    name: 'first screen of security-phone-editor',
    bytes: 21 * kB,
    entry: `import './components/account-provider/define.ts'; import './components/security-phone-editor/define.ts'`,
  },
  {name: 'a further language (zh-CN)', bytes: 4 * kB, entry: `export * from './components/locales/zh-CN.ts'`},
];

let passed = 0;
let failed = 0;
for (const {name, bytes, entry} of budgets) {
  const size = await measure(entry);
  const good = size <= bytes;
  if (good) passed++;
  else failed++;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name}: ${(size / kB).toFixed(2)} kB of ${(bytes / kB).toFixed(0)} kB`);
}
console.log(`size: ${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function measure(entry: string): Promise<number> {
  const bundle = await rollup({
    input: 'entry.ts',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry.ts' ? new URL('../entry.ts', import.meta.url).pathname : null),
        load: (id) => (id.endsWith('/entry.ts') ? entry : null),
      },
      ...browserPlugins,
    ],
  });
  const {output} = await bundle.generate({format: 'esm'});
  const chunks = new Map(
    output.filter((part): part is OutputChunk => part.type === 'chunk').map((c) => [c.fileName, c]),
  );
  const needed = new Set<string>();
  const need = (file: string): void => {
    if (needed.has(file)) return;
    needed.add(file);
    chunks.get(file)?.imports.forEach(need);
  };
  [...chunks.values()].filter((chunk) => chunk.isEntry).forEach((chunk) => need(chunk.fileName));
  return [...needed].reduce((sum, file) => sum + gzipSync(chunks.get(file)?.code ?? '', {level: 9}).length, 0);
}
