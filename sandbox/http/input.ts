import type {Input, OperationId} from '../domain/operation.ts';
import {Refusal} from '../domain/refusal.ts';
import type {ContractOperation} from './contract.ts';
import {canonicalJson, parseJson} from './json.ts';
import type {WireRequest} from './request.ts';
import type {Validation} from './validation.ts';

/** What came with a request, checked against the contract. */
export interface CheckedRequest {
  readonly input: Input<OperationId>;
  readonly securityToken?: string;
  readonly idempotency: {readonly key: string; readonly request: string} | undefined;
}

const wellFormedKey = /^[\x21-\x7e]{8,255}$/;
const maxTokenLength = 255;

/** Checks all parts of a request. Throws `NOT_FOUND` for the path and the 400 and 403 reasons for the rest. */
export function checkRequest(
  validation: Validation,
  operation: ContractOperation,
  request: WireRequest,
  path: Readonly<Record<string, string>>,
  bytes: Buffer,
): CheckedRequest {
  validation.path(operation, path);
  const key = operation.needsIdempotencyKey ? idempotencyKey(request) : undefined;
  const securityToken = operation.needsSecurityToken ? requireSecurityToken(request) : undefined;
  const query = validation.query(operation, request.query);
  const body = checkBody(validation, operation, bytes);
  // Validated just now: this is what the contract's types say.
  const input = {path, query, body} as Input<OperationId>;
  return {
    input,
    ...(securityToken !== undefined && {securityToken}),
    idempotency:
      key === undefined ? undefined : {key, request: canonicalJson([request.method, path, query, body ?? null])},
  };
}

function idempotencyKey(request: WireRequest): string {
  const keys = request.headers('idempotency-key');
  if (keys.length === 0) throw new Refusal('IDEMPOTENCY_KEY_MISSING');
  const [key = ''] = keys;
  if (keys.length > 1 || !wellFormedKey.test(key)) throw new Refusal('IDEMPOTENCY_KEY_INVALID');
  return key;
}

function requireSecurityToken(request: WireRequest): string {
  const token = request.header('x-jdcloud-security-token') ?? '';
  if (token === '') throw new Refusal('SECURITY_TOKEN_REQUIRED');
  if (token.length > maxTokenLength) throw new Refusal('REQUEST_INVALID', {field: 'x-jdcloud-security-token'});
  return token;
}

function checkBody(validation: Validation, operation: ContractOperation, bytes: Buffer): unknown {
  if (operation.takesBody) return validation.body(operation, parseJson(bytes));
  // Some clients send `{}` with every POST; anything more was meant for another operation.
  if (bytes.length > 0 && canonicalJson(parseJson(bytes)) !== '{}') throw new Refusal('REQUEST_INVALID');
  return undefined;
}
