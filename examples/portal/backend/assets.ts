import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import {extname, join, relative, sep} from 'node:path';

/** A file that is served as it is. */
export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Its subresource integrity: `sha384-…`. */
  readonly integrity: string;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Reads a folder into memory and gives its files by path (`locales/zh-CN.js`). Only what was there at the start can
 * be asked for, so no path leads out of the folder.
 */
export async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile() && extname(entry.name) in types);
  const assets = await Promise.all(
    files.map(async (entry) => {
      const file = join(entry.parentPath, entry.name);
      const body = new Uint8Array(await readFile(file));
      const integrity = `sha384-${createHash('sha384').update(body).digest('base64')}`;
      const type = types[extname(entry.name)] ?? 'application/octet-stream';
      return [relative(folder, file).split(sep).join('/'), {body, type, integrity}] as const;
    }),
  );
  return new Map(assets);
}

/** Names the content of a folder: it changes when any file does. Files under it can be cached for good. */
export function versionOf(assets: ReadonlyMap<string, Asset>): string {
  const all = [...assets].map(([path, {integrity}]) => `${path} ${integrity}`).sort();
  return createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 16);
}
