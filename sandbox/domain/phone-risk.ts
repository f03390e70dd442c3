/** What a carrier says about a number. `unknown` is no signal. */
export type PhoneRiskSignal = 'ok' | 'swapped' | 'ported' | 'recycled' | 'unknown';

/** The port to a service that knows of swapped, ported and recycled numbers. A throw means that it cannot tell now. */
export interface PhoneRisk {
  check(phone: string): Promise<PhoneRiskSignal>;
}
