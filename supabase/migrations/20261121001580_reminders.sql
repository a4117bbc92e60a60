-- Dunning: three reminders, the second and third with a fee.
create table public.invoice_reminders (
  company_id uuid not null references public.companies (id),
  id         uuid not null default gen_random_uuid(),
  invoice_id uuid not null,
  level      int not null check (level between 1 and 3),
  fee_rappen bigint not null check (fee_rappen >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, invoice_id, level),
  foreign key (company_id, invoice_id) references public.invoices (company_id, id)
);
comment on table public.invoice_reminders is 'What was reminded of and when: 7, 14 and 28 days after the due date, never two within a week.';
select private.guard_tenant_table('public.invoice_reminders');
create trigger invoice_reminders_append_only before update or delete on public.invoice_reminders for each row execute function private.refuse_change();
create policy "members see reminders" on public.invoice_reminders for select to authenticated
  using (company_id = (select private.company_id()) and (select private.can('contracts.see')));
grant select on public.invoice_reminders to authenticated;

/* Sends the next reminder of an invoice, its fee booked as damages for delay, without VAT. Returns its level. */
create function private.send_reminder(p_invoice public.invoices, p_level int) returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_fee bigint := case when p_level > 1 then (select reminder_fee_rappen from public.companies where id = p_invoice.company_id) else 0 end;
  v_id uuid;
begin
  insert into public.invoice_reminders (company_id, invoice_id, level, fee_rappen) values (p_invoice.company_id, p_invoice.id, p_level, v_fee) returning id into v_id;
  if v_fee > 0 then
    perform private.post(p_invoice.company_id, 'reminder_fee', v_id::text, p_invoice.currency, jsonb_build_array(
      jsonb_build_object('account', 'receivables', 'amount_rappen', v_fee), jsonb_build_object('account', 'revenue', 'amount_rappen', -v_fee)));
    perform private.restate_invoice(p_invoice.company_id, p_invoice.id, 0, v_fee, 0);
  end if;
  perform private.enqueue(p_invoice.company_id, 'mail.payment_request', v_id::text, jsonb_build_object('invoice_id', p_invoice.id, 'reason', 'reminder_' || p_level));
  return p_level;
end $$;

/* The next level an invoice could be reminded with, and since when; no row after the third. */
create function private.next_reminder(p_invoice public.invoices) returns table (level int, due_from date)
language sql stable security definer set search_path = '' as $$
  select n.level, greatest(p_invoice.due_on + (array[7, 14, 28])[n.level], n.last + 7)
  from (select coalesce(max(r.level), 0) + 1 as level, (max(r.created_at) at time zone c.time_zone)::date as last
    from public.companies c left join public.invoice_reminders r on r.company_id = c.id and r.invoice_id = p_invoice.id
    where c.id = p_invoice.company_id group by c.time_zone) as n
  where n.level <= 3
$$;

/*
 * Reminds of an overdue invoice now; the levels keep a week between them. Returns the level.
 * Raises 404 `not_found`, 409 `not_overdue` · `reminder_too_early` · `reminders_used_up`.
 */
create function public.remind_invoice(p_invoice_id uuid) returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.take');
  v_today date := (select (now() at time zone time_zone)::date from public.companies where id = v_company);
  v_invoice public.invoices;
  v_next record;
begin
  select * into v_invoice from public.invoices where company_id = v_company and id = p_invoice_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if private.open_amount(v_invoice) <= 0 or v_invoice.due_on >= v_today then perform private.fail(409, 'not_overdue'); end if;
  select * into v_next from private.next_reminder(v_invoice);
  if not found then perform private.fail(409, 'reminders_used_up'); end if;
  if v_next.level > 1 and v_next.due_from > v_today then perform private.fail(409, 'reminder_too_early', jsonb_build_object('from', v_next.due_from)); end if;
  return private.send_reminder(v_invoice, v_next.level);
end $$;

/* Sends every reminder that is due, in companies that want it by itself; one level an invoice. Returns how many. */
create function public.send_due_reminders() returns int
language plpgsql security definer set search_path = '' as $$
declare
  v_invoice public.invoices;
  v_sent int := 0;
begin
  for v_invoice in
    select i.* from public.invoices i join public.companies c on c.id = i.company_id
    where i.status in ('open', 'partially_paid', 'overdue') and c.reminders_automatic and c.status not in ('suspended', 'canceled')
      and exists (select from private.next_reminder(i) as n where n.due_from <= (now() at time zone c.time_zone)::date)
    order by i.company_id, i.id for no key update of i skip locked
  loop
    if private.open_amount(v_invoice) > 0 then
      v_sent := v_sent + 1;
      perform private.send_reminder(v_invoice, (select level from private.next_reminder(v_invoice)));
    end if;
  end loop;
  return v_sent;
end $$;
grant execute on function public.remind_invoice(uuid) to authenticated;
grant execute on function public.send_due_reminders() to service_role;
