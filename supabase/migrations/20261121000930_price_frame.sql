-- What of a price does not depend on the vehicle.

/* Today's price list of a company: the id under which it is kept, and its rules. */
create function private.current_tariff(p_company uuid, out id uuid, out rules jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
  select t.id, t.rules into id, rules from private.tariffs t where t.company_id = p_company order by t.number desc limit 1;
end $$;

/*
 * Everything about a wish that does not depend on the vehicle: its days by the wall clock, what applies of the price list, the priced fees
 * and extras. p_kept: the price it was promised at, whose promo code goes on counting. Pure arithmetic follows in private.sum_price.
 */
create function private.price_frame(p_company uuid, p_wish jsonb, p_tariff jsonb, p_pickup uuid, p_return uuid, p_kept jsonb default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_starts timestamptz := (p_wish ->> 'starts_at')::timestamptz;
  v_ends timestamptz := (p_wish ->> 'ends_at')::timestamptz;
  v_days int;
  v_first date;
  v_last timestamptz := v_starts;
  v_vat int;
  v_fees jsonb;
  v_extras jsonb;
begin
  select * into v_company from public.companies where id = p_company;
  v_days := private.rental_days(v_starts, v_ends, v_company.time_zone);
  v_first := (v_starts at time zone v_company.time_zone)::date;
  if v_days > 1 then
    v_last := ((v_starts at time zone v_company.time_zone) + make_interval(days => v_days - 1)) at time zone v_company.time_zone;
  end if;
  v_vat := private.vat_rate(p_company, (v_ends at time zone v_company.time_zone)::date);
  if p_tariff -> 'fees' <> 'null' then v_fees := private.fee_lines(v_company, p_wish, p_tariff -> 'fees', p_pickup, p_return, v_days, v_vat); end if;
  if coalesce(p_wish -> 'extras', '[]') <> '[]' then v_extras := private.extra_lines(p_wish -> 'extras', p_tariff -> 'extras', v_days, v_vat); end if;
  return jsonb_build_object('currency', v_company.currency, 'time_zone', v_company.time_zone, 'days', v_days, 'first', v_first,
    'hours', ceil(extract(epoch from v_ends - v_last) / 3600)::int, 'vat_bp', v_vat,
    -- What no card could pay is not asked for.
    'deposit_percent', case when v_company.takes_cards then v_company.booking_deposit_percent else 0 end,
    'deposit_minimum', case when v_company.takes_cards then v_company.booking_deposit_minimum_rappen else 0 end, 'kept', p_kept is not null,
    'seasons', case when p_tariff -> 'seasons' <> 'null' then (
      -- A week or month that covers the last days reaches up to 29 days beyond them.
      select jsonb_agg(season order by place) from jsonb_array_elements(p_tariff -> 'seasons') with ordinality as s (season, place)
      where (season ->> 'starts_on')::date <= v_first + v_days + 28 and (season ->> 'ends_on')::date >= v_first) end,
    'weekdays', p_tariff -> 'weekdays', 'discounts', p_tariff -> 'discounts', 'durations', p_tariff -> 'durations', 'rounding', p_tariff -> 'rounding_rappen',
    'fees', v_fees, 'extras', v_extras,
    'added_rappen', (select coalesce(sum((line -> 'amount_rappen')::bigint), 0) from jsonb_array_elements(coalesce(v_fees, '[]') || coalesce(v_extras, '[]')) as line),
    'promo', case when p_wish ->> 'promo_code' is not null then coalesce(
      (select p_kept -> 'promo' where p_kept #>> '{promo,code}' = upper(btrim(p_wish ->> 'promo_code'))), private.usable_promo(v_company, p_wish ->> 'promo_code', v_first)) end);
end $$;
