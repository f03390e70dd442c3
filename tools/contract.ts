// Lints openapi.yaml and generates src/contract.ts from it. With --check it writes nothing and fails when the file is stale.
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import openapiTS, {astToString} from 'openapi-typescript';
import {format, resolveConfig} from 'prettier';
import {parse} from 'yaml';

const target = new URL('../src/contract.ts', import.meta.url);
const source = new URL('../openapi.yaml', import.meta.url);

execFileSync('redocly', ['lint', source.pathname], {stdio: 'inherit'});

const contract = parse(readFileSync(source, 'utf8')) as {
  components: {schemas: {Reason: {enum: string[]}}};
};
const types = astToString(await openapiTS(source));
const reasons = contract.components.schemas.Reason.enum;
const text = `// Generated from openapi.yaml by \`npm run contract\`. Do not edit.
/* eslint-disable */
${types}
/** Every reason that the service can give. */
export const reasons = ${JSON.stringify(reasons)} as const;
`;
const formatted = await format(text, {...(await resolveConfig(target)), parser: 'typescript'});

if (!process.argv.includes('--check')) {
  writeFileSync(target, formatted);
} else if (readFileSync(target, 'utf8') !== formatted) {
  console.error('src/contract.ts is stale: run `npm run contract`.');
  process.exitCode = 1;
}
