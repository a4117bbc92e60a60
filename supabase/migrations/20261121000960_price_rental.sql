-- The price of one rental: booking, contract, extension, early return.

/* To how much the extras of a wish lower the excess of any category; null where none of them does. */
create function private.lowered_excess(p_rules jsonb, p_wish jsonb) returns bigint
language sql immutable set search_path = '' as $$
  select min((p_rules #>> array['extras', x ->> 'extra_id', 'excess_rappen'])::bigint)
  from jsonb_array_elements(case when jsonb_typeof(p_wish -> 'extras') = 'array' then p_wish -> 'extras' else '[]' end) as x
  where (x ->> 'quantity')::int > 0
$$;

/*
 * The itemised price of what is wished, VAT included, with the rules that made it (trace). p_wish: vehicle_id or category_id (a vehicle's own rate
 * wins), starts_at, ends_at, extras? [{"extra_id", "quantity"}], pickup_location_id?, return_location_id? (default: where the vehicle is),
 * promo_code?, driver_birth_date?; the other keys of private.reserve's wish may be there. Amounts in rappen.
 *
 * p_reservation re-prices by the rules that reservation was made at: its price list, its rate while the category stays, its promo code. That is the
 * way to price an extension, an early return or a swap; neither the length nor the age of such a period is refused, and what the wish does not say of
 * promo code and driver stays. Keep the answer as the new price.
 *
 * Raises 404 `not_found`, 422 `invalid_period` · `invalid_extra` · `no_rate` · `rental_too_short` · `rental_too_long` · `invalid_promo_code`.
 */
create function private.price_rental(p_company uuid, p_wish jsonb, p_reservation uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_vehicle uuid := p_wish ->> 'vehicle_id';
  v_pickup uuid := p_wish ->> 'pickup_location_id';
  v_return uuid := p_wish ->> 'return_location_id';
  v_kept jsonb;
  v_tariff uuid;
  v_rules jsonb;
  v_subject record;
  v_rate jsonb;
  v_price jsonb;
begin
  if p_reservation is null then
    perform private.check_period((p_wish ->> 'starts_at')::timestamptz, (p_wish ->> 'ends_at')::timestamptz);
    select id, rules into v_tariff, v_rules from private.current_tariff(p_company);
  else
    if ((p_wish ->> 'ends_at')::timestamptz > (p_wish ->> 'starts_at')::timestamptz) is not true then perform private.fail(422, 'invalid_period'); end if;
    select t.id, t.rules, r.price || jsonb_build_object('category_id', r.category_id) into v_tariff, v_rules, v_kept
    from public.reservations r join private.tariffs t on t.company_id = r.company_id and t.id = r.tariff_id
    where r.company_id = p_company and r.id = p_reservation;
    if not found then perform private.fail(404, 'not_found'); end if;
    -- What the wish does not say anew stays: the promo code, and the driver's age where it cost something.
    p_wish := jsonb_build_object('promo_code', v_kept #> '{promo,code}',
      'driver_age', jsonb_path_query_first(v_kept, '$.trace[*] ? (@.rule == "young_driver").age')) || p_wish;
  end if;

  select c.id as category_id, v.location_id, coalesce(v.security_deposit_rappen, c.security_deposit_rappen) as security_deposit_rappen,
         coalesce(v.minimum_age, c.minimum_age) as minimum_age, c.excess_rappen into v_subject
  from public.vehicle_categories c left join public.vehicles v on v.company_id = c.company_id and v.category_id = c.id and v.id = v_vehicle
  where c.company_id = p_company and case when v_vehicle is null then c.id = (p_wish ->> 'category_id')::uuid else v.id is not null end;
  if not found or (select count(*) from public.locations l where l.company_id = p_company and l.id in (v_pickup, v_return))
      <> (select count(distinct wished) from unnest(array[v_pickup, v_return]) as wished) then
    perform private.fail(404, 'not_found');
  end if;
  if v_kept ->> 'category_id' = v_subject.category_id::text then
    v_rate := v_kept -> 'rate';
  else
    select private.rate_facts(r) into v_rate from public.rates r
    where r.company_id = p_company and (r.vehicle_id = v_vehicle or (r.category_id = v_subject.category_id and r.vehicle_id is null))
    order by r.vehicle_id nulls last limit 1;
  end if;
  if v_rate is null then perform private.fail(422, 'no_rate'); end if;

  v_pickup := coalesce(v_pickup, v_subject.location_id);
  v_price := private.price_by_rate(private.price_frame(p_company, p_wish, v_rules, v_pickup, coalesce(v_return, v_pickup), v_kept), v_subject.category_id, v_rate);
  if v_price ->> 'refusal' is not null then perform private.fail(422, v_price ->> 'refusal', v_price -> 'details'); end if;
  return v_price || jsonb_build_object('tariff_id', v_tariff, 'security_deposit_rappen', v_subject.security_deposit_rappen,
    'excess_rappen', least(v_subject.excess_rappen, private.lowered_excess(v_rules, p_wish)), 'minimum_age', v_subject.minimum_age);
end $$;
