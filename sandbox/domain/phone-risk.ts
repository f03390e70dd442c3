import {Refusal} from './refusal.ts';

/** What a carrier says about a number. `unknown` is no signal; `unreachable` numbers get no message. */
export type PhoneRiskSignal = 'ok' | 'swapped' | 'ported' | 'recycled' | 'unreachable' | 'unknown';

/** The port to a service that knows of swapped, ported and recycled numbers. A throw means that it cannot tell now. */
export interface PhoneRisk {
  check(phone: string): Promise<PhoneRiskSignal>;
}

/** Milliseconds that an operator waits for the carrier. */
const patience = 2000;

/** Signals after which a code to the number proves nothing about its owner, or does not arrive. */
const worthless: readonly PhoneRiskSignal[] = ['swapped', 'ported', 'recycled', 'unreachable'];

const ask = async (risk: PhoneRisk, phone: string): Promise<PhoneRiskSignal> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the carrier did not answer in time'));
    }, patience);
  });
  try {
    return await Promise.race([risk.check(phone), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Whether a code to the number can prove identity. */
export function provesIdentity(signal: PhoneRiskSignal): boolean {
  return !worthless.includes(signal);
}

/** What the carrier says, before something is changed. Throws `UNAVAILABLE` when it cannot tell: fails closed. */
export async function signalForChange(risk: PhoneRisk, phone: string): Promise<PhoneRiskSignal> {
  try {
    return await ask(risk, phone);
  } catch {
    throw new Refusal('UNAVAILABLE', {metadata: {retryAfter: 5}});
  }
}

/** What the carrier says, where nothing is changed: `unknown` when it cannot tell. */
export async function signalForReading(risk: PhoneRisk, phone: string): Promise<PhoneRiskSignal> {
  try {
    return await ask(risk, phone);
  } catch {
    return 'unknown';
  }
}
