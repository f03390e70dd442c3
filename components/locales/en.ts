import type {PhoneProblem, Reason} from '../../src/index.js';
import {enFirstScreen, type ProblemText} from './en.first-screen.js';

const {NETWORK, UNEXPECTED} = enFirstScreen.firstProblems;
const signIn = 'You are not signed in here any more. Reload the page or sign in again.';
const newCode = 'Get a new code.';
const notNow = 'This is not possible right now.';
const tries = (left: number | undefined) =>
  left === undefined
    ? ''
    : left === 1
      ? ' You have 1 more try.'
      : left === 0
        ? ` ${newCode}`
        : ` You have ${left} more tries.`;
const later = (wait: string | undefined) => (wait ? `Try again in ${wait}.` : 'Try again later.');

const problems: Record<Reason, ProblemText> = {
  NETWORK,
  TIMEOUT: NETWORK,
  SESSION_UNAVAILABLE: signIn,
  UNAVAILABLE: 'The service is not available at the moment. Try again later.',
  UNEXPECTED,
  PROTOCOL: UNEXPECTED,
  INTERNAL: UNEXPECTED,
  REQUEST_INVALID: UNEXPECTED,
  IDEMPOTENCY_KEY_MISSING: UNEXPECTED,
  IDEMPOTENCY_KEY_INVALID: UNEXPECTED,
  IDEMPOTENCY_KEY_REUSED: UNEXPECTED,
  METHOD_NOT_ALLOWED: UNEXPECTED,
  BODY_TOO_LARGE: UNEXPECTED,
  MEDIA_TYPE_NOT_SUPPORTED: UNEXPECTED,
  SIGNATURE_INVALID: UNEXPECTED,
  IDEMPOTENCY_IN_FLIGHT: 'This is still being worked on. Try again in a moment.',
  NOT_FOUND: 'This is no longer open. Start again.',
  UNAUTHENTICATED: signIn,
  SESSION_EXPIRED: signIn,
  ORIGIN_NOT_ALLOWED: 'This site may not show account settings.',
  COMPONENT_NOT_ALLOWED: 'This site may not change these account settings.',
  RATE_LIMITED: ({wait}) => `That was too many requests. ${later(wait)}`,

  CODE_MALFORMED: 'This is not a complete code. Enter its digits only.',
  CODE_INCORRECT: ({attemptsLeft}) => `This code is not correct.${tries(attemptsLeft)}`,
  CODE_EXPIRED: `This code has run out. ${newCode}`,
  CODE_EXHAUSTED: `That was too many wrong codes. ${newCode}`,
  ACCOUNT_LOCKED: ({wait}) => `That was too many wrong codes. ${later(wait)}`,
  DELIVERY_FAILED: 'The code could not be sent. Try again in a moment.',
  METHOD_NOT_USABLE: 'This method cannot confirm your identity now. Choose another.',
  SECURITY_TOKEN_REQUIRED: 'Confirm that it is you first.',
  SECURITY_TOKEN_EXPIRED: 'Your identity verification has run out. Verify again.',

  PHONE_INVALID: 'This is not a mobile number of this region.',
  PHONE_REGION_NOT_ALLOWED: 'Numbers of this region cannot be used.',
  PHONE_UNCHANGED: 'This is your security phone already. Enter another number.',
  PHONE_NOT_REACHABLE: 'No message could be delivered to this number. Check it or enter another.',
  PHONE_CHANGE_COOLDOWN: ({wait}) => `The phone was changed a short while ago. ${later(wait)}`,
  JD_ACCOUNT: 'This is a JD account. Its phone is changed in JD Mall.',
  CONCURRENT_CHANGE: 'The account was changed elsewhere in the meantime. Look at it again.',

  UPGRADE_NOT_AVAILABLE: 'This account cannot be upgraded in this way now.',
  ACCOUNT_NAME_INVALID: 'This account name cannot be used. Check the rules.',
  ACCOUNT_NAME_TAKEN: 'This account name is taken. Choose another.',
  PASSWORD_WEAK: 'This password is too weak. Check the rules.',
  PASSWORD_REUSED: 'This was one of your last passwords. Choose another.',
  ALREADY_UPGRADED: 'This is a JD Cloud account already.',
  CONSENT_REQUIRED: 'Your consent is needed to go on.',
  CONSENT_OUTDATED: 'The text has changed. Read the new one and agree again.',
  IDENTITY_MISMATCH: 'These details do not belong together. Check them.',
  IDENTITY_OCCUPIED: 'This identity verifies another account.',
  BANK_NOT_SUPPORTED: 'Cards of this bank cannot be checked. Use another card.',
  ALREADY_VERIFIED: 'This account is verified already.',
  ASSOCIATE_NOT_VERIFIED: 'No verification of this identity was found there.',
  ASSOCIATE_NO_PHONE: 'That account has no phone to send a code to.',
  IDENTITY_IN_USE: 'This identity verifies another JD Cloud account.',
  APPEAL_OPEN: 'An appeal is under review already.',
  FILE_NOT_SUPPORTED: 'This is not a JPG or PNG picture. Choose another file.',
  FILE_TOO_LARGE: 'This file is larger than 2 MB. Choose a smaller one.',
  NOT_VERIFIED_AT_JD_FINANCE: 'JD Finance has no verification for this account.',
  AMOUNT_INCORRECT: 'This is not the amount that was transferred.',
  FROZEN: ({wait}) => `${notNow} ${later(wait)}`,
};

