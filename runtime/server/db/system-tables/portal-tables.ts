/** DDL of what the public pages keep: sessions of residents, codes sent to phones, verification codes, tokens for partners. */
export const portalTables: readonly string[] = [
  `create table if not exists tamga.resident_session (token_hash bytea primary key, account_id uuid not null, created_at timestamptz not null,
     seen_at timestamptz not null, expires_at timestamptz not null, address text, agent text)`,
  'create index if not exists resident_session_account_idx on tamga.resident_session (account_id)',
  `create table if not exists tamga.phone_code (id uuid primary key, phone text not null, code_hash bytea not null, address text not null, created_at timestamptz not null,
     expires_at timestamptz not null, tries int not null default 0, used_at timestamptz)`,
  'create index if not exists phone_code_phone_idx on tamga.phone_code (phone, created_at)',
  'create index if not exists phone_code_address_idx on tamga.phone_code (address, created_at)',
  'create table if not exists tamga.captcha (id uuid primary key, answer_hash bytea not null, expires_at timestamptz not null)',
  `create table if not exists tamga.handover (token_hash bytea primary key, account_id uuid not null, app text not null, partner text not null,
     issued_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz)`,
];
