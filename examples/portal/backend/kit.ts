import {versionOf, type Asset} from './assets.ts';

const entry = 'account-kit.js';

/** The built kit as the portal serves it. */
export interface Kit {
  readonly files: ReadonlyMap<string, Asset>;
  /** Where it is served. Changes with its content, so that browsers can keep it for good. */
  readonly path: string;
  /** The tag that loads it, with the integrity of its file. */
  readonly tag: string;
}

/** Prepares the kit for serving. Throws when the files are not a built kit. */
export function prepareKit(files: ReadonlyMap<string, Asset>): Kit {
  const path = `/account-kit/${versionOf(files)}/`;
  const script = files.get(entry);
  if (!script) throw new Error('The kit is not built: run `npm run build` first.');
  const tag = `<script type="module" src="${path}${entry}" integrity="${script.integrity}" crossorigin></script>`;
  return {files, path, tag};
}
