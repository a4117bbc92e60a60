-- Private links of customers and invitations: 256 bits, derived, so that no table and no queue ever holds a token.
create table private.secrets (name text primary key, value bytea not null default extensions.gen_random_bytes(32));
insert into private.secrets (name) values ('links');
revoke all on private.secrets from public;
alter table private.secrets enable row level security;

/* The secret token of a private link. */
create function private.link_token(p_link_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select encode(extensions.hmac(convert_to(p_link_id::text, 'UTF8'), value, 'sha256'), 'hex') from private.secrets where name = 'links'
$$;

create function private.token_hash(p_token text) returns text
language sql immutable set search_path = '' as $$
  select encode(sha256(convert_to(coalesce(p_token, ''), 'UTF8')), 'hex')
$$;
