create type public.company_role as enum ('owner', 'manager', 'staff', 'technician', 'sales_rep', 'concierge', 'viewer');
create type public.business_line as enum ('rentals', 'services', 'stays', 'sales');
create type public.company_status as enum ('trial', 'active', 'past_due', 'suspended', 'canceled');
create type public.plan_name as enum ('starter', 'professional', 'business');

create table public.companies (
  id                 uuid primary key default gen_random_uuid(),
  slug               text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{1,38})[a-z0-9]$'),
  name               text not null check (length(btrim(name)) between 1 and 120 and name !~ '[[:cntrl:]]'),
  legal_name         text check (length(legal_name) <= 120 and legal_name !~ '[[:cntrl:]]'),
  lines              public.business_line[] not null default '{rentals}' check (cardinality(lines) > 0),
  status             public.company_status not null default 'trial',
  plan               public.plan_name not null default 'professional',
  trial_ends_at      timestamptz not null default now() + interval '14 days',
  currency           text not null default 'CHF' check (currency in ('CHF', 'EUR')),
  country            text not null default 'CH' check (country ~ '^[A-Z]{2}$'),
  locale             text not null default 'de' check (locale in ('de', 'fr', 'it', 'en')),
  time_zone          text not null default 'Europe/Zurich' check (length(time_zone) <= 60 and private.is_time_zone(time_zone)),
  email              text check (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(email) <= 254),
  phone              text check (length(phone) <= 40),
  street text check (length(street) <= 70), house_number text check (length(house_number) <= 16),
  postal_code text check (length(postal_code) <= 16), town text check (length(town) <= 35), canton text check (length(canton) <= 40),
  uid_number         text check (length(uid_number) <= 20),
  vat_registered     boolean not null default true,
  iban               text check (private.is_iban(iban)),
  accent_color       text not null default '#0f766e' check (accent_color ~ '^#[0-9a-f]{6}$'),
  booking_deposit_percent int not null default 50 check (booking_deposit_percent between 0 and 100),
  booking_deposit_minimum_rappen bigint not null default 0 check (booking_deposit_minimum_rappen between 0 and 10000000),
  price_rounding_rappen int not null default 1 check (price_rounding_rappen in (1, 5, 10, 50, 100)),
  hold_minutes       int not null default 15 check (hold_minutes between 1 and 1440),
  waiting_offer_hours int not null default 24 check (waiting_offer_hours between 1 and 336),
  waiting_holds      boolean not null default false,
  late_grace_minutes int not null default 59 check (late_grace_minutes between 0 and 600),
  fuel_price_rappen  int not null default 210 check (fuel_price_rappen between 0 and 5000),
  charge_price_rappen int not null default 60 check (charge_price_rappen between 0 and 5000),
  payment_terms_days int not null default 30 check (payment_terms_days between 0 and 120),
  reminder_fee_rappen bigint not null default 1000 check (reminder_fee_rappen between 0 and 10000),
  reminders_automatic boolean not null default true,
  payment_notices     boolean not null default true,
  charges_remainder   boolean not null default false,
  accepts_tips        boolean not null default false,
  deposit_release_days int check (deposit_release_days between 0 and 60),
  customer_reminders boolean not null default true,
  message_order      text not null default 'both' check (message_order in ('both', 'whatsapp,sms,email', 'whatsapp,email', 'sms,email', 'email,whatsapp,sms', 'email,sms')),
  sms_overage_most   int not null default 0 check (sms_overage_most between 0 and 20000),
  review_url         text check (review_url ~ '^https://[^[:space:][:cntrl:]]+$' and length(review_url) <= 300),
  quiet_from         time not null default '21:00',
  quiet_until        time not null default '08:00',
  cancellation_policy jsonb not null default '[]' check (private.is_cancellation_policy(cancellation_policy)),
  no_show_fee_percent int not null default 100 check (no_show_fee_percent between 0 and 100),
  retention_years    int not null default 10 check (retention_years between 7 and 30),
  terms              jsonb not null default '{}' check (jsonb_typeof(terms) = 'object' and octet_length(terms::text) <= 400000),
  terms_version      int not null default 0,
  stripe_account_id  text unique,
  takes_cards        boolean not null default false check (not takes_cards or stripe_account_id is not null),
  stripe_standing    jsonb not null default '{}',
  stripe_customer_id text unique check (length(stripe_customer_id) <= 255),
  created_at         timestamptz not null default now(),
  updated_at         timestamptz not null default now(),
  unique (id, currency),
  check (country not in ('CH', 'LI') or private.is_swiss_postcode(postal_code))
);
comment on table public.companies is 'One tenant. Money settings are in rappen, fuel price per litre.';
comment on column public.companies.currency is 'What a QR-bill can be paid in. Fixed as soon as there is a price or money in it; what is reserved or billed points at it, so it cannot change beneath them.';
comment on column public.companies.retention_years is 'How long business records keep the name on them, from the end of their year (CO art. 958f: ten years).';
comment on column public.companies.message_order is 'How customers are told what a short message can say: by mail and short message at once, or on one way after the other until one arrives.';
comment on column public.companies.sms_overage_most is 'How many short messages a month may go past the plan and be paid one by one; none: refused.';
comment on column public.companies.waiting_holds is 'Whether an offer to somebody on the waiting list holds a vehicle for them, waiting_offer_hours long.';
comment on column public.companies.stripe_customer_id is 'As whom the company pays for its own subscription; stripe_account_id is how it is paid.';
comment on column public.companies.takes_cards is 'Whether the account at Stripe that the company is paid through may take payments: not before it is begun and finished, nor while restricted. Money of a company never runs through the platform''s own.';
comment on column public.companies.stripe_standing is 'What Stripe says of that account: {payouts_enabled, details_submitted, currently_due, past_due, disabled_reason, asked_at}.';
comment on column public.companies.review_url is 'Where customers who agreed to hear from the company are asked for a review, the day after they came back; null = nobody is asked.';
comment on column public.companies.quiet_from is 'No timed message leaves from here to quiet_until, by the company''s clock; the same twice is no quiet at all.';
comment on column public.companies.terms is 'Rental terms by language, {"de": "…", "en": "…"}; the version is frozen into each contract.';

