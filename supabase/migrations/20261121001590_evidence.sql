-- Evidence: whatever is recorded of a rental is chained by its hash, in the transaction that records it.
create table public.evidence_entries (
  company_id      uuid not null references public.companies (id),
  id              uuid not null default gen_random_uuid(),
  contract_id     uuid not null,
  position        int not null check (position > 0),
  kind            text not null check (kind in ('photo', 'photo_removed', 'mark', 'mark_removed', 'readings', 'signature', 'addendum', 'document')),
  subject_id      uuid not null,
  content_sha256  text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  previous_sha256 text not null check (previous_sha256 ~ '^[0-9a-f]{64}$'),
  own_sha256      text not null check (own_sha256 ~ '^[0-9a-f]{64}$'),
  device_at       timestamptz,
  recorded_at     timestamptz not null default clock_timestamp(),
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, contract_id, position),
  foreign key (company_id, contract_id) references public.contracts (company_id, id)
);
comment on table public.evidence_entries is
  'One chain per contract: each entry holds the hash of what was recorded and of the entry before it. device_at is what the phone said, recorded_at what we know.';
create index evidence_entries_subject on public.evidence_entries (company_id, subject_id, position desc);
select private.guard_tenant_table('public.evidence_entries', false);
create trigger evidence_entries_append_only before update or delete on public.evidence_entries for each row execute function private.refuse_change();
create trigger evidence_entries_no_truncate before truncate on public.evidence_entries for each statement execute function private.refuse_change();
create policy "members see the evidence of their contracts" on public.evidence_entries for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.evidence_entries to authenticated;
-- Written by the triggers below alone.

/* SHA-256 of what stands in a record now, as JSON with its keys in order and its instants in UTC; null when the record is gone. */
create function private.evidence_content(p_company uuid, p_kind text, p_subject uuid) returns text
language sql stable security definer set search_path = '' as $$
  select encode(sha256(convert_to(content::text, 'UTF8')), 'hex') from (
    select jsonb_build_object('handover', p.handover_id, 'position', p.position, 'file', p.sha256, 'bytes', p.bytes, 'taken_at', p.taken_at at time zone 'UTC') as content
    from public.handover_photos p where p_kind = 'photo' and p.company_id = p_company and p.id = p_subject
    union all
    select jsonb_build_object('handover', d.handover_id, 'vehicle', d.vehicle_id, 'view', d.view, 'x', d.x, 'y', d.y, 'kind', d.kind, 'severity', d.severity, 'note', d.note,
      'charge_rappen', d.charge_rappen, 'list_rappen', d.list_rappen, 'charge_reason', d.charge_reason, 'photo', d.photo_id, 'photo_x', d.photo_x, 'photo_y', d.photo_y)
    from public.damages d where p_kind = 'mark' and d.company_id = p_company and d.id = p_subject
    union all
    -- Without the notes: they may name people, and go when somebody has to be forgotten.
    select jsonb_build_object('contract', h.contract_id, 'kind', h.kind, 'vehicle', h.vehicle_id, 'by', h.performed_by, 'odometer_km', h.odometer_km, 'fuel_percent', h.fuel_percent, 'clean', h.clean,
      'checklist', h.checklist, 'completed_at', h.completed_at at time zone 'UTC', 'received_at', h.received_at at time zone 'UTC')
    from public.handovers h where p_kind = 'readings' and h.company_id = p_company and h.id = p_subject
    union all
    select jsonb_build_object('handover', s.handover_id, 'signer', s.signer, 'name', s.name, 'image', s.image_sha256, 'document', s.document_sha256,
      'signed_at', s.signed_at at time zone 'UTC', 'received_at', s.received_at at time zone 'UTC', 'ip', host(s.ip), 'user_agent', s.user_agent)
    from public.signatures s where p_kind = 'signature' and s.company_id = p_company and s.id = p_subject
    union all
    select jsonb_build_object('contract', a.contract_id, 'change', a.change_id, 'content', a.content_sha256, 'name', a.name, 'image', a.image_sha256, 'by', a.witnessed_by,
      'signed_at', a.signed_at at time zone 'UTC', 'ip', host(a.ip), 'user_agent', a.user_agent)
    from public.addenda a where p_kind = 'addendum' and a.company_id = p_company and a.id = p_subject
    union all
    select jsonb_build_object('kind', f.kind, 'record', f.record_id, 'locale', f.locale, 'file', f.sha256, 'bytes', f.bytes)
    from public.documents f where p_kind = 'document' and f.company_id = p_company and f.id = p_subject
  ) as subjects
