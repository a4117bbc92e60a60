-- A customer's account with the company, as the ledger has it.

/* What concerns a customer in the ledger, by source, and the number on the paper it belongs to. */
create function private.sources_of_customer(p_company uuid, p_customer uuid) returns table (kind text, id text, number text)
language sql stable security definer set search_path = '' as $$
  with own as (select i.id, i.number from public.invoices i where i.company_id = p_company and i.customer_id = p_customer and i.status <> 'draft'),
    paid as (select p.id, i.number from public.payments p left join public.invoices i on i.company_id = p.company_id and i.id = p.invoice_id
      where p.company_id = p_company and p.customer_id = p_customer)
  select k.kind, own.id::text, own.number from own, unnest(array['invoice', 'prepayment', 'fees_waived']) as k (kind)
  union all select 'credit_note', n.id::text, n.number from public.credit_notes n join own on own.id = n.invoice_id where n.company_id = p_company
  union all select 'reminder_fee', r.id::text, own.number from public.invoice_reminders r join own on own.id = r.invoice_id where r.company_id = p_company
  union all select 'bank_entry', e.id::text, own.number from public.bank_entries e join own on own.id = e.invoice_id where e.company_id = p_company
  union all select 'payment', paid.id::text, paid.number from paid
  union all select k.kind, r.id::text, paid.number from public.refunds r join paid on paid.id = r.payment_id, unnest(array['refund', 'refund_failed']) as k (kind) where r.company_id = p_company
  union all select 'deposit_resolved', d.id::text, paid.number from public.deposits d join paid on paid.id = d.payment_id where d.company_id = p_company
  union all select k.kind, c.id::text, null from public.customer_credits c, unnest(array['customer_credit', 'credit_payout']) as k (kind)
    where c.company_id = p_company and c.customer_id = p_customer
$$;

/*
 * A customer's statement of account from one day to another in the company's zone: {customer, currency, opening_rappen, entries: [{day, kind, number, amount_rappen}], closing_rappen}.
 * Above zero is what the customer owes; below, what the company does. Its closing is their receivables less their balance in the ledger.
 * Raises 403 `forbidden`, 404 `not_found`, 422 `invalid_input`.
 */
create function public.customer_statement(p_customer_id uuid, p_from date, p_until date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_name text;
begin
  select * into v_company from public.companies where id = private.authorize('contracts.see');
  select name into v_name from public.customers where company_id = v_company.id and id = p_customer_id and deleted_at is null;
  if not found then perform private.fail(404, 'not_found'); end if;
  if (p_from <= p_until) is not true then perform private.fail(422, 'invalid_input', '{"rule": "period"}'); end if;
  return (
    with moves as (
      select (min(l.booked_at) at time zone v_company.time_zone)::date as day, l.source_kind, s.number, sum(l.amount_rappen)::bigint as amount, min(l.id) as place
      from private.sources_of_customer(v_company.id, p_customer_id) as s
      join public.ledger_entries l on l.company_id = v_company.id and l.source_kind = s.kind and l.source_id = s.id and l.account in ('receivables', 'customer_credits')
      group by l.source_kind, l.source_id, s.number having sum(l.amount_rappen) <> 0
    )
    select jsonb_build_object('customer', v_name, 'currency', v_company.currency, 'opening_rappen', coalesce(sum(amount) filter (where day < p_from), 0),
      'entries', coalesce(jsonb_agg(jsonb_build_object('day', day, 'kind', source_kind, 'number', number, 'amount_rappen', amount) order by day, place)
        filter (where day between p_from and p_until), '[]'),
      'closing_rappen', coalesce(sum(amount) filter (where day <= p_until), 0))
    from moves);
end $$;
grant execute on function public.customer_statement(uuid, date, date) to authenticated;
