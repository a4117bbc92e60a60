-- A company's currency: chosen while there is no money in it, fixed from then on.

/* What keeps a company's currency as it is: 'invoices', 'reservations', 'vouchers', 'books' or 'prices'; null while nothing does. */
create function private.currency_fixed_by(p_company uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return case
    when exists (select from public.invoices where company_id = p_company) then 'invoices'
    when exists (select from public.reservations where company_id = p_company) then 'reservations'
    when exists (select from public.vouchers where company_id = p_company) then 'vouchers'
    when exists (select from public.ledger_entries where company_id = p_company) then 'books'
    when exists (select from public.rates where company_id = p_company) or exists (select from public.fees where company_id = p_company)
      or exists (select from public.damage_prices where company_id = p_company)
      -- The extras a company begins with are a proposal, until somebody has touched one or added their own.
      or exists (select from public.extras e join public.companies c on c.id = e.company_id where e.company_id = p_company and e.updated_at > c.created_at)
      or exists (select from public.seasons where company_id = p_company and daily_rappen is not null)
      or exists (select from public.promo_codes where company_id = p_company and amount_rappen is not null) then 'prices'
  end;
end $$;

/*
 * Trigger: nothing that is priced, reserved or billed finds itself in another currency. The row is locked against all that points at it, so what is written at
 * the same moment is waited for and seen. Raises 409 `currency_fixed` {by}.
 */
create function private.keep_currency() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_by text := private.currency_fixed_by(old.id);
begin
  if v_by is not null then perform private.fail(409, 'currency_fixed', jsonb_build_object('by', v_by)); end if;
  return new;
end $$;
create trigger companies_keep_currency before update of currency on public.companies for each row
  when (old.currency is distinct from new.currency) execute function private.keep_currency();

/* The same for the settings' own screen. */
create function public.currency_fixed_by() returns text
language sql stable security definer set search_path = '' as $$
  select private.currency_fixed_by(private.authorize('settings.edit'))
$$;
grant execute on function public.currency_fixed_by() to authenticated;