create table private.reserved_slugs (slug text primary key);
insert into private.reserved_slugs values ('app'), ('www'), ('api'), ('admin'), ('mail'), ('static'), ('assets'), ('docs'),
  ('help'), ('status'), ('support'), ('blog'), ('login'), ('signup'), ('dashboard'), ('crms'), ('supabase'), ('localhost');
revoke all on private.reserved_slugs from public;
alter table private.reserved_slugs enable row level security;

create table public.profiles (
  user_id             uuid primary key references auth.users (id) on delete cascade,
  full_name           text not null check (length(btrim(full_name)) between 1 and 120 and full_name !~ '[[:cntrl:]]'),
  email               text not null,
  locale              text not null default 'de' check (locale in ('de', 'fr', 'it', 'en')),
  selected_company_id uuid references public.companies (id),
  created_at          timestamptz not null default now(),
  updated_at          timestamptz not null default now()
);
create index profiles_selected_company on public.profiles (selected_company_id);
comment on table public.profiles is 'A person, whatever companies they belong to; selected_company_id decides the claim of the next token.';

create table public.memberships (
  company_id uuid not null references public.companies (id),
  user_id    uuid not null references public.profiles (user_id) on delete cascade,
  role       public.company_role not null,
  active     boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, user_id)
);
create index memberships_user on public.memberships (user_id) where active;

create table public.invitations (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  email       text not null check (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(email) <= 254),
  role        public.company_role not null,
  token_hash  text not null,
  invited_by  uuid not null references public.profiles (user_id),
  expires_at  timestamptz not null default now() + interval '7 days',
  accepted_at timestamptz,
  revoked_at  timestamptz,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, token_hash)
);
create index invitations_token on public.invitations (token_hash);
create index invitations_invited_by on public.invitations (invited_by);