/** What a message about a number may tell besides what is wrong. */
export interface PhoneFacts {
  /** The name of the country or region. */
  readonly region: string;
  /** How many digits a number has there. */
  readonly digits: number;
  /** A number as it is written there. */
  readonly example: string;
}

const digitsOf = ({region, digits, example}: PhoneFacts) =>
  `A mobile number of ${region} has ${digits} digits. Example: ${example}`;

const phoneProblems: Record<PhoneProblem, (facts: PhoneFacts) => string> = {
  empty: () => 'Enter the new number.',
  tooShort: digitsOf,
  tooLong: digitsOf,
  letters: () => 'Enter digits only.',
  masked: () => 'Enter the whole number, without asterisks.',
  landline: () => 'This number cannot receive text messages. Enter a mobile number.',
  machine: () => 'This is the number of a device. Enter the mobile number of a person.',
  regionNotListed: () => 'Numbers of this country or region cannot be used. Choose from the list.',
  twoNumbers: () => 'Enter one number only.',
  malformed: ({region, example}) => `This is not a mobile number of ${region}. Example: ${example}`,
};

/** All English texts, and by their type what every other language must have. */
export const en = {
  ...enFirstScreen,
  problems,
  common: {
    ...enFirstScreen.common,
    /** `id` names a request in the service's logs. */
    supportId: (id: string) => `If you contact customer service, mention ${id}`,
    loading: 'Loading…',
    retrying: 'Trying again…',
    next: 'Next',
    back: 'Back',
    cancel: 'Cancel',
    done: 'Done',
    checking: 'Checking…',
    sending: 'Sending…',
    working: 'One moment…',
    customerService: (phone: string) => `Call ${phone}`,
    ticket: 'Open a ticket',
    /** The step list on a narrow screen. */
    stepOf: (step: number, steps: number, name: string) => `Step ${step} of ${steps} · ${name}`,
    steps: 'Steps',
  },
  code: {
    label: 'Verification code',
    smsLabel: 'Code from the text message',
    emailLabel: 'Code from the email',
    sentTo: (to: string) => `Sent to ${to}.`,
    length: (digits: number) => `Enter the ${digits} digits of the code.`,
    ambiguous: (digits: number) => `This holds more than one number. Enter only the ${digits} digits of the code.`,
    expired: 'This code has run out. Get a new one.',
    resend: 'Get a new code',
    resendIn: (time: string) => `Get a new code in ${time}`,
    resendWait: (wait: string) => `You can get a new code in ${wait}.`,
    resendReady: 'You can get a new code now.',
    resent: (to: string) => `A code is on its way to ${to}.`,
  },
  phone: {
    region: 'Country or region',
    number: 'New phone number',
    hint: (example: string) => `Example: ${example}`,
    problems: phoneProblems,
  },
  securityPhoneChange: {
    steps: {verify: 'Verify identity', change: 'Change phone', done: 'Done'},
    choose: {
      heading: 'Confirm that it is you',
      intro: 'You are about to change the phone for identity verification. We send a code first. Choose where.',
      methods: 'Verification method',
      phone: (to: string) => `Phone ${to}`,
      email: (to: string) => `Email ${to}`,
      sms: 'We send a text message',
      mail: 'We send an email',
      unusable: 'Cannot confirm your identity now',
      send: 'Get code',
    },
    identify: {
      heading: 'Enter your code',
      intro: 'It confirms that it is you.',
      other: 'Use another method',
    },
    propose: {
      heading: 'Your new security phone',
      intro: 'We send a code to this number to make sure that it reaches you.',
      send: 'Send code',
    },
    confirm: {
      heading: 'Confirm the new number',
      intro: (number: string) => `Enter the code that we sent to ${number}.`,
      correct: 'Correct the number',
      submit: 'Change phone',
      changing: 'Changing…',
    },
    done: {
      heading: (phone: string) => `Security phone changed to ${phone}`,
      at: (time: string) => `Changed on ${time}.`,
      both: 'You can log in with it, and we use it to confirm that it is you.',
      verificationOnly:
        'This number is associated with another JD Cloud account. It can confirm your identity here but cannot log in to this account.',
      loginOnly: 'You can log in with it. For now it cannot confirm your identity.',
      neither: 'It receives notices. For now it can neither confirm your identity nor log in.',
      notified: (who: string) => `We told ${who} about the change.`,
      cancellation: (time: string) => `For your safety, this account cannot be cancelled before ${time}.`,
    },
    jdAccount: {
      heading: 'Change the phone in JD Mall',
      intro: 'This is a JD account. Its phone for login and for finding the password is kept by JD Mall.',
      open: 'Go to JD Mall',
      help: 'How it works',
      upgradeHeading: 'Or move to a JD Cloud account',
      upgradeIntro: 'After the upgrade you change the security phone here.',
      upgrade: 'Upgrade the account',
      upgradeElsewhere: 'The upgrade is not offered on this page. Customer service can help.',
    },
    noMethod: {
      heading: 'No method can confirm your identity',
      intro: 'This account has no verified phone or email that can receive a code now. Customer service can help.',
      hours: (hours: string) => `Available ${hours}`,
    },
    locked: {
      heading: 'Too many wrong codes',
      intro: 'For your safety no code is sent or checked for a while. Your phone and email stay as they are.',
      wait: (time: string) => `Try again in ${time}`,
      over: 'You can try again now.',
      help: 'If you need help, ask customer service.',
    },
  },
};

/** What every language has to say. */
export type Texts = typeof en;
