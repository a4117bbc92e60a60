-- Vouchers that are taken back, and vouchers on paper.

/*
 * Makes a voucher void: nobody pays with what is left of it any more. Its sale, or its gift, is undone for that part, without VAT as it was booked: what was sold goes back the
 * way it was paid, from the till in 5-rappen steps. p_left_rappen: what was left when it was last looked at. Safe to repeat.
 * Raises 403 `forbidden`, 404 `not_found`, 409 `voucher_used_up` · `voucher_expired` · `voucher_changed` (somebody has used it meanwhile), 422 `invalid_input`.
 */
create function public.void_voucher(p_voucher_id uuid, p_reason text, p_left_rappen bigint) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('payments.refund');
  v_voucher public.vouchers;
  v_back bigint;
begin
  -- What a booking that lapsed had taken counts as left. Payments before their voucher, as a refund locks them.
  perform private.return_vouchers(v_company, p_voucher_id);
  select * into v_voucher from public.vouchers where company_id = v_company and id = p_voucher_id for no key update;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_voucher.voided_at is not null then return; end if;
  if v_voucher.expired_at is not null or v_voucher.expires_on < private.today(v_company) then
    perform private.fail(409, 'voucher_expired', jsonb_build_object('expires_on', v_voucher.expires_on));
  end if;
  if v_voucher.balance_rappen = 0 then perform private.fail(409, 'voucher_used_up'); end if;
  if v_voucher.balance_rappen is distinct from p_left_rappen then
    perform private.fail(409, 'voucher_changed', jsonb_build_object('left_rappen', v_voucher.balance_rappen));
  end if;
  if p_reason is null then perform private.fail(422, 'invalid_input', '{"rule": "void_reason", "missing": "void_reason"}'); end if;
  update public.vouchers set balance_rappen = 0, voided_at = now(), void_reason = btrim(p_reason) where company_id = v_company and id = p_voucher_id;
  insert into public.voucher_uses (company_id, voucher_id, amount_rappen) values (v_company, p_voucher_id, v_voucher.balance_rappen);
  v_back := case when v_voucher.method = 'cash' then round(v_voucher.balance_rappen / 5.0) * 5 else v_voucher.balance_rappen end;
  perform private.post(v_company, 'voucher_voided', p_voucher_id::text, v_voucher.currency, jsonb_build_array(
    jsonb_build_object('account', 'vouchers', 'amount_rappen', v_voucher.balance_rappen),
    jsonb_build_object('account', case when v_voucher.kind = 'given' then 'voucher_gifts' else private.money_account(v_voucher.method) end, 'amount_rappen', -v_back),
    jsonb_build_object('account', 'rounding', 'amount_rappen', v_back - v_voucher.balance_rappen)));
exception when data_exception or integrity_constraint_violation then
  perform private.refuse_input(sqlstate, sqlerrm);
end $$;

/*
 * What a voucher says on paper: {code, amount_rappen, left_rappen, currency, expires_on, locale, created_at, creditor, accent_color, slug, domain, books_online}.
 * Raises 403 `forbidden`, 404 `not_found`, 409 `voucher_void` · `voucher_used_up` · `voucher_expired`: of those there is no paper any more.
 */
create function public.voucher_paper(p_voucher_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_voucher public.vouchers;
begin
  select * into v_company from public.companies where id = private.authorize('payments.take');
  select * into v_voucher from public.vouchers where company_id = v_company.id and id = p_voucher_id;
  if not found then perform private.fail(404, 'not_found'); end if;
  if v_voucher.voided_at is not null then perform private.fail(409, 'voucher_void'); end if;
  if v_voucher.expired_at is not null or v_voucher.expires_on < private.today(v_company.id) then
    perform private.fail(409, 'voucher_expired', jsonb_build_object('expires_on', v_voucher.expires_on));
  end if;
  if v_voucher.balance_rappen = 0 then perform private.fail(409, 'voucher_used_up'); end if;
  return jsonb_build_object('code', v_voucher.code, 'amount_rappen', v_voucher.amount_rappen, 'left_rappen', v_voucher.balance_rappen, 'currency', v_voucher.currency,
    'expires_on', v_voucher.expires_on, 'locale', v_voucher.locale, 'created_at', v_voucher.created_at, 'creditor', private.creditor_of(v_company),
    'accent_color', v_company.accent_color, 'slug', v_company.slug, 'domain', case when v_company.domain_verified_at is not null then v_company.custom_domain end,
    'books_online', private.site_lacks(v_company) = '{}');
end $$;
grant execute on function public.void_voucher(uuid, text, bigint), public.voucher_paper(uuid) to authenticated;
