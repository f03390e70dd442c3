import {callingCodeOf} from './phone-number.ts';

const star = (count: number) => '*'.repeat(count);

/**
 * A phone number as an operator may see it. Mainland numbers: first three, five stars, last three, as the console of
 * JD Cloud shows them. Others: calling code, and the two digits at either end.
 */
export function maskPhone(phone: string): string {
  const callingCode = callingCodeOf(phone);
  const national = phone.slice(1 + callingCode.length);
  if (callingCode === '86') return `${national.slice(0, 3)}${star(5)}${national.slice(-3)}`;
  return `+${callingCode} ${national.slice(0, 2)}${star(Math.max(3, national.length - 4))}${national.slice(-2)}`;
}

/** An email address as an operator may see it: at most two first characters, five stars, the domain. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const local = Array.from(email.slice(0, at));
  // A short name would be shown whole: of one or two characters only the first is.
  return `${local.slice(0, local.length > 2 ? 2 : 1).join('')}${star(5)}${email.slice(at)}`;
}

/** Masks a destination by what it is. */
export function mask(channel: 'sms' | 'email', destination: string): string {
  return channel === 'sms' ? maskPhone(destination) : maskEmail(destination);
}
