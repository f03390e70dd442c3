import {Refusal} from '../domain/refusal.ts';
import type {WireRequest} from './request.ts';

const json = /^application\/json\s*(?:;\s*charset\s*=\s*(?:utf-8|"utf-8")\s*)?;?$/i;

/**
 * Throws `MEDIA_TYPE_NOT_SUPPORTED` for a body that is not announced as plain UTF-8 JSON. A form or a text can be
 * posted across origins without asking; this is why they are refused before they are parsed.
 */
export function requireJson(request: WireRequest): void {
  const types = request.headers('content-type');
  const encodings = request.headers('content-encoding');
  const isJson = types.length === 1 && json.test(types[0] ?? '');
  const isPlain = encodings.every((encoding) => encoding.trim().toLowerCase() === 'identity');
  if (!isJson || !isPlain) throw new Refusal('MEDIA_TYPE_NOT_SUPPORTED');
}
