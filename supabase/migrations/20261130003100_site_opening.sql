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
create trigger waiting_entries_on_open_site before insert on public.waiting_entries
  for each row when (new.source = 'site') execute function private.require_open_site();

/* What the booking site needs of a company: name, colours, contact, languages, locations, categories, equipment, extras; is_opening: it takes no bookings yet. Null when unknown. */
create or replace function public.site_company(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', c.id, 'slug', c.slug, 'name', c.name, 'legal_name', c.legal_name, 'locale', c.locale, 'currency', c.currency, 'time_zone', c.time_zone,
    'lines', c.lines, 'accent_color', c.accent_color, 'email', c.email, 'phone', c.phone, 'street', c.street, 'house_number', c.house_number,
    'postal_code', c.postal_code, 'town', c.town, 'uid_number', c.uid_number, 'terms', c.terms,
    'booking_deposit_percent', case when c.takes_cards then c.booking_deposit_percent else 0 end, 'hold_minutes', c.hold_minutes,
    'accepts_bookings', is_running and is_complete, 'is_opening', is_running and not is_complete,
    'typeface', c.typeface, 'colored_header', c.colored_header, 'headlines', c.headlines, 'leads', c.leads, 'abouts', c.abouts, 'pictures', private.pictures_of(c.id),
    'domain', case when c.domain_verified_at is not null then c.custom_domain end, 'widget_origins', c.widget_origins,
    'locations', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'street', l.street, 'house_number', l.house_number,
        'postal_code', l.postal_code, 'town', l.town, 'opening_hours', l.opening_hours) order by l.name)
      from public.locations l where l.company_id = c.id and l.active), '[]'),
    'categories', coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'names', k.names, 'body_type', k.body_type,
        'photo', (select private.model_photo(c.id, v.make, v.model) as photo from public.vehicles v
          where v.company_id = c.id and v.category_id = k.id and v.status <> 'retired'
            and exists (select from public.model_photos p where p.company_id = c.id and p.make = v.make and p.model = v.model)
          order by v.make, v.model, v.id limit 1)) order by k.position, k.import_name)
      from public.vehicle_categories k where k.company_id = c.id), '[]'),
    -- What drivers below an age pay more, a day; the site says so before anybody has told a birthday.
    'young_driver_fees', coalesce((select jsonb_agg(jsonb_build_object('below_age', f.below_age, 'amount_rappen', f.amount_rappen) order by f.below_age)
      from public.fees f where f.company_id = c.id and f.kind = 'young_driver' and f.amount_rappen > 0), '[]'),
    -- What of equipment the fleet has at all; more is not worth asking for.
    'equipment', coalesce((select jsonb_agg(distinct piece order by piece) from public.vehicles v cross join unnest(v.equipment) as piece
      where v.company_id = c.id and v.status <> 'retired'), '[]'),
    'extras', coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'code', e.code, 'names', e.names, 'charge', e.charge,
        'price_rappen', e.price_rappen, 'max_quantity', e.max_quantity, 'needs_approval', e.needs_approval) order by e.position, e.code)
      from public.extras e where e.company_id = c.id and e.active), '[]'))
  from public.companies c
  cross join lateral (select c.status not in ('suspended', 'canceled') as is_running, private.site_lacks(c) = '{}' as is_complete) as site
  where c.slug = lower(p_slug) and c.status <> 'canceled'
$$;

/*
 * Makes an offer to the first who waits and for whom something is free; their entry, null when there is nobody or the site on which it is taken up is not
 * open. For our own worker, which calls it until there is nobody: one offer a transaction, so that no two of them wait for each other.
 */
create or replace function public.serve_waiting_list(p_company_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_company public.companies;
  v_entry public.waiting_entries;
begin
  perform private.lock_waiting_list(p_company_id);
  select * into v_company from public.companies c where c.id = p_company_id and c.status not in ('suspended', 'canceled') and private.site_lacks(c) = '{}';
  if not found then return null; end if;
  for v_entry in
    select * from public.waiting_entries where company_id = p_company_id and status = 'waiting' and starts_at > now() + interval '5 minutes' order by created_at, id
  loop
    -- Somebody who may not book (blocked meanwhile, no price, plan used up) or was quicker keeps nobody else waiting.
    begin
      if private.offer_to(v_company, v_entry) then return v_entry.id; end if;
    exception when sqlstate 'PT404' or sqlstate 'PT409' or sqlstate 'PT422' then
    end;
  end loop;
  return null;
end $$;

/*
 * What a company that rents vehicles sets up before its first rental: [{step, is_done, missing, opens_site}] in a sensible order. missing: facts of the
 * company that are not there, of address, email, uid, iban; opens_site: the booking site waits for it. Once the first vehicle was handed over it holds only
 * what keeps the site closed. Null for others, and once all is done.
 */
create or replace function private.setup_steps(p_company uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  with steps (nth, step, is_done, missing, opens_site) as (
    select s.nth, s.step, s.is_done, case s.step when 'company' then to_jsonb(of_company) else '[]' end, s.lack && lacks
    from public.companies c
    cross join lateral private.site_lacks(c) as lacks
    cross join lateral (select array(select fact from unnest(lacks) as fact where fact in ('address', 'email', 'uid'))
      || case when c.iban is null then array['iban'] else '{}' end as of_company) as facts
    cross join lateral (values
      (1, 'fleet', exists (select from public.vehicles v where v.company_id = c.id), '{}'::text[]),
      (2, 'prices', exists (select from public.rates r where r.company_id = c.id) and not exists (
        select from public.vehicles v where v.company_id = c.id and v.status <> 'retired' and not exists (
          select from public.rates r where r.company_id = c.id and r.category_id = v.category_id and (r.vehicle_id is null or r.vehicle_id = v.id))), '{price}'),
      (3, 'company', of_company = '{}', '{address,email,uid}'),
      (4, 'places', exists (select from public.locations l where l.company_id = c.id and l.active) and not exists (
        select from public.locations l where l.company_id = c.id and l.active and (l.street is null or l.postal_code is null or l.town is null)), '{place}'),
      -- Those the sign-up made, as long as nobody has saved them.
      (5, 'extras', not exists (select from public.extras e where e.company_id = c.id and e.active and e.created_at = c.created_at and e.updated_at = e.created_at), '{}'),
      (6, 'terms', not 'terms' = any (lacks), '{terms}'),
      (7, 'cards', c.takes_cards, '{}'),
      (8, 'booking', exists (select from public.reservations r where r.company_id = c.id), '{}')
    ) as s (nth, step, is_done, lack)
    where c.id = p_company and 'rentals' = any (c.lines))
  select jsonb_agg(jsonb_build_object('step', step, 'is_done', is_done and not opens_site, 'missing', missing, 'opens_site', opens_site) order by nth) from steps
  where opens_site or not exists (select from public.contracts o where o.company_id = p_company and o.picked_up_at is not null)
  having not bool_and(is_done and not opens_site)
$$;
