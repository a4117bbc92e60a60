-- Who does not want to be written to on a channel: what STOP and START say, kept as it was said.
create table public.channel_choices (
  company_id  uuid not null references public.companies (id),
  id          uuid not null default gen_random_uuid(),
  customer_id uuid,
  channel     text not null check (channel in ('sms', 'whatsapp')),
  address     text not null check (length(address) between 3 and 40),
  choice      text not null check (choice in ('stop', 'start')),
  source      text not null check (source in ('keyword', 'provider')),
  created_at  timestamptz not null default clock_timestamp(),
  updated_at  timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, customer_id) references public.customers (company_id, id)
);
create index channel_choices_latest on public.channel_choices (company_id, channel, address, created_at desc);
create index channel_choices_customer on public.channel_choices (company_id, customer_id);
comment on table public.channel_choices is 'The ledger of STOP and START by number; the last line counts. Also of a provider that says a number has stopped us.';
select private.guard_tenant_table('public.channel_choices', false);
create trigger channel_choices_stay before update of channel, address, choice, source, created_at on public.channel_choices for each row execute function private.refuse_change();
create policy "members see who has stopped messages" on public.channel_choices for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.see')));
grant select on public.channel_choices to authenticated;

/* Whether the last word of an address on this channel is stop. */
create function private.has_stopped(p_company uuid, p_channel text, p_address text) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce((select c.choice = 'stop' from public.channel_choices c where c.company_id = p_company and c.channel = p_channel and c.address = p_address
    order by c.created_at desc limit 1), false)
$$;

/*
 * What a message asks for that is one word, with or without a please: stop, start, or null. The words of the networks, and ours in the languages we write in;
 * case, accents, punctuation and small pictures do not matter, and a word in another script makes it a sentence.
 */
create function private.keyword_of(p_body text) returns text
language sql immutable set search_path = '' as $$
  select case
    when word in ('stop', 'stopp', 'stoppen', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout', 'abmelden', 'abbestellen', 'arret', 'arreter',
      'desabonner', 'desinscrire', 'ferma', 'fermare', 'basta', 'cancella', 'cancellami', 'annulla') then 'stop'
    when word in ('start', 'unstop') then 'start' end
  from (select regexp_replace(words, '^(bitte|please) | (bitte|please|thanks|danke|svp|s il vous plait|merci|per favore|grazie)$', '', 'g') as word
    from (select btrim(regexp_replace(private.without_accents(normalize(p_body, nfc)), '[^a-z0-9\u0250-\u1fff\u2c00-\ud7ff]+', ' ', 'g')) as words) as plain) as bare
$$;

/* Notes a choice made at p_at, where it changes something: a STOP that is worked on after the START that followed it stops nothing. */
create function private.note_choice(p_company uuid, p_customer uuid, p_channel text, p_address text, p_choice text, p_source text, p_at timestamptz default clock_timestamp()) returns void
language sql security definer set search_path = '' as $$
  insert into public.channel_choices (company_id, customer_id, channel, address, choice, source, created_at)
  select p_company, p_customer, p_channel, p_address, p_choice, p_source, p_at
  where p_choice is distinct from (select c.choice from public.channel_choices c where c.company_id = p_company and c.channel = p_channel and c.address = p_address
    and c.created_at <= p_at order by c.created_at desc limit 1)
$$;

/* Notes that the provider refuses a number because it has stopped us: it is not tried again until it says start. */
create function public.note_stopped(p_company_id uuid, p_channel text, p_address text, p_customer_id uuid default null) returns void
language sql security definer set search_path = '' as $$
  select private.note_choice(p_company_id, p_customer_id, p_channel, p_address, 'stop', 'provider')
$$;
grant execute on function public.note_stopped(uuid, text, text, uuid) to service_role;
