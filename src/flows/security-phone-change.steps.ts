import type {Next} from './flow.js';
import type {Known, NewPhone, SecurityPhoneChangeState as State} from './security-phone-overview.js';
import type {Challenge} from '../challenge.js';
import type {ServiceClock} from '../clock.js';
import {AccountError} from '../errors.js';

type At<S extends State['step']> = Extract<State, {step: S}>;

/** What every step after the first answer knows. */
export const knownOf = ({account, methods}: Known): Known => ({account, methods});

/** The time by the service's clock in so many seconds (ISO 8601). */
export const timeIn = (seconds: number, clock: ServiceClock): string =>
  new Date(clock.now() + seconds * 1000).toISOString();

/** Back to the number, with what was typed. */
export const toPropose = ({securityToken, phone, ...state}: At<'confirm'>): At<'propose'> => ({
  step: 'propose',
  ...knownOf(state),
  securityToken,
  phone,
});

/** The same step after its code was refused: with what is left of the code. Throws what says nothing about the code. */
export function withCodeProblem(
  state: At<'identify' | 'confirm'>,
  problem: AccountError,
  clock: ServiceClock,
): Next<State> {
  const {reason, attemptsLeft, retryAfter} = problem;
  const changed: Partial<Challenge> = {};
  if (reason === 'CODE_INCORRECT' && attemptsLeft !== undefined) changed.attemptsLeft = attemptsLeft;
  else if (reason === 'CODE_EXHAUSTED') changed.attemptsLeft = 0;
  else if (reason === 'CODE_EXPIRED') changed.expiresAt = timeIn(0, clock);
  else if (reason === 'RATE_LIMITED' && retryAfter !== undefined) changed.resendAt = timeIn(retryAfter, clock);
  else throw problem;
  return {...state, problem, challenge: {...state.challenge, ...changed}};
}

/** The code, if it is one. Throws `CODE_MALFORMED`: a code that cannot be right must not cost a try. */
export function checkedCode(code: string, {codeLength}: Challenge): string {
  if (/^[0-9]+$/.test(code) && code.length === codeLength) return code;
  throw new AccountError('CODE_MALFORMED', {field: 'code'});
}

/** The number with its calling code. Throws `PHONE_REGION_NOT_ALLOWED` or `PHONE_INVALID`. */
export function e164({region, number}: NewPhone, {account}: Known): string {
  const listed = account.phoneRegions.find((candidate) => candidate.region === region);
  if (!listed) throw new AccountError('PHONE_REGION_NOT_ALLOWED', {field: 'phone'});
  if (!/^[0-9]+$/.test(number) || !new RegExp(`^(?:${listed.pattern})$`).test(number)) {
    throw new AccountError('PHONE_INVALID', {field: 'phone'});
  }
  return `+${listed.callingCode}${number}`;
}
