-- A company's own words for what its customers are told: by event, channel and language; what has none is told in the built-in words.

create table private.message_events (
  event     text not null,
  channel   text not null check (channel in ('email', 'sms', 'whatsapp')),
  variables text[] not null,
  required  text[] not null default '{}' check (required <@ variables),
  primary key (event, channel)
);
comment on table private.message_events is 'What can be written about: the variables of each event, and those a text must have. lib/messages/templates/events.ts says the same; a test holds them together.';
revoke all on private.message_events from public;
alter table private.message_events enable row level security;

insert into private.message_events (event, channel, variables, required)
select e.event, c.channel, v.variables || e.more, case when c.channel <> 'email' then '{company}'::text[] || e.needed else '{}' end
from (values
  ('reservation_confirmed', 'booking', '{}'::text[], '{email,sms}'::text[], '{link}'::text[]),
  ('reservation_changed', 'booking', '{}', '{email}', '{}'),
  ('reservation_cancelled', 'booking', '{}', '{email}', '{}'),
  ('reservation_refunded', 'booking', '{amount}', '{email}', '{}'),
  ('private_link', 'booking', '{}', '{email}', '{}'),
  ('checkin_invitation', 'booking', '{}', '{email}', '{}'),
  ('day_before', 'booking', '{}', '{email,sms}', '{pickup_time}'),
  ('vehicle_late', 'booking', '{}', '{email,sms}', '{}'),
  ('vehicle_ready', 'booking', '{}', '{email,sms}', '{}'),
  ('on_the_way', 'booking', '{arrival_time}', '{email,sms}', '{arrival_time}'),
  ('key_box', 'booking', '{place,code}', '{email,sms}', '{code}'),
  ('return_reminder', 'booking', '{}', '{email}', '{}'),
  ('return_overdue', 'booking', '{}', '{email,sms}', '{}'),
  ('vehicle_returned', 'booking', '{}', '{email}', '{}'),
  ('review_request', 'booking', '{}', '{email}', '{}'),
  ('waiting_listed', 'waiting', '{}', '{email}', '{}'),
  ('waiting_offer_held', 'waiting', '{until}', '{email,sms}', '{until,link}'),
  ('waiting_offer_open', 'waiting', '{until}', '{email,sms}', '{until,link}'),
  ('payment_received', 'receipt', '{}', '{email}', '{}'),
  ('payment_card_refused', 'payment', '{}', '{email}', '{}'),
  ('payment_reminder_1', 'payment', '{}', '{email}', '{}'),
  ('payment_reminder_2', 'payment', '{}', '{email}', '{}'),
  ('payment_reminder_3', 'payment', '{}', '{email}', '{}'),
  ('document_contract', 'document', '{}', '{email}', '{}'),
  ('document_addendum', 'document', '{}', '{email}', '{}'),
  ('document_settlement', 'document', '{}', '{email}', '{}'),
  ('document_invoice', 'document', '{}', '{email}', '{}'),
  ('document_credit_note', 'document', '{}', '{email}', '{}')) as e (event, kind, more, channels, needed)
-- What is told by SMS can be told by WhatsApp.
cross join lateral unnest(case when 'sms' = any (e.channels) then e.channels || '{whatsapp}' else e.channels end) as c (channel)
join (values
  ('booking', '{customer,company,number,vehicle,pickup_time,pickup_place,return_time,return_place,total,phone,link}'::text[]),
  ('waiting', '{customer,company,vehicle,pickup_time,pickup_place,return_time,link}'),
  ('payment', '{customer,company,number,amount,due_date,link}'),
  ('receipt', '{customer,company,number,amount,remainder,link}'),
  ('document', '{customer,company,number}')) as v (kind, variables) on v.kind = e.kind;