create table public.role_permissions (
  role       public.company_role not null,
  permission text not null,
  scope      text not null default 'all' check (scope in ('all', 'own', 'limited')),
  primary key (role, permission)
);
comment on table public.role_permissions is 'The permission matrix of the product, as data.';

create table public.plan_limits (
  plan         public.plan_name not null,
  resource     text not null,
  limit_amount bigint,
  primary key (plan, resource)
);
comment on table public.plan_limits is 'limit_amount null = unlimited; platform_fee_bp in basis points.';

insert into public.plan_limits values
  ('starter', 'staff', 1), ('professional', 'staff', 5), ('business', 'staff', 10),
  ('starter', 'reservations_per_month', 100), ('professional', 'reservations_per_month', null), ('business', 'reservations_per_month', null),
  ('starter', 'customers', 500), ('professional', 'customers', 5000), ('business', 'customers', 10000),
  ('starter', 'storage_bytes', 1073741824), ('professional', 'storage_bytes', 10737418240), ('business', 'storage_bytes', 53687091200),
  ('starter', 'sms_per_month', 100), ('professional', 'sms_per_month', 500), ('business', 'sms_per_month', 2000),
  ('starter', 'api_requests_per_hour', 1000), ('professional', 'api_requests_per_hour', 10000), ('business', 'api_requests_per_hour', 50000),
  ('starter', 'platform_fee_bp', 150), ('professional', 'platform_fee_bp', 125), ('business', 'platform_fee_bp', 100);

insert into public.role_permissions (role, permission, scope)
select r::public.company_role, p, coalesce(nullif(s, ''), 'all')
from (values
  ('fleet.see',            'owner manager staff technician:own sales_rep concierge viewer'),
  ('fleet.edit',           'owner manager'),
  ('reservations.see',     'owner manager staff technician:own sales_rep concierge viewer'),
  ('reservations.create',  'owner manager staff sales_rep concierge:own'),
  ('reservations.edit',    'owner manager staff sales_rep concierge:own'),
  ('customers.see',        'owner manager staff technician:own sales_rep concierge viewer'),
  ('customers.edit',       'owner manager staff sales_rep concierge:own'),
  ('customers.blacklist',  'owner manager'),
  ('customers.merge',      'owner manager'),
  ('customers.erase',      'owner manager'),
  ('contracts.see',        'owner manager staff technician:own sales_rep concierge viewer'),
  ('contracts.create',     'owner manager staff concierge:own'),
  ('contracts.cancel',     'owner manager'),
  ('handover.perform',     'owner manager staff concierge:own'),
  ('jobs.see',             'owner manager staff technician:own sales_rep viewer'),
  ('jobs.edit',            'owner manager staff technician:own sales_rep'),
  ('sales.see',            'owner manager staff sales_rep viewer'),
  ('sales.edit',           'owner manager staff sales_rep:own'),
  ('sales.cancel',         'owner manager'),
  ('money.see',            'owner manager staff'),
  ('payments.take',        'owner manager staff'),
  ('payments.refund',      'owner manager'),
  ('reports.see',          'owner manager staff:limited sales_rep:limited viewer'),
  ('data.export',          'owner manager'),
  ('settings.edit',        'owner manager'),
  ('users.manage',         'owner'),
  ('billing.manage',       'owner')
) as matrix (p, roles)
cross join lateral regexp_split_to_table(roles, ' ') as entry
cross join lateral (select split_part(entry, ':', 1) as r, split_part(entry, ':', 2) as s) as parsed;

create trigger companies_touch before update on public.companies for each row execute function private.touch_updated_at();
create trigger profiles_touch before update on public.profiles for each row execute function private.touch_updated_at();
create trigger memberships_touch before update on public.memberships for each row execute function private.touch_updated_at();
create trigger memberships_keep_company before update on public.memberships for each row execute function private.keep_company();
create trigger invitations_touch before update on public.invitations for each row execute function private.touch_updated_at();
create trigger invitations_keep_company before update on public.invitations for each row execute function private.keep_company();