$$;

/* The hash of an entry: its fields, one a line, '-' for a time the phone did not tell; anybody can repeat it with sha256sum. */
create function private.evidence_sha256(p_entry public.evidence_entries) returns text
language sql stable set search_path = '' as $$
  select encode(sha256(convert_to(concat_ws(E'\n', p_entry.previous_sha256, p_entry.position, p_entry.kind, p_entry.subject_id, p_entry.content_sha256,
    coalesce(to_char(p_entry.device_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '-'),
    to_char(p_entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), 'UTF8')), 'hex')
$$;

/* Appends to a contract's chain. Writers of one contract wait for each other to the end of their transactions. */
create function private.append_evidence(p_company uuid, p_contract uuid, p_kind text, p_subject uuid, p_content text, p_device_at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_last public.evidence_entries;
  v_entry public.evidence_entries;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_contract::text, 4));
  select * into v_last from public.evidence_entries where company_id = p_company and contract_id = p_contract order by position desc limit 1;
  v_entry := jsonb_populate_record(null::public.evidence_entries, jsonb_build_object('company_id', p_company, 'id', gen_random_uuid(), 'contract_id', p_contract,
    'position', coalesce(v_last.position, 0) + 1, 'kind', p_kind, 'subject_id', p_subject, 'content_sha256', p_content,
    'previous_sha256', coalesce(v_last.own_sha256, repeat('0', 64)), 'device_at', p_device_at, 'recorded_at', clock_timestamp(), 'created_at', now(), 'updated_at', now()));
  v_entry.own_sha256 := private.evidence_sha256(v_entry);
  insert into public.evidence_entries select (v_entry).*;
end $$;

/* The contract a sealed document belongs to: its own, that of its invoice, credit note or change; null for what has none. */
create function private.contract_of_document(p_company uuid, p_record uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select id from public.contracts where company_id = p_company and id = p_record),
    (select contract_id from public.invoices where company_id = p_company and id = p_record),
    (select i.contract_id from public.credit_notes n join public.invoices i on i.company_id = n.company_id and i.id = n.invoice_id where n.company_id = p_company and n.id = p_record),
    (select contract_id from public.reservation_changes where company_id = p_company and id = p_record))
$$;

/* Trigger: chains what was just recorded, corrected or taken back. Its argument is the kind. */
create function private.record_evidence() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_row jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  v_company uuid := v_row ->> 'company_id';
  v_id uuid := v_row ->> 'id';
  v_kind text := tg_argv[0] || case when tg_op = 'DELETE' then '_removed' else '' end;
  v_contract uuid := case when tg_table_name in ('handovers', 'addenda') then (v_row ->> 'contract_id')::uuid
    when tg_table_name = 'documents' then private.contract_of_document(v_company, (v_row ->> 'record_id')::uuid)
    else (select contract_id from public.handovers where company_id = v_company and id = (v_row ->> 'handover_id')::uuid) end;
begin
  if v_contract is null then return null; end if;
  perform private.append_evidence(v_company, v_contract, v_kind, v_id,
    case when tg_op = 'DELETE' then (select content_sha256 from public.evidence_entries where company_id = v_company and subject_id = v_id order by position desc limit 1)
      else private.evidence_content(v_company, v_kind, v_id) end,
    coalesce(v_row ->> 'device_at', v_row ->> 'taken_at')::timestamptz);
  return null;
end $$;
create trigger handover_photos_evidence after insert or delete on public.handover_photos for each row execute function private.record_evidence('photo');
create trigger damages_evidence after insert or delete or update of view, x, y, kind, severity, note, charge_rappen, list_rappen, charge_reason, photo_id, photo_x, photo_y
  on public.damages
  for each row execute function private.record_evidence('mark');
create trigger handovers_evidence after insert on public.handovers for each row when (new.completed_at is not null) execute function private.record_evidence('readings');
create trigger handovers_completed_evidence after update on public.handovers
  for each row when (old.completed_at is null and new.completed_at is not null) execute function private.record_evidence('readings');
create trigger signatures_evidence after insert on public.signatures for each row execute function private.record_evidence('signature');
create trigger addenda_evidence after insert on public.addenda for each row execute function private.record_evidence('addendum');
create trigger documents_evidence after insert on public.documents for each row execute function private.record_evidence('document');

/*
 * Trigger: what a signed handover holds stays as it was signed; its argument lists the columns that may still change. A licence's picture may go: its time ends.
 * Raises 409 `handover_completed`.
 */
