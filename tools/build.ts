// Builds dist/: the manifest, the modules, the one-file build, the types. With --if-stale only when a source is newer.
import {execFileSync} from 'node:child_process';
import {globSync, rmSync, statSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

/** Runs the build when there is none, or when a source is newer than it. */
export function buildIfStale(): void {
  if (isStale()) build();
}

function isStale(): boolean {
  const built = statSync('dist/types/src/index.d.ts', {throwIfNoEntry: false})?.mtimeMs ?? 0;
  const sources = [...globSync('{src,components}/**/*.ts'), 'rollup.config.js', 'package.json', 'tsconfig.json'];
  return sources.some((file) => statSync(file).mtimeMs > built);
}

function build(): void {
  const run = (command: string, ...args: string[]) =>
    execFileSync(process.platform === 'win32' ? `${command}.cmd` : command, args, {
      stdio: 'inherit',
      env: {
        ...process.env,
        PATH: `${root}node_modules/.bin${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
      },
    });
  rmSync('dist', {recursive: true, force: true});
  run('cem', 'analyze', '--config', 'custom-elements-manifest.config.js');
  run('rollup', '-c', '--silent');
  run('tsc', '-p', 'tsconfig.build.json');
}

if (import.meta.main) {
  if (process.argv.includes('--if-stale')) buildIfStale();
  else build();
}
