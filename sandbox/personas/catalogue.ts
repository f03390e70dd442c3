import type {Keys} from '../domain/settings.ts';
import {destinationFingerprint} from '../domain/verification-method.ts';
import type {Db} from '../store/db.ts';
import type {Bilingual} from './bilingual.ts';
import {effects, magicNumbers, samplePhone, type MagicEffect} from './magic-numbers.ts';
import {personaNames, personas, type Persona, type PersonaName, type SampleMethod} from './personas.ts';

/** Everything that can be tried out in the sandbox. */
export interface Catalogue {
  readonly personas: readonly {
    readonly persona: PersonaName;
    readonly description: Bilingual;
    readonly phone?: SampleMethod;
    readonly email?: SampleMethod;
  }[];
  readonly magicNumbers: readonly {
    readonly phone: string;
    readonly effect: MagicEffect;
    readonly description: Bilingual;
  }[];
}

/** The personas and the magic numbers as they are now. The first number is a fresh one that no account has. */
export async function catalogue(db: Db, keys: Keys): Promise<Catalogue> {
  const numbers = [{phone: samplePhone(), effect: 'free' as MagicEffect}, ...magicNumbers];
  const claims = await db.query<{fingerprint: Buffer}>(
    'SELECT fingerprint FROM phone_claims WHERE fingerprint = ANY($1)',
    [numbers.map(({phone}) => destinationFingerprint(keys, 'sms', phone))],
  );
  const taken = new Set(claims.map(({fingerprint}) => fingerprint.toString('hex')));
  const isTaken = (phone: string) => taken.has(destinationFingerprint(keys, 'sms', phone).toString('hex'));
  return {
    personas: personaNames.map((name) => {
      const {description, phone, email}: Persona = personas[name];
      return {persona: name, description, ...(phone && {phone}), ...(email && {email})};
    }),
    magicNumbers: numbers.map(({phone, effect}) => {
      const now = effect === 'free' && isTaken(phone) ? 'tied' : effect;
      return {phone, effect: now, description: effects[now]};
    }),
  };
}