create function private.keep_signed() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_old jsonb := to_jsonb(old);
  v_free text[] := string_to_array(tg_argv[0], ' ');
  v_handover uuid := case when tg_table_name = 'handovers' then old.id else (v_old ->> 'handover_id')::uuid end;
begin
  if (tg_op = 'UPDATE' and to_jsonb(new) - v_free is distinct from v_old - v_free or tg_op = 'DELETE' and private.is_licence(v_old ->> 'position') is not true)
     and exists (select from public.handovers where company_id = old.company_id and id = v_handover and completed_at is not null) then
    perform private.fail(409, 'handover_completed');
  end if;
  return coalesce(new, old);
end $$;
create trigger handover_photos_keep_signed before update or delete on public.handover_photos for each row
  execute function private.keep_signed('purged_at updated_at');
create trigger damages_keep_signed before update or delete on public.damages for each row
  execute function private.keep_signed('resolved_at case_id updated_at');
create trigger handovers_keep_signed before update or delete on public.handovers for each row
  execute function private.keep_signed('notes updated_at');

/* What is wrong with a contract's chain: nothing, when nobody touched it. position is null for what has no entry. */
create function private.evidence_faults(p_company uuid, p_contract uuid) returns table ("position" int, kind text, subject_id uuid, fault text)
language sql stable security definer set search_path = '' as $$
  with chain as (
    select e as entry, e.position, e.kind, e.subject_id, e.content_sha256, e.previous_sha256, e.own_sha256,
      row_number() over (order by e.position) as place, lag(e.own_sha256, 1, repeat('0', 64)) over (order by e.position) as before_sha256,
      row_number() over (partition by e.subject_id order by e.position desc) = 1 as is_latest
    from public.evidence_entries e where e.company_id = p_company and e.contract_id = p_contract
  ), subjects as (
    select 'photo' as kind, p.id from public.handover_photos p join public.handovers h on h.company_id = p.company_id and h.id = p.handover_id
    where p.company_id = p_company and h.contract_id = p_contract
    union all
    select 'mark', d.id from public.damages d join public.handovers h on h.company_id = d.company_id and h.id = d.handover_id
    where d.company_id = p_company and h.contract_id = p_contract
    union all
    select 'readings', h.id from public.handovers h where h.company_id = p_company and h.contract_id = p_contract and h.completed_at is not null
    union all
    select 'signature', s.id from public.signatures s join public.handovers h on h.company_id = s.company_id and h.id = s.handover_id
    where s.company_id = p_company and h.contract_id = p_contract
    union all
    select 'addendum', a.id from public.addenda a where a.company_id = p_company and a.contract_id = p_contract
    union all
    select 'document', f.id from public.documents f where f.company_id = p_company and private.contract_of_document(p_company, f.record_id) = p_contract
  )
  select c.position, c.kind, c.subject_id, f.fault
  from chain c cross join lateral (values
    ('entry_missing', c.position <> c.place),
    ('link_broken', c.previous_sha256 <> c.before_sha256),
    ('entry_altered', c.own_sha256 <> private.evidence_sha256(c.entry)),
    ('subject_missing', c.is_latest and c.kind not like '%_removed' and private.evidence_content(p_company, c.kind, c.subject_id) is null),
    ('subject_altered', c.is_latest and c.kind not like '%_removed' and private.evidence_content(p_company, c.kind, c.subject_id) <> c.content_sha256)
  ) as f (fault, is_so) where f.is_so
  union all
  select null, s.kind, s.id, 'not_recorded' from subjects s where not exists (select from chain c where c.subject_id = s.id)
  order by 1 nulls last, 4
$$;

/* Recomputes the evidence of a contract: {entries, head_sha256, faults: [{position, kind, subject_id, fault}]}. Raises 404 `not_found`. */
create function public.verify_evidence(p_contract_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('contracts.see');
begin
  if not exists (select from public.contracts where company_id = v_company and id = p_contract_id) then perform private.fail(404, 'not_found'); end if;
  return jsonb_build_object(
    'entries', (select count(*) from public.evidence_entries where company_id = v_company and contract_id = p_contract_id),
    'head_sha256', (select own_sha256 from public.evidence_entries where company_id = v_company and contract_id = p_contract_id order by position desc limit 1),
    'faults', (select coalesce(jsonb_agg(to_jsonb(f)), '[]') from private.evidence_faults(v_company, p_contract_id) f));
end $$;
grant execute on function public.verify_evidence(uuid) to authenticated;
