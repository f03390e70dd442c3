-- Accounts, their verification methods, codes, proofs, messages and the audit trail.
-- Destinations and messages are encrypted by vault.ts; what has to be found again has a keyed fingerprint beside it.

CREATE TABLE accounts (
  account_id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('jd', 'jdcloud')),
  ownership text NOT NULL CHECK (ownership IN ('none', 'personal', 'enterprise')),
  login_name text NOT NULL UNIQUE,
  pin text NOT NULL UNIQUE,
  language text NOT NULL CHECK (language IN ('en', 'zh-CN')),
  user_auth integer NOT NULL CHECK (user_auth BETWEEN 0 AND 3),
  -- Wrong codes since the last right one, over all codes of the account.
  failures integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  -- Counts the changes of the security phone: a proposal made before a change is recognised by it.
  phone_version integer NOT NULL DEFAULT 0,
  phone_changed_at timestamptz,
  cancellation_blocked_until timestamptz,
  -- The end of the account's chain of audit rows, so that rows missing at its end are noticed, too.
  audit_length integer NOT NULL DEFAULT 0,
  audit_hash bytea,
  created_at timestamptz NOT NULL
);

CREATE TABLE verification_methods (
  method_id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('phone', 'email')),
  destination bytea NOT NULL,
  fingerprint bytea NOT NULL,
  verified boolean NOT NULL,
  usable_for_verification boolean NOT NULL,
  usable_for_login boolean NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (account_id, kind),
  CHECK (verified OR NOT usable_for_verification)
);

-- One destination logs in to one account, whatever the code above does.
CREATE UNIQUE INDEX one_login_per_destination ON verification_methods (fingerprint) WHERE usable_for_login;

-- The first account that a phone number was ever tied to. Kept after the account lets go of the number.
CREATE TABLE phone_claims (
  fingerprint bytea PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE
);

-- Every account that a phone number was ever tied to.
CREATE TABLE phone_ties (
  fingerprint bytea NOT NULL,
  account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
  tied_at timestamptz NOT NULL,
  PRIMARY KEY (fingerprint, account_id)
);

CREATE TABLE security_tokens (
  token_id text PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
  access_key_id text NOT NULL,
  visit_id text NOT NULL,
  purpose text NOT NULL,
  -- The channel that earned it: a weaker proof can be told from a stronger one later.
  channel text NOT NULL CHECK (channel IN ('sms', 'email')),
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  consumed_at timestamptz,
  -- Set when another change of the account made it worthless.
  voided_at timestamptz
);

CREATE INDEX open_security_tokens ON security_tokens (account_id) WHERE consumed_at IS NULL AND voided_at IS NULL;

CREATE TABLE challenges (
  challenge_id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
  access_key_id text NOT NULL,
  visit_id text NOT NULL,
  purpose text NOT NULL,
  method_id text,
  channel text NOT NULL CHECK (channel IN ('sms', 'email')),
  -- Frozen: a code counts for the destination that it was sent to.
  destination bytea NOT NULL,
  fingerprint bytea NOT NULL,
  -- The proof that allowed a code to a new destination.
  token_id text REFERENCES security_tokens ON DELETE CASCADE,
  phone_version integer NOT NULL,
  code_salt bytea NOT NULL,
  code_hash bytea NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  sent_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  resend_at timestamptz NOT NULL,
  consumed_at timestamptz,
  superseded_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE INDEX challenges_of_account ON challenges (account_id, created_at);

-- Every code that was sent, or tried to be sent: what the send limits count.
CREATE TABLE sends (
  send_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  fingerprint bytea NOT NULL,
  -- Of the number without its last four digits. Emails have none.
  prefix bytea,
  address bytea NOT NULL,
  challenge_id text,
  sent_at timestamptz NOT NULL,
  -- When the code came back right.
  converted_at timestamptz
);

CREATE INDEX sends_by_destination ON sends (fingerprint, sent_at DESC);
CREATE INDEX sends_by_address ON sends (address, sent_at DESC);
CREATE INDEX sends_by_prefix ON sends (prefix, sent_at DESC) WHERE converted_at IS NULL;
CREATE INDEX sends_by_challenge ON sends (challenge_id);

CREATE TABLE blocked_prefixes (
  prefix bytea PRIMARY KEY,
  blocked_until timestamptz NOT NULL
);

CREATE TABLE messages (
  message_id text PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
  channel text NOT NULL CHECK (channel IN ('sms', 'email')),
  kind text NOT NULL CHECK (kind IN ('code', 'notice')),
  -- Destination, subject, text and code.
  content bytea NOT NULL,
  created_at timestamptz NOT NULL,
  -- A code is not handed over after it has run out.
  expires_at timestamptz,
  handed_over_at timestamptz,
  failed_at timestamptz,
  tries integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL
);

CREATE INDEX messages_of_account ON messages (account_id, sequence DESC);
CREATE INDEX messages_to_hand_over ON messages (next_try_at) WHERE handed_over_at IS NULL AND failed_at IS NULL;

CREATE TABLE audit_events (
  account_id text NOT NULL,
  position integer NOT NULL,
  event text NOT NULL,
  at timestamptz NOT NULL,
  access_key_id text,
  session_id text,
  address text NOT NULL,
  details text NOT NULL,
  previous_hash bytea,
  hash bytea NOT NULL,
  PRIMARY KEY (account_id, position)
);

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit rows are never changed';
END
$$;

CREATE TRIGGER audit_events_stay BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();

-- Used by the sandbox only: time travel, and answers that were ordered for a test.
CREATE TABLE sandbox_clock (
  id integer PRIMARY KEY CHECK (id = 1),
  offset_ms bigint NOT NULL,
  frozen_at timestamptz
);

CREATE TABLE sandbox_outcomes (
  outcome_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
  operation_id text NOT NULL,
  outcome text NOT NULL,
  times_left integer NOT NULL
);

CREATE INDEX sandbox_outcomes_by_operation ON sandbox_outcomes (account_id, operation_id);
