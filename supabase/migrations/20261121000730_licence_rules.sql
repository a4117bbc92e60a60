-- What a vehicle demands of whoever drives it.
alter table public.vehicle_categories
  add column licence_category      text not null default 'B'
    check (licence_category in ('A', 'A1', 'B', 'BE', 'C', 'C1', 'CE', 'C1E', 'D', 'D1', 'DE', 'D1E', 'F', 'G', 'M')),
  add column minimum_licence_years int not null default 0 check (minimum_licence_years between 0 and 20);
alter table public.vehicles add column gross_weight_kg int check (gross_weight_kg between 100 and 60000);
comment on column public.vehicles.gross_weight_kg is 'Permissible total weight of the registration (33); category B ends at 3500 kg and at eight seats beside the driver''s.';
grant update (licence_category, minimum_licence_years) on public.vehicle_categories to authenticated;
grant update (gross_weight_kg) on public.vehicles to authenticated;

/*
 * What must never be false of a driver: old enough on the day of pickup, and the licence good to the end of the rental.
 * Unknown days pass; the pickup demands them. Raises 422 `driver_too_young` · `licence_expired`.
 */
create function private.check_driver(p_company uuid, p_birth_date date, p_licence_expires_on date, p_minimum_age int, p_starts timestamptz, p_ends timestamptz) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  v_zone text := (select time_zone from public.companies where id = p_company);
begin
  if p_licence_expires_on < (p_ends at time zone v_zone)::date then
    perform private.fail(422, 'licence_expired', jsonb_build_object('expires_on', p_licence_expires_on));
  end if;
  if p_birth_date > (p_starts at time zone v_zone)::date - make_interval(years => p_minimum_age) then
    perform private.fail(422, 'driver_too_young', jsonb_build_object('minimum_age', p_minimum_age));
  end if;
end $$;
