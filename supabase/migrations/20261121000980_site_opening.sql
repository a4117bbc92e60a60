-- A booking site takes bookings once its visitors can read who offers what, where, at which price and on which terms (UWG art. 3 s, PBV).

/* What a company's booking site still lacks for that, of address, email, uid, price, place, terms; empty: it may take bookings. */
create function private.site_lacks(c public.companies) returns text[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(fact order by nth), '{}') from (values
    (1, 'address', '' <> all (array[coalesce(btrim(c.street), ''), coalesce(btrim(c.postal_code), ''), coalesce(btrim(c.town), '')])),
    (2, 'email', c.email is not null),
    (3, 'uid', not c.vat_registered or coalesce(btrim(c.uid_number), '') <> ''),
    (4, 'price', exists (select from public.vehicles v
      join public.rates r on r.company_id = v.company_id and r.category_id = v.category_id and (r.vehicle_id is null or r.vehicle_id = v.id)
      where v.company_id = c.id and v.status <> 'retired')),
    (5, 'place', exists (select from public.locations l where l.company_id = c.id and l.active and (l.opening_hours <> '{}' or l.key_box)
      and l.street is not null and l.postal_code is not null and l.town is not null)),
    (6, 'terms', coalesce(btrim(c.terms ->> c.locale), '') <> '')
  ) as needed (nth, fact, is_there) where not is_there
$$;

/* Trigger: nobody books or waits on a site that lacks something. Raises 409 `booking_refused`, which tells no visitor what it is. */
create function private.require_open_site() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.companies c where c.id = new.company_id and private.site_lacks(c) <> '{}') then perform private.fail(409, 'booking_refused'); end if;
  return new;
end $$;
create trigger reservations_on_open_site before insert on public.reservations
  for each row when (new.source = 'site') execute function private.require_open_site();
