-- Messages that wait in the queue and are no longer true leave it, in the transaction that made them untrue.

-- The reminders that wait, by what they are about. Of everything else nobody asks: a booking's own confirmation costs no look.
create index outbox_reminders on public.outbox (coalesce(payload ->> 'reservation_id', payload ->> 'contract_id', payload ->> 'invoice_id', payload ->> 'deposit_id'))
  where status = 'pending'
    and topic ~ '\.(checkin_invitation|day_before|return_reminder|review_request|payment_request|return_overdue|deposit_request|deposit_alert)$';

/* Whether a queued reminder still has something to tell, by the same facts its sender asks for. */
create function private.is_still_true(p_company uuid, p_topic text, p_payload jsonb) returns boolean
language sql stable security definer set search_path = '' as $$
  select case split_part(p_topic, '.', 2)
    when 'payment_request' then public.payment_request_facts(p_company, (p_payload ->> 'invoice_id')::uuid)
    when 'return_overdue' then public.overdue_facts(p_company, (p_payload ->> 'contract_id')::uuid)
    when 'deposit_request' then public.deposit_letter_facts(p_company, (p_payload ->> 'deposit_id')::uuid)
    when 'deposit_alert' then public.deposit_letter_facts(p_company, (p_payload ->> 'deposit_id')::uuid)
    else public.timed_facts(p_company, (p_payload ->> 'reservation_id')::uuid, split_part(p_topic, '.', 2)) end is not null
$$;

/*
 * Takes reminders about something out of the queue that have nothing to tell any more. They were never sent, so that they can be queued again: of a booking that
 * was moved. What a worker holds right now it looks at itself, and nobody waits for it. The company is compared last: what they are about leads to few.
 */
create function private.withdraw_messages(p_company uuid, p_subject uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.outbox o using (
    select w.id from public.outbox w
    where w.status = 'pending'
      and w.topic ~ '\.(checkin_invitation|day_before|return_reminder|review_request|payment_request|return_overdue|deposit_request|deposit_alert)$'
      and coalesce(w.payload ->> 'reservation_id', w.payload ->> 'contract_id', w.payload ->> 'invoice_id', w.payload ->> 'deposit_id') = p_subject::text
      and (w.locked_until is null or w.locked_until < now()) and not private.is_still_true(w.company_id, w.topic, w.payload)
    for update skip locked) as gone
  where o.company_id = p_company and o.id = gone.id;
end $$;

/* Withdraws what is queued about a row, and about the reservation it belongs to. */
create function private.withdraw_untrue() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.withdraw_messages(new.company_id, new.id);
  if tg_table_name in ('contracts', 'form_submissions') then perform private.withdraw_messages(new.company_id, new.reservation_id); end if;
  return null;
end $$;
create trigger reservations_withdraw_messages after update of status, starts_at, ends_at on public.reservations for each row
  when ((old.status, old.starts_at, old.ends_at) is distinct from (new.status, new.starts_at, new.ends_at)) execute function private.withdraw_untrue();
create trigger contracts_withdraw_messages after update of status, ends_at on public.contracts for each row
  when ((old.status, old.ends_at) is distinct from (new.status, new.ends_at)) execute function private.withdraw_untrue();
create trigger invoices_withdraw_messages after update on public.invoices for each row
  when ((old.status, old.paid_rappen, old.due_rappen) is distinct from (new.status, new.paid_rappen, new.due_rappen)) execute function private.withdraw_untrue();
create trigger deposits_withdraw_messages after update of status on public.deposits for each row
  when (old.status is distinct from new.status) execute function private.withdraw_untrue();
create trigger form_submissions_withdraw_messages after insert or update of submitted_at on public.form_submissions for each row
  when (new.submitted_at is not null) execute function private.withdraw_untrue();