create table public.message_templates (
  company_id uuid not null references public.companies (id),
  id         uuid not null default gen_random_uuid(),
  event      text not null,
  channel    text not null,
  language   text not null check (language in ('de', 'fr', 'it', 'en')),
  texts      jsonb not null check (jsonb_typeof(texts) = 'object'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, event, channel, language)
);
comment on table public.message_templates is 'texts: of a mail subject, heading, body, closing and button, of a short message its body, of a WhatsApp template its body word for word as it was approved and its contentSid at Twilio; {{variables}} are filled in when it is sent. closing may be empty. A company has no WhatsApp template that it did not write: then SMS is used.';
select private.guard_tenant_table('public.message_templates');
create policy "members see their company's templates" on public.message_templates for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('settings.edit')));
grant select on public.message_templates to authenticated;

/* The fields of a text, how long each may be, and which signs never stand in it; no other field is taken. */
create function private.template_fields(p_channel text) returns table (field text, shortest int, longest int, never text)
language sql immutable set search_path = '' as $$
  select f.field, f.shortest, f.longest, case when f.lines then '[\u0001-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]' else '[\u0001-\u001f\u007f-\u009f\u2028\u2029]' end
  from (values ('email', 'subject', 1, 200, false), ('email', 'heading', 1, 200, false), ('email', 'body', 1, 4000, true),
    ('email', 'closing', 0, 4000, true), ('email', 'button', 1, 60, false), ('sms', 'body', 1, 800, false),
    ('whatsapp', 'contentSid', 34, 34, false), ('whatsapp', 'body', 1, 1024, true)) as f (channel, field, shortest, longest, lines)
  where f.channel = p_channel
$$;

