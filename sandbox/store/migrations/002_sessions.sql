-- Who may ask: partners' access keys, the component sessions that they mint, and what keeps a request single.

CREATE TABLE access_keys (
  access_key_id text PRIMARY KEY,
  -- Signatures are keyed with the secret itself, so that a hash would not do: AES-256-GCM.
  secret bytea NOT NULL,
  -- The account that owns the key, for describeUser.
  account_id text,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- The accounts that a partner may mint sessions for.
CREATE TABLE partner_accounts (
  account_id text NOT NULL,
  access_key_id text NOT NULL REFERENCES access_keys ON DELETE CASCADE,
  PRIMARY KEY (account_id, access_key_id)
);

CREATE TABLE component_sessions (
  session_id text PRIMARY KEY,
  -- SHA-256 of the client secret, which itself is kept nowhere.
  secret_hash bytea NOT NULL UNIQUE,
  account_id text NOT NULL,
  access_key_id text NOT NULL,
  visit_id text NOT NULL,
  components text[] NOT NULL,
  allowed_origins text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX component_sessions_account ON component_sessions (account_id) WHERE ended_at IS NULL;
CREATE INDEX component_sessions_expiry ON component_sessions (expires_at);

-- Origins that some session named lately: a preflight carries no secret to find the session by.
CREATE TABLE known_origins (
  origin text PRIMARY KEY,
  until timestamptz NOT NULL
);

CREATE TABLE nonces (
  access_key_id text NOT NULL,
  nonce_hash bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (access_key_id, nonce_hash)
);
CREATE INDEX nonces_expiry ON nonces (expires_at);

-- Unlogged: losing the counts of one minute in a crash costs nothing, and writing them costs no wait for the disk.
CREATE UNLOGGED TABLE request_counts (
  counted text NOT NULL,
  window_start timestamptz NOT NULL,
  requests integer NOT NULL,
  PRIMARY KEY (counted, window_start)
);

CREATE TABLE idempotency_records (
  -- HMAC of account, access key, operation and key: nothing in it can be read back.
  scope bytea PRIMARY KEY,
  -- HMAC of method, path and body.
  fingerprint bytea NOT NULL,
  -- Status and body of the answer: AES-256-GCM, bound to the scope.
  answer bytea NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX idempotency_records_expiry ON idempotency_records (expires_at);
