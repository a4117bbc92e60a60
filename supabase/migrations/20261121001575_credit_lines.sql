-- Lines of an invoice that are credited, whole or in part.
create table public.credit_note_lines (
  company_id      uuid not null references public.companies (id),
  id              uuid not null default gen_random_uuid(),
  credit_note_id  uuid not null,
  invoice_line_id uuid not null,
  amount_rappen   bigint not null check (amount_rappen <> 0),
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, credit_note_id, invoice_line_id),
  foreign key (company_id, credit_note_id) references public.credit_notes (company_id, id),
  foreign key (company_id, invoice_line_id) references public.invoice_lines (company_id, id)
);
create index credit_note_lines_line on public.credit_note_lines (company_id, invoice_line_id);
comment on table public.credit_note_lines is 'What a credit note takes back of single lines; a note without lines credits an amount, spread over the invoice.';
select private.guard_tenant_table('public.credit_note_lines');
create trigger credit_note_lines_append_only before update or delete on public.credit_note_lines for each row execute function private.refuse_change();
create policy "members see lines of credit notes" on public.credit_note_lines for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.credit_note_lines to authenticated;

/* The lines that are left of an invoice to credit: what they were, less what notes took. */
create function private.creditable_lines(p_invoice public.invoices) returns table (id uuid, vat_bp int, left_rappen bigint)
language sql stable security definer set search_path = '' as $$
  select l.id, l.vat_bp, l.amount_rappen - coalesce((select sum(n.amount_rappen) from public.credit_note_lines n
    where n.company_id = l.company_id and n.invoice_line_id = l.id), 0)::bigint
  from public.invoice_lines l where l.company_id = p_invoice.company_id and l.invoice_id = p_invoice.id
$$;

/*
 * Credits chosen lines of an invoice that is not paid yet, each as far as it is not credited, with the VAT of their rates. Returns the credit note's id; safe to repeat
 * with the same key. Raises 404 `not_found`, 409 `invalid_transition`, 422 `amount_exceeds_open` · `credit_exceeds_invoice` · `idempotency_key_reused` · `invalid_input`.
 */
create function public.credit_invoice_lines(p_invoice_id uuid, p_line_ids uuid[], p_reason text, p_idempotency_key text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.refund');
  v_before jsonb;
  v_invoice public.invoices;
  v_lines jsonb;
  v_id uuid;
begin
  v_before := private.begin_once(v_company, 'credit_invoice_lines', p_idempotency_key, jsonb_build_array(p_invoice_id, p_line_ids, p_reason));
  if v_before is not null then return (v_before ->> 'id')::uuid; end if;
  v_invoice := private.lock_creditable(v_company, p_invoice_id);
  select jsonb_agg(jsonb_build_object('id', l.id, 'vat_bp', l.vat_bp, 'amount_rappen', l.left_rappen)) into v_lines
  from private.creditable_lines(v_invoice) as l where l.id = any (p_line_ids) and l.left_rappen <> 0;
  if v_lines is null or jsonb_array_length(v_lines) <> cardinality(p_line_ids) then perform private.fail(422, 'credit_exceeds_invoice'); end if;
  -- An amount that was credited before took its share of every rate: nobody takes back more VAT than was charged.
  if exists (select from jsonb_array_elements(private.vat_groups(v_lines)) as g where (g ->> 'gross_rappen')::bigint
      > coalesce((select (i ->> 'gross_rappen')::bigint from jsonb_array_elements(v_invoice.vat) as i where i -> 'rate_bp' = g -> 'rate_bp'), 0)
        - coalesce((select sum((c ->> 'gross_rappen')::bigint) from public.credit_notes n, jsonb_array_elements(n.vat) as c
          where n.company_id = v_company and n.invoice_id = p_invoice_id and c -> 'rate_bp' = g -> 'rate_bp'), 0)) then
    perform private.fail(422, 'credit_exceeds_invoice');
  end if;
  v_id := private.credit_open(v_invoice, (select sum((l ->> 'amount_rappen')::bigint)::bigint from jsonb_array_elements(v_lines) as l), p_reason, private.vat_groups(v_lines));
  insert into public.credit_note_lines (company_id, credit_note_id, invoice_line_id, amount_rappen)
  select v_company, v_id, (l ->> 'id')::uuid, (l ->> 'amount_rappen')::bigint from jsonb_array_elements(v_lines) as l;
  perform private.finish_once(v_company, 'credit_invoice_lines', p_idempotency_key, jsonb_build_object('id', v_id));
  return v_id;
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;
grant execute on function public.credit_invoice_lines(uuid, uuid[], text, text) to authenticated;

/* Everything a credit note's PDF and mail need; its lines are null where it credits an amount. */
create function public.credit_note_facts(p_company_id uuid, p_credit_note_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('note', to_jsonb(n), 'invoice', to_jsonb(i), 'accent_color', co.accent_color,
    'customer', jsonb_build_object('id', k.id, 'name', k.name, 'email', coalesce(a.billing_email, k.email)),
    'lines', (select jsonb_agg(to_jsonb(l) || jsonb_build_object('amount_rappen', c.amount_rappen) order by l.position)
      from public.credit_note_lines c join public.invoice_lines l on l.company_id = c.company_id and l.id = c.invoice_line_id
      where c.company_id = n.company_id and c.credit_note_id = n.id))
  from public.credit_notes n
  join public.invoices i on i.company_id = n.company_id and i.id = n.invoice_id
  join public.companies co on co.id = n.company_id
  join public.customers k on k.company_id = i.company_id and k.id = i.customer_id
  left join public.customer_accounts a on a.company_id = k.company_id and a.customer_id = k.id
  where n.company_id = p_company_id and n.id = p_credit_note_id
$$;
grant execute on function public.credit_note_facts(uuid, uuid) to service_role;
