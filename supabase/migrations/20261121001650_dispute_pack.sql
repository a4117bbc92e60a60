-- Everything that speaks for the company when a customer disputes a charge, in one answer.

/*
 * What a dispute pack prints: contract_facts and beside it invoice, payments, documents, messages, changes and the chain of evidence with what is wrong with it.
 * Who asks is noted in the trail. Raises 404 `not_found`.
 */
create function public.dispute_facts(p_contract_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('data.export');
  v_contract public.contracts;
begin
  select * into v_contract from public.contracts where company_id = v_company and id = p_contract_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  insert into public.audit_log (company_id, actor_user_id, actor_kind, table_name, record_id, action)
  values (v_company, auth.uid(), 'user', 'contracts', p_contract_id::text, 'read');
  return public.contract_facts(v_company, p_contract_id) || jsonb_build_object(
    'made_by', (select full_name from public.profiles where user_id = auth.uid()),
    'booked_at', (select created_at from public.reservations where company_id = v_company and id = v_contract.reservation_id),
    'booked_by', (select source from public.reservations where company_id = v_company and id = v_contract.reservation_id),
    'invoices', (select coalesce(jsonb_agg(jsonb_build_object('number', i.number, 'status', i.status, 'issued_on', i.issued_on, 'total_rappen', i.total_rappen,
        'paid_rappen', i.paid_rappen) order by i.created_at), '[]') from public.invoices i where i.company_id = v_company
        and i.id in (select invoice_id from public.contract_billings where company_id = v_company and contract_id = p_contract_id)),
    'payments', (select coalesce(jsonb_agg(jsonb_build_object('method', p.method, 'purpose', p.purpose, 'status', p.status, 'amount_rappen', p.amount_rappen,
        'refunded_rappen', p.refunded_rappen, 'reference', p.provider_intent, 'at', coalesce(p.settled_at, p.created_at)) order by p.created_at), '[]')
      from public.payments p left join public.invoices i on i.company_id = p.company_id and i.id = p.invoice_id
      where p.company_id = v_company and (p.reservation_id = v_contract.reservation_id or i.contract_id = p_contract_id)),
    'documents', (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'sha256', d.sha256, 'bytes', d.bytes, 'sealed_at', d.created_at) order by d.created_at), '[]')
      from public.documents d where d.company_id = v_company and private.contract_of_document(v_company, d.record_id) = p_contract_id),
    'messages', (select coalesce(jsonb_agg(jsonb_build_object('at', m.created_at, 'channel', m.channel, 'direction', m.direction, 'recipient', m.recipient,
        'subject', m.subject, 'body', left(private.without_tokens(m.body), 1500), 'status', m.status,
        'files', (select coalesce(jsonb_agg(coalesce(f.name, case f.content_type when 'application/pdf' then 'PDF' else 'JPEG' end) order by f.created_at, f.id), '[]')
          from public.message_files f where f.company_id = m.company_id and f.message_id = m.id and f.status in ('kept', 'deleted'))) order by m.created_at), '[]')
      from public.messages m where m.company_id = v_company and (m.reservation_id = v_contract.reservation_id or m.reservation_id is null
        and m.customer_id = v_contract.customer_id and m.created_at between v_contract.starts_at - interval '30 days' and v_contract.ends_at + interval '90 days')),
    'chain', (select coalesce(jsonb_agg(jsonb_build_object('position', e.position, 'kind', e.kind, 'content_sha256', e.content_sha256, 'own_sha256', e.own_sha256,
        'device_at', e.device_at, 'recorded_at', e.recorded_at) order by e.position), '[]')
      from public.evidence_entries e where e.company_id = v_company and e.contract_id = p_contract_id),
    'faults', (select coalesce(jsonb_agg(jsonb_build_object('position', f.position, 'kind', f.kind, 'fault', f.fault)), '[]')
      from private.evidence_faults(v_company, p_contract_id) f));
end $$;
grant execute on function public.dispute_facts(uuid) to authenticated;
