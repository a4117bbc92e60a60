-- What was written to customers and by them, on every channel, and what became of it.
create table public.messages (
  company_id     uuid not null references public.companies (id),
  id             uuid not null default gen_random_uuid(),
  customer_id    uuid,
  reservation_id uuid,
  channel        text not null check (channel in ('email', 'sms', 'whatsapp', 'portal')),
  direction      text not null default 'out' check (direction in ('out', 'in')),
  template       text not null,
  recipient      text not null,
  subject        text,
  body           text not null,
  status         text not null default 'sent' check (status in ('queued', 'sent', 'delivered', 'failed')),
  error          text check (length(error) <= 200),
  outbox_id      uuid,
  provider_ref   text,
  author_id      uuid references public.profiles (user_id),
  read_at        timestamptz,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, outbox_id),
  check (channel = 'portal' or direction = 'in' or author_id is not null or outbox_id is not null),
  check (template <> 'written' or length(btrim(body)) between 1 and case when direction = 'in' and channel = 'email' then 20000 else 4000 end),
  foreign key (company_id, customer_id) references public.customers (company_id, id),
  foreign key (company_id, reservation_id) references public.reservations (company_id, id)
);
comment on table public.messages is 'template: written by a person, else the topic of the outbox. recipient: the address on our customer''s side, of what came in as well. Rows of a person''s own are there before they leave (queued).';
create index messages_author on public.messages (author_id);
create index messages_unread on public.messages (company_id, customer_id) where direction = 'in' and read_at is null;
create index messages_customer on public.messages (company_id, customer_id, created_at desc);
create index messages_reservation on public.messages (company_id, reservation_id);
create index messages_provider on public.messages (provider_ref);
create index messages_reached on public.messages (recipient, channel, created_at desc) where direction = 'out';
select private.guard_tenant_table('public.messages', false);
create policy "members see messages" on public.messages for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('customers.see')));
grant select on public.messages to authenticated;

/* Records a message our worker sent; one row per outbox job. */
create function public.record_message(p_company_id uuid, p_outbox_id uuid, p_channel text, p_template text, p_recipient text, p_subject text, p_body text,
  p_provider_ref text, p_customer_id uuid default null, p_reservation_id uuid default null) returns void
language sql security definer set search_path = '' as $$
  insert into public.messages (company_id, outbox_id, channel, template, recipient, subject, body, provider_ref, customer_id, reservation_id)
  values (p_company_id, p_outbox_id, p_channel, p_template, p_recipient, p_subject, p_body, p_provider_ref, p_customer_id, p_reservation_id)
  on conflict (company_id, outbox_id) do nothing
$$;

/* Follows the provider's reports, which may come in any order: a message never goes back to an earlier state. Returns whether it is one of ours. */
create function public.update_message_status(p_provider_ref text, p_status text, p_error text default null) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update public.messages set status = p_status, error = case when p_status = 'failed' then left(p_error, 200) end
  where provider_ref = p_provider_ref and direction = 'out'
    and array_position(array['queued', 'sent', 'failed', 'delivered'], status) < array_position(array['queued', 'sent', 'failed', 'delivered'], p_status);
  return found or exists (select from public.messages where provider_ref = p_provider_ref and direction = 'out');
end $$;
grant execute on function public.record_message(uuid, uuid, text, text, text, text, text, text, uuid, uuid), public.update_message_status(text, text, text) to service_role;
