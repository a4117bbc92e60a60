-- A price that was kept when the desk gave a dearer vehicle stays kept, whatever else of the booking changes.

/*
 * The price of agreed terms by the rules the reservation was made at. Left open which vehicle, it is the category that has a price; so it is where the vehicle
 * is of another category than the agreed one: it was given at the agreed price.
 */
create or replace function private.price_of_terms(p_company uuid, p_reservation uuid, p_terms jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.price_rental(p_company, p_terms - case when (p_terms ->> 'vehicle_fixed')::boolean and exists (select from public.vehicles v
      where v.company_id = p_company and v.id = (p_terms ->> 'vehicle_id')::uuid and v.category_id = (p_terms ->> 'category_id')::uuid)
    then array['category_id'] else array['vehicle_id'] end
    - array['vehicle_fixed', 'equipment', 'price', 'booking_deposit_rappen'], p_reservation)
$$;

/*
 * The two least dear categories a booking can have in the place of its own, at its place: {kind: category, id, names, example, prices_rappen: [the difference], left,
 * needs_approval}. Every vehicle of them has the seats and the gearbox of the booked one, and may be driven by the customer. Who was given a vehicle of another
 * category already is sold none.
 */
create or replace function private.upgrade_offers(p_reservation public.reservations, p_terms jsonb) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', 'category', 'id', c.id, 'names', c.names, 'example', offer -> 'example', 'prices_rappen', jsonb_build_array(priced.rappen),
    'left', offer -> 'room', 'needs_approval', c.needs_approval)
  from public.vehicles v
  cross join lateral jsonb_array_elements(private.category_offers(v.company_id, p_reservation.starts_at, p_reservation.ends_at, p_reservation.pickup_location_id,
    jsonb_strip_nulls(jsonb_build_object('seats', v.seats, 'transmission', case when v.transmission = 'automatic' then v.transmission end,
      'equipment', p_terms -> 'equipment')))) as offer
  join public.vehicle_categories c on c.company_id = v.company_id and c.id = (offer ->> 'category_id')::uuid and c.id <> p_reservation.category_id and c.offered_later
  cross join lateral (select private.upsell_price(v.company_id, p_reservation.id, p_terms, private.upsell_change(p_terms, null, c.id, 1)) as rappen) as priced
  where v.company_id = p_reservation.company_id and v.id = p_reservation.vehicle_id and v.category_id = p_reservation.category_id and priced.rappen > 0
    and private.may_drive_category(p_reservation, c, (p_reservation.starts_at at time zone (select time_zone from public.companies where id = v.company_id))::date)
    -- One at a time is asked for, and no means no.
    and not exists (select from public.upsells u where u.company_id = v.company_id and u.reservation_id = p_reservation.id and u.category_id is not null
      and (u.status = 'asked' or u.status = 'declined' and u.category_id = c.id))
  order by priced.rappen, c.id limit 2
$$;
