import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/security-phone-editor/define.js';
import {AccountError, type SecurityPhoneChangeState} from '../src/index.js';
import {
  account,
  challenge,
  changedPhone,
  email,
  flowAt,
  known,
  later,
  phone,
  unverifiedEmail,
} from '../test/support/browser/sample-states.js';

/** Draws the element as it stands at one state, with nothing asked of any service. */
const at = (state: SecurityPhoneChangeState, problem?: AccountError): StoryObj => {
  const flow = flowAt(problem ? {...state, problem} : state);
  return {render: () => html`<security-phone-editor .flow=${flow}></security-phone-editor>`};
};

export default {
  title: 'Security phone editor',
  component: 'security-phone-editor',
} satisfies Meta;

const identify = {step: 'identify', ...known, challenge: challenge()} as const;
const newPhone = {region: 'CN', number: '13800138000'} as const;
const propose = {step: 'propose', ...known, securityToken: 'sample'} as const;
const confirm = {
  step: 'confirm',
  ...known,
  securityToken: 'sample',
  phone: newPhone,
  challenge: challenge(18, {sentTo: '138*****000'}),
} as const;

/** The first answer is on its way. Nothing is drawn for 300 ms. */
export const Start = at({step: 'start'});

export const StartUnreachable = at({step: 'start'}, new AccountError('NETWORK'));

export const StartSessionGone = at({step: 'start'}, new AccountError('SESSION_UNAVAILABLE'));

export const StartSessionExpired = at({step: 'start'}, new AccountError('SESSION_EXPIRED'));

export const StartUnauthenticated = at({step: 'start'}, new AccountError('UNAUTHENTICATED'));

/** Trying again cannot help, so no button says so. */
export const StartOriginNotAllowed = at({step: 'start'}, new AccountError('ORIGIN_NOT_ALLOWED'));

export const StartComponentNotAllowed = at({step: 'start'}, new AccountError('COMPONENT_NOT_ALLOWED'));

export const StartRateLimited = at({step: 'start'}, new AccountError('RATE_LIMITED', {retryAfter: 42}));

export const StartUnavailable = at({step: 'start'}, new AccountError('UNAVAILABLE'));

export const StartProtocol = at({step: 'start'}, new AccountError('PROTOCOL'));

/** A failure that nobody expected names the request for customer service. */
export const StartUnexpected = at({step: 'start'}, new AccountError('UNEXPECTED', {requestId: 'req-7f3a9c21'}));

export const Overview = at({step: 'overview', ...known});

export const OverviewUnverifiedEmail = at({step: 'overview', account, methods: [phone, unverifiedEmail]});

/** The phone only verifies: the number is associated with another account. */
export const OverviewPhoneNotForLogin = at({
  step: 'overview',
  account,
  methods: [
    {...phone, usableForLogin: false},
    {...email, usableForLogin: true},
  ],
});

export const OverviewEmailOnly = at({step: 'overview', account, methods: [{...email, usableForLogin: true}]});

/** Something else changed the account in the meantime. */
export const OverviewConcurrentChange = at({step: 'overview', ...known}, new AccountError('CONCURRENT_CHANGE'));

export const Choose = at({step: 'choose', ...known});

export const ChooseUnverifiedEmail = at({step: 'choose', account, methods: [phone, unverifiedEmail]});

/** An address as long as they come. */
export const ChooseLongEmail = at({
  step: 'choose',
  account,
  methods: [phone, {...email, masked: 'a-very-long-sample*****@mail.department.subsidiary.example.com'}],
});

export const ChooseProofExpired = at({step: 'choose', ...known}, new AccountError('SECURITY_TOKEN_EXPIRED'));

export const ChooseRateLimited = at({step: 'choose', ...known}, new AccountError('RATE_LIMITED', {retryAfter: 840}));

export const ChooseDeliveryFailed = at({step: 'choose', ...known}, new AccountError('DELIVERY_FAILED'));

export const Identify = at(identify);

export const IdentifyByEmail = at({
  ...identify,
  challenge: challenge(18, {channel: 'email', sentTo: 'li*****@example.com', methodId: 'email'}),
});

export const IdentifyResendReady = at({...identify, challenge: challenge(75)});

export const IdentifyWrongCode = at(
  {...identify, challenge: challenge(40, {attemptsLeft: 4})},
  new AccountError('CODE_INCORRECT', {attemptsLeft: 4, field: 'code'}),
);

