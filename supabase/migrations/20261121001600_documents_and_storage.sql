-- Files: private buckets, first folder = company. Sealed documents are written by our worker alone and never change.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('evidence', 'evidence', false, 15728640, array['image/jpeg', 'image/png', 'image/webp']),
  ('documents', 'documents', false, 15728640, array['application/pdf']),
  -- Photos straight from a phone, until the server has drawn them anew into the evidence.
  ('uploads', 'uploads', false, 15728640, array['image/jpeg', 'image/png', 'image/webp'])
on conflict (id) do nothing;

create policy "members read their company's evidence" on storage.objects for select to authenticated
  using (bucket_id in ('evidence', 'documents') and (storage.foldername(name))[1] = (select private.company_id())::text
    and (select private.can('contracts.see')));
create policy "handover staff bring and clear uploads of their company" on storage.objects for all to authenticated
  using (bucket_id = 'uploads' and (storage.foldername(name))[1] = (select private.company_id())::text and (select private.can_store('handover.perform')))
  with check (bucket_id = 'uploads' and (storage.foldername(name))[1] = (select private.company_id())::text and (select private.can_store('handover.perform')));
create policy "handover staff add evidence to their company" on storage.objects for insert to authenticated
  with check (bucket_id = 'evidence' and (storage.foldername(name))[1] = (select private.company_id())::text
    and (select private.can_store('handover.perform')));

/* Everything a contract PDF prints, for our own worker. */
create function public.contract_facts(p_company_id uuid, p_contract_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'contract', to_jsonb(c), 'reservation_number', r.number,
    'company', to_jsonb(co) - array['stripe_account_id', 'stripe_standing'], 'customer', to_jsonb(k) - array['notes', 'blocked_reason', 'stripe_customer_id', 'payment_method_id'],
    'driver', (select to_jsonb(d) from public.drivers d where d.company_id = c.company_id and d.id = c.driver_id),
    'further_drivers', (select coalesce(jsonb_agg(to_jsonb(d) order by x.created_at, d.id), '[]') from public.contract_drivers x
      join public.drivers d on d.company_id = x.company_id and d.id = x.driver_id where x.company_id = c.company_id and x.contract_id = c.id
        and x.driver_id is distinct from c.driver_id
        -- The contract prints who drove when it was signed; whoever joined later is on the record alone.
        and x.created_at <= coalesce(c.picked_up_at, now())),
    'vehicle', to_jsonb(v) || jsonb_build_object('category_names', g.names, 'body_type', g.body_type),
    'pickup_location', pl.name, 'return_location', rl.name,
    'lines', (select jsonb_agg(to_jsonb(l) order by l.position) from public.contract_lines l where l.company_id = c.company_id and l.contract_id = c.id),
    'deposit', (select to_jsonb(d) from public.deposits d where d.company_id = c.company_id and d.contract_id = c.id and d.status <> 'failed'),
    'handovers', (select jsonb_agg(to_jsonb(h) || jsonb_build_object(
        'plate', (select o.plate from public.vehicles o where o.company_id = h.company_id and o.id = coalesce(h.vehicle_id, c.vehicle_id)),
        'photos', coalesce((select jsonb_agg(to_jsonb(p) order by p.taken_at, p.id) from public.handover_photos p where p.company_id = h.company_id and p.handover_id = h.id), '[]'),
        'damages', coalesce((select jsonb_agg(to_jsonb(d) order by d.created_at) from public.damages d where d.company_id = h.company_id and d.handover_id = h.id), '[]'),
        'signatures', coalesce((select jsonb_agg(to_jsonb(s) order by s.signer) from public.signatures s where s.company_id = h.company_id and s.handover_id = h.id), '[]'))
      order by h.kind = 'return', h.created_at, h.kind) from public.handovers h where h.company_id = c.company_id and h.contract_id = c.id),
    'evidence', (select jsonb_build_object('entries', e.position, 'head_sha256', e.own_sha256) from public.handovers h
      join public.signatures s on s.company_id = h.company_id and s.handover_id = h.id
      join public.evidence_entries e on e.company_id = s.company_id and e.subject_id = s.id
      where h.company_id = c.company_id and h.contract_id = c.id and h.kind = 'pickup' order by e.position desc limit 1))
  from public.contracts c
  join public.reservations r on r.company_id = c.company_id and r.id = c.reservation_id
  join public.companies co on co.id = c.company_id
  join public.customers k on k.company_id = c.company_id and k.id = c.customer_id
  join public.vehicles v on v.company_id = c.company_id and v.id = c.vehicle_id
  join public.vehicle_categories g on g.company_id = v.company_id and g.id = v.category_id
  join public.locations pl on pl.company_id = r.company_id and pl.id = r.pickup_location_id
  join public.locations rl on rl.company_id = r.company_id and rl.id = r.return_location_id
  where c.company_id = p_company_id and c.id = p_contract_id
