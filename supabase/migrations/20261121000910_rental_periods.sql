-- How long a rental is, and how long one may be.

/*
 * Started rental days: how often the wall clock must come round to the hour of pickup before the vehicle is back. A clock change never
 * adds or loses a day. Counted by instants, not by the difference of two wall clocks, which runs backwards in the hour that is repeated.
 */
create function private.rental_days(p_starts timestamptz, p_ends timestamptz, p_time_zone text) returns int
language plpgsql immutable set search_path = '' as $$
declare
  v_days int := greatest(1, ceil(extract(epoch from p_ends - p_starts) / 86400)::int - 1);
begin
  while ((p_starts at time zone p_time_zone) + make_interval(days => v_days)) at time zone p_time_zone < p_ends loop
    v_days := v_days + 1;
  end loop;
  return v_days;
end $$;

/* A period one may ask a price for: 366 days at most, not further away than the business plans. Raises 422 `invalid_period`. */
create function private.check_period(p_starts timestamptz, p_ends timestamptz) returns void
language plpgsql stable set search_path = '' as $$
begin
  if (p_starts > now() - interval '2 years' and p_ends < now() + interval '3 years'
      and p_ends > p_starts and p_ends <= p_starts + interval '366 days') is not true then
    perform private.fail(422, 'invalid_period');
  end if;
end $$;