/* What is wrong with a template, {field, rule, variable?}; null when nothing is. A brace pair that names no variable of the event is wrong, whatever it names. */
create function private.template_problem(p_event text, p_channel text, p_texts jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_known private.message_events;
  v_field record;
  v_text text;
  v_name text;
begin
  select * into v_known from private.message_events where event = p_event and channel = p_channel;
  if not found or jsonb_typeof(p_texts) <> 'object' or p_texts - array(select field from private.template_fields(p_channel)) <> '{}' then
    return jsonb_build_object('field', 'event', 'rule', 'unknown');
  end if;
  for v_field in select * from private.template_fields(p_channel) loop
    v_text := p_texts ->> v_field.field;
    if jsonb_typeof(p_texts -> v_field.field) is distinct from 'string' or length(btrim(v_text)) not between v_field.shortest and v_field.longest then
      return jsonb_build_object('field', v_field.field, 'rule', 'length');
    end if;
    if v_text ~ v_field.never then return jsonb_build_object('field', v_field.field, 'rule', 'line'); end if;
    if v_field.field = 'contentSid' and v_text !~ '^HX[0-9a-f]{32}$' then return jsonb_build_object('field', v_field.field, 'rule', 'content_sid'); end if;
    for v_name in select btrim(m[1]) from regexp_matches(v_text, '\{\{([^{}]*)\}\}', 'g') as m loop
      if v_name <> all (v_known.variables) then return jsonb_build_object('field', v_field.field, 'rule', 'variable', 'variable', left(v_name, 60)); end if;
    end loop;
    if regexp_replace(v_text, '\{\{[^{}]*\}\}', '', 'g') ~ '\{\{|\}\}' then return jsonb_build_object('field', v_field.field, 'rule', 'braces'); end if;
  end loop;
  select name into v_name from unnest(v_known.required) as name where not p_texts ->> 'body' ~ ('\{\{\s*' || name || '\s*\}\}') limit 1;
  return case when v_name is not null then jsonb_build_object('field', 'body', 'rule', 'required', 'variable', v_name) end;
end $$;

/* Trigger: no template is kept that could not be filled. Raises 422 `template_invalid`. */
create function private.check_template() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_problem jsonb := private.template_problem(new.event, new.channel, new.texts);
begin
  if v_problem is not null then perform private.fail(422, 'template_invalid', v_problem); end if;
  return new;
end $$;
create trigger message_templates_check before insert or update on public.message_templates for each row execute function private.check_template();

/* Keeps the company's own words for an event. Raises 422 `template_invalid` with {field, rule, variable?} · `invalid_input`. */
create function public.save_message_template(p_event text, p_channel text, p_language text, p_texts jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
begin
  insert into public.message_templates (company_id, event, channel, language, texts) values (v_company, p_event, p_channel, p_language, p_texts)
  on conflict (company_id, event, channel, language) do update set texts = excluded.texts;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/* Goes back to the built-in words. Safe to repeat. */
create function public.reset_message_template(p_event text, p_channel text, p_language text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
begin
  delete from public.message_templates where company_id = v_company and event = p_event and channel = p_channel and language = p_language;
end $$;

/* What a preview is filled with: {company, reservation}; the reservation without its private link, null without one. */
create function private.template_facts(p_company uuid, p_reservation uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('reservation', private.booking_facts(p_company, p_reservation) - 'token', 'company',
    jsonb_build_object('slug', c.slug, 'name', c.name, 'email', c.email, 'phone', c.phone, 'accent_color', c.accent_color, 'time_zone', c.time_zone,
      'currency', c.currency, 'street', c.street, 'house_number', c.house_number, 'postal_code', c.postal_code, 'town', c.town))
  from public.companies c where c.id = p_company
$$;

/* The same for whoever writes templates. Raises 404 `not_found`. */
create function public.template_facts(p_reservation_id uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_facts jsonb := private.template_facts(private.authorize('settings.edit'), p_reservation_id);
begin
  if p_reservation_id is not null and v_facts -> 'reservation' = 'null' then perform private.fail(404, 'not_found'); end if;
  return v_facts;
end $$;

/*
 * Sends the caller a message as it would leave, filled as its preview is: a mail to their own address, a short message to p_phone. Ten an hour for a company.
 * Raises 404 `not_found`, 422 `template_invalid` · `invalid_input`, 429 `rate_limited`.
 */
create function public.send_test_message(p_event text, p_channel text, p_language text, p_texts jsonb, p_reservation_id uuid default null, p_phone text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('settings.edit');
  v_problem jsonb := private.template_problem(p_event, p_channel, p_texts);
begin
  if v_problem is not null then perform private.fail(422, 'template_invalid', v_problem); end if;
  if p_reservation_id is not null and not exists (select from public.reservations where company_id = v_company and id = p_reservation_id) then
    perform private.fail(404, 'not_found');
  end if;
  if p_language is null or p_language <> all (array['de', 'fr', 'it', 'en']) or (p_channel <> 'email') <> (p_phone is not null) or p_phone !~ '^\+[1-9][0-9]{6,14}$' then
    perform private.fail(422, 'invalid_input');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('test message ' || v_company, 0));
  if (select count(*) >= 10 from public.outbox where company_id = v_company and topic = 'message.test' and created_at > now() - interval '1 hour') then
    perform private.fail(429, 'rate_limited', '{"retryAfterSeconds": 3600}');
  end if;
  perform private.enqueue(v_company, 'message.test', gen_random_uuid()::text, jsonb_build_object('event', p_event, 'channel', p_channel, 'language', p_language,
    'texts', p_texts, 'reservation_id', p_reservation_id, 'to', coalesce(p_phone, (select email from public.profiles where user_id = auth.uid()))));
end $$;
grant execute on function public.save_message_template(text, text, text, jsonb), public.reset_message_template(text, text, text), public.template_facts(uuid),
  public.send_test_message(text, text, text, jsonb, uuid, text) to authenticated;

/* What the worker fills a test message with. */
create function public.test_message_facts(p_company_id uuid, p_reservation_id uuid default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.template_facts(p_company_id, p_reservation_id)
$$;

/* The company's own words for an event; null where it has none. */
create function public.message_template(p_company_id uuid, p_event text, p_channel text, p_language text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select texts from public.message_templates where company_id = p_company_id and event = p_event and channel = p_channel and language = p_language
$$;
grant execute on function public.test_message_facts(uuid, uuid), public.message_template(uuid, text, text, text) to service_role;
