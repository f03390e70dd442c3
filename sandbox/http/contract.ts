import {readFileSync} from 'node:fs';
import {parse} from 'yaml';
import type {OperationId} from '../domain/operation.ts';
import type {Reason} from '../domain/refusal.ts';
import type {components} from '../../src/contract.ts';

/** How a caller of an operation shows who it is. */
export type Scheme = 'clientSecret' | 'signature';

/** What `openapi.yaml` says of one operation. */
export interface ContractOperation {
  readonly id: OperationId;
  readonly method: string;
  /** The path as the contract writes it, for example `/v1/challenges/{challengeId}:verify`. */
  readonly template: string;
  readonly schemes: ReadonlySet<Scheme>;
  /** The component whose sessions may call it; any session may when it is absent. */
  readonly component: string | undefined;
  readonly needsSecurityToken: boolean;
  readonly needsIdempotencyKey: boolean;
  readonly takesBody: boolean;
  /** The reasons that it may answer with. */
  readonly reasons: ReadonlySet<Reason>;
  /** JSON pointers into the contract, for the validator. */
  readonly pointer: string;
  readonly parameters: readonly Parameter[];
}

/** A parameter in the path, the query or a header. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: object;
}

/** Code, status and message of a reason. */
export interface ReasonText {
  readonly code: number;
  readonly status: components['schemas']['Status'];
  readonly message: string;
}

/** The contract as the service uses it. */
export interface Contract {
  /** The parsed file. */
  readonly document: object;
  readonly operations: readonly ContractOperation[];
  readonly reasons: ReadonlyMap<Reason, ReasonText>;
}

type Schemas = components['schemas'];

interface Document {
  readonly paths: Record<string, Record<string, OperationObject>>;
  readonly components: {readonly examples: Record<Reason, {value: Schemas['Failure']}>};
}

interface OperationObject {
  readonly operationId: OperationId;
  readonly security: readonly Record<Scheme, unknown>[];
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: object;
  readonly responses: Record<string, ResponseObject | Reference>;
  readonly 'x-component'?: string;
  readonly 'x-security-token'?: string;
}

interface ResponseObject {
  readonly content: {'application/json': {examples: Record<string, unknown>}};
}

interface Reference {
  readonly $ref: string;
}

// The contract says of these that any path can answer them.
const answeredAnywhere: readonly Reason[] = ['METHOD_NOT_ALLOWED', 'NOT_FOUND'];

/** Reads the contract. It is the only source of paths, forms, codes and messages. */
export function readContract(file: URL = new URL('../../openapi.yaml', import.meta.url)): Contract {
  const document = parse(readFileSync(file, 'utf8')) as Document;

  const resolve = <T extends object>(node: T | Reference): T =>
    '$ref' in node
      ? (node.$ref
          .slice(2)
          .split('/')
          .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], document) as T)
      : node;

  const operations = Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]): ContractOperation => {
      const parameters = (operation.parameters ?? []).map((parameter) => resolve<Parameter>(parameter));
      const refusals = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        template,
        schemes: new Set(operation.security.flatMap((scheme) => Object.keys(scheme) as Scheme[])),
        component: operation['x-component'],
        needsSecurityToken: operation['x-security-token'] !== undefined,
        needsIdempotencyKey: parameters.some(({name}) => name === 'Idempotency-Key'),
        takesBody: operation.requestBody !== undefined,
        reasons: new Set([
          ...refusals.flatMap(
            ([, response]) =>
              Object.keys(resolve<ResponseObject>(response).content['application/json'].examples) as Reason[],
          ),
          ...answeredAnywhere,
        ]),
        pointer: `#/paths/${template.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}`,
        parameters,
      };
    }),
  );

  const reasons = new Map(
    Object.entries(document.components.examples).map(([reason, {value}]) => {
      const {code, status, message} = value.error;
      return [reason as Reason, {code, status, message}];
    }),
  );
  return {document, operations, reasons};
}