$$;

/* Everything a settlement PDF prints: the contract's facts, VAT, what was paid so far and how the rest is to be paid; the chain of evidence as far as it reached at the return. */
create function public.settlement_facts(p_company_id uuid, p_contract_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select public.contract_facts(p_company_id, p_contract_id) || jsonb_build_object(
    'vat', private.vat_groups((select jsonb_agg(to_jsonb(l)) from public.contract_lines l where l.company_id = c.company_id and l.contract_id = c.id)),
    'evidence', (select jsonb_build_object('entries', e.position, 'head_sha256', e.own_sha256) from public.handovers h
      join public.signatures s on s.company_id = h.company_id and s.handover_id = h.id
      join public.evidence_entries e on e.company_id = s.company_id and e.subject_id = s.id
      where h.company_id = c.company_id and h.contract_id = c.id and h.kind = 'return' order by e.position desc limit 1),
    -- Without an account number there is no slip: who pays by several invoices must not pay the settlement too.
    'creditor', private.creditor_of(co) - case when private.settles_at_return(c) then '' else 'iban' end, 'debtor', private.debtor_of(k), 'reference', private.rental_reference(co.iban, c.number),
    'payments', coalesce((select jsonb_agg(jsonb_build_object('purpose', p.purpose, 'amount_rappen', p.amount_rappen - p.refunded_rappen) order by p.settled_at, p.id)
      from public.payments p where p.company_id = c.company_id and p.reservation_id = c.reservation_id and p.status in ('succeeded', 'partially_refunded')), '[]'))
  from public.contracts c
  join public.companies co on co.id = c.company_id
  join public.customers k on k.company_id = c.company_id and k.id = c.customer_id
  where c.company_id = p_company_id and c.id = p_contract_id
$$;

/* Everything an addendum PDF prints: contract_facts, and beside it the change and its signature; null for a change nobody signed. */
create function public.addendum_facts(p_company_id uuid, p_change_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select public.contract_facts(p_company_id, a.contract_id) || jsonb_build_object('addendum', private.addendum_terms(x) || jsonb_build_object(
      'signature', jsonb_build_object('signer', 'customer', 'name', a.name, 'image_path', a.image_path, 'document_sha256', a.content_sha256, 'signed_at', a.signed_at, 'ip', host(a.ip)),
      'nth', (select count(*) from public.addenda o where o.company_id = a.company_id and o.contract_id = a.contract_id and (o.signed_at, o.id) <= (a.signed_at, a.id))),
    'evidence', (select jsonb_build_object('entries', e.position, 'head_sha256', e.own_sha256) from public.evidence_entries e
      where e.company_id = a.company_id and e.subject_id = a.id order by e.position desc limit 1))
  from public.addenda a join public.reservation_changes x on x.company_id = a.company_id and x.id = a.change_id
  where a.company_id = p_company_id and a.change_id = p_change_id
$$;
/* Everything an invoice PDF prints. */
create function public.invoice_facts(p_company_id uuid, p_invoice_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('invoice', to_jsonb(i), 'contract_number', c.number, 'customer', jsonb_build_object('id', k.id, 'name', k.name, 'email', coalesce(a.billing_email, k.email), 'language', k.language),
    'accent_color', co.accent_color, 'slug', co.slug, 'pay_token', case when i.due_rappen > i.paid_rappen then private.invoice_token(i.company_id, i.id) end, 'vehicle', v.make || ' ' || v.model || ', ' || v.plate,
    'lines', (select jsonb_agg(to_jsonb(l) order by l.position) from public.invoice_lines l where l.company_id = i.company_id and l.invoice_id = i.id),
    'billings', coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'contract', x.number, 'vehicle', y.make || ' ' || y.model || ', ' || y.plate, 'service_from', b.service_from,
        'service_to', b.service_to, 'cost_centre', concat_ws(' ', o.code, o.name), 'purchase_order', w.purchase_order, 'driver', concat_ws(' ', d.first_name, d.last_name))
        order by (select min(l.position) from public.invoice_lines l where l.company_id = b.company_id and l.billing_id = b.id))
      from public.contract_billings b join public.contracts x on x.company_id = b.company_id and x.id = b.contract_id
      join public.vehicles y on y.company_id = x.company_id and y.id = x.vehicle_id
      left join public.drivers d on d.company_id = x.company_id and d.id = x.driver_id
      left join public.reservation_accounts w on w.company_id = x.company_id and w.reservation_id = x.reservation_id
      left join public.cost_centres o on o.company_id = w.company_id and o.id = w.cost_centre_id
      where b.company_id = i.company_id and b.invoice_id = i.id), '[]'),
    'payments', coalesce((select jsonb_agg(jsonb_build_object('method', p.method, 'amount_rappen', p.amount_rappen - p.refunded_rappen, 'purpose', p.purpose, 'received_at', p.settled_at)
      order by p.settled_at) from public.payments p where p.company_id = i.company_id and p.invoice_id = i.id and p.status not in ('pending', 'failed')), '[]'))
  from public.invoices i
  join public.companies co on co.id = i.company_id
  left join public.contracts c on c.company_id = i.company_id and c.id = i.contract_id
  left join public.vehicles v on v.company_id = c.company_id and v.id = c.vehicle_id
  join public.customers k on k.company_id = i.company_id and k.id = i.customer_id
  left join public.customer_accounts a on a.company_id = k.company_id and a.customer_id = k.id
  where i.company_id = p_company_id and i.id = p_invoice_id and i.status <> 'draft'
