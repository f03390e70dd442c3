import {versionOf, type Asset} from './assets.ts';

const entry = 'account-kit.js';

/** The built kit as the portal serves it. */
export interface Kit {
  readonly files: ReadonlyMap<string, Asset>;
  /** Where it is served. Changes with its content, so that browsers can keep it for good. */
  readonly path: string;
  /** The tags that load it, each with the integrity of its file. */
  readonly tags: string;
}

/** Prepares the kit for serving. Throws when the files are not a built kit. */
export function prepareKit(files: ReadonlyMap<string, Asset>): Kit {
  const path = `/account-kit/${versionOf(files)}/`;
  const script = files.get(entry);
  if (!script) throw new Error('The kit is not built: run `npm run build` first.');
  // A browser checks a module that another one imports only when its integrity is known beforehand.
  const preloads = importedAtOnce(files, entry).map(
    (name) =>
      `<link rel="modulepreload" href="${path}${name}" integrity="${files.get(name)?.integrity ?? ''}" crossorigin />`,
  );
  const tag = `<script type="module" src="${path}${entry}" integrity="${script.integrity}" crossorigin></script>`;
  return {files, path, tags: [...preloads, tag].join('\n    ')};
}

/** The files that a file needs before it runs, and those that they need. */
function importedAtOnce(files: ReadonlyMap<string, Asset>, start: string): string[] {
  const found = new Set<string>([start]);
  for (const name of found) {
    const text = new TextDecoder().decode(files.get(name)?.body);
    for (const [, imported = ''] of text.matchAll(/\b(?:from|import)\s*["']\.\/([^"']+)["']/g)) {
      if (files.has(imported)) found.add(imported);
    }
  }
  found.delete(start);
  return [...found];
}