export const IdentifyLastTry = at(
  {...identify, challenge: challenge(75, {attemptsLeft: 1})},
  new AccountError('CODE_INCORRECT', {attemptsLeft: 1, field: 'code'}),
);

export const IdentifyExpired = at({...identify, challenge: challenge(400)});

export const IdentifyExhausted = at(
  {...identify, challenge: challenge(90, {attemptsLeft: 0})},
  new AccountError('CODE_EXHAUSTED', {field: 'code'}),
);

export const IdentifyUnreachable = at(identify, new AccountError('NETWORK'));

export const IdentifyUnexpected = at(identify, new AccountError('INTERNAL', {requestId: 'req-7f3a9c21'}));

export const Propose = at(propose);

export const ProposeCorrected = at({...propose, phone: {region: 'HK', number: '51234567'}});

export const ProposeInvalid = at({...propose, phone: newPhone}, new AccountError('PHONE_INVALID', {field: 'phone'}));

export const ProposeRegionNotAllowed = at(
  {...propose, phone: newPhone},
  new AccountError('PHONE_REGION_NOT_ALLOWED', {field: 'phone'}),
);

export const ProposeUnchanged = at(
  {...propose, phone: newPhone},
  new AccountError('PHONE_UNCHANGED', {field: 'phone'}),
);

export const ProposeNotReachable = at(
  {...propose, phone: newPhone},
  new AccountError('PHONE_NOT_REACHABLE', {field: 'phone'}),
);

export const ProposeCooldown = at(
  {...propose, phone: newPhone},
  new AccountError('PHONE_CHANGE_COOLDOWN', {retryAfter: 86_400}),
);

export const Confirm = at(confirm);

export const ConfirmWrongCode = at(confirm, new AccountError('CODE_INCORRECT', {attemptsLeft: 3, field: 'code'}));

/** Nobody knows whether the change was made: asking again asks for the same change. */
export const ConfirmTimeout = at(confirm, new AccountError('TIMEOUT'));

export const Done = at({step: 'done', ...known, phone: changedPhone()});

/** The new number is associated with another account, so it only verifies. */
export const DoneVerificationOnly = at({
  step: 'done',
  ...known,
  phone: changedPhone({usableForLogin: false, loginRefused: 'TIED_TO_ANOTHER_ACCOUNT'}),
});

/** The carrier reports a recent change of the number, so it cannot verify for now. */
export const DoneLoginOnly = at({step: 'done', ...known, phone: changedPhone({usableForVerification: false})});

export const DoneNobodyTold = at({step: 'done', ...known, phone: {...changedPhone(), notified: []}});

export const JdAccount = at({step: 'jdAccount', ...known, account: {...account, kind: 'jd'}});

/** The portal does not take the upgrade over. */
export const JdAccountUpgradeElsewhere: StoryObj = {
  ...JdAccount,
  play: async ({canvasElement}) => {
    const editor = canvasElement.querySelector('security-phone-editor');
    await editor?.updateComplete;
    const buttons = () => [...(editor?.shadowRoot?.querySelectorAll('button') ?? [])];
    for (let tries = 0; buttons().length === 0 && tries < 100; tries++) {
      await new Promise((done) => setTimeout(done, 20));
    }
    buttons().at(-1)?.click();
    await editor?.updateComplete;
  },
};

export const NoMethod = at({step: 'noMethod', account, methods: [{...phone, usableForVerification: false}]});

export const Locked = at({step: 'locked', ...known, until: later(845)});

/** Longer than an hour, a clock would say little. */
export const LockedForDays = at({step: 'locked', ...known, until: later(3 * 86_400)});

export const LockedOver = at({step: 'locked', ...known, until: later(-1)});

/** Help of the portal's own stands below every step. */
export const WithHelp: StoryObj = {
  render: () => html`
    <security-phone-editor .flow=${flowAt({step: 'choose', ...known})}>
      <p slot="help">Neither is at hand? Ask the portal's own help desk.</p>
    </security-phone-editor>
  `,
};

/** Words of the portal's own, and a look of its own by tokens. */
export const Branded: StoryObj = {
  render: () => html`
    <security-phone-editor
      class="branded"
      .flow=${flowAt(identify)}
      .messages=${{
        en: {securityPhoneChange: {identify: {heading: 'Is it you?'}}},
        'zh-CN': {securityPhoneChange: {identify: {heading: '是您本人吗？'}}},
      }}
    ></security-phone-editor>
  `,
};