$$;

/* Seals a stored PDF and queues its mail to the customer. The first seal of a record stays; returns the SHA-256 in force. */
create function public.seal_document(p_company_id uuid, p_kind text, p_record_id uuid, p_locale text, p_storage_path text, p_sha256 text, p_bytes int) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_sha256 text;
begin
  insert into public.documents (company_id, kind, record_id, locale, storage_path, sha256, bytes)
  values (p_company_id, p_kind, p_record_id, p_locale, p_storage_path, p_sha256, p_bytes)
  on conflict (company_id, kind, record_id) do nothing;
  if found then
    perform private.enqueue(p_company_id, 'mail.document', p_kind || ':' || p_record_id, jsonb_build_object('kind', p_kind, 'record_id', p_record_id));
  end if;
  select sha256 into v_sha256 from public.documents where company_id = p_company_id and kind = p_kind and record_id = p_record_id;
  return v_sha256;
end $$;

/* Where a sealed document lies; null when it is not sealed yet. */
create function public.document_facts(p_company_id uuid, p_kind text, p_record_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select to_jsonb(d) from public.documents d where d.company_id = p_company_id and d.kind = p_kind and d.record_id = p_record_id
$$;
grant execute on function public.contract_facts(uuid, uuid), public.settlement_facts(uuid, uuid), public.addendum_facts(uuid, uuid), public.invoice_facts(uuid, uuid), public.document_facts(uuid, text, uuid),
  public.seal_document(uuid, text, uuid, text, text, text, int) to service_role;
