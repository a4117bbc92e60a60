-- Whom one looks for on the timeline and does not see: what is booked outside the stretch of time that is shown.

/*
 * Rentals that are what somebody types, by number or name, and lie before p_from or after p_to: {count, nearest: [{number, customer, starts_at}]}, the nearest
 * first, five at most. Each word begins one of the record's, and what was typed stands in number or name as it is, as the timeline narrows its lines.
 * Raises 403 `forbidden`, 422 `invalid_period`.
 */
create function public.find_beyond(p_query text, p_from timestamptz, p_to timestamptz) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_company uuid := private.authorize('reservations.see');
  v_plain text := private.plain_words(left(p_query, 100));
  v_compact text := replace(v_plain, ' ', '');
  v_answer jsonb;
begin
  if (p_to > p_from) is not true then perform private.fail(422, 'invalid_period'); end if;
  -- One letter means nothing yet.
  if (length(v_compact) >= 2) is not true then return '{"count": 0, "nearest": []}'; end if;
  execute format($q$
    with hits as materialized (
      select record_id from private.search_index where company_id = $1 and kind = 'reservation' and (%s) limit 1000
    ), beyond as (
      select r.number, k.name, r.starts_at, row_number() over (order by greatest(r.starts_at - $3, $2 - r.ends_at), r.number) as nth
      from hits h
      join public.reservations r on r.company_id = $1 and r.id = h.record_id
      join public.customers k on k.company_id = $1 and k.id = r.customer_id
      where (r.ends_at <= $2 or r.starts_at >= $3)
        and (r.status in ('confirmed', 'converted') or r.status = 'pending' and exists (select from public.allocations a
          where a.company_id = $1 and a.source_id = r.id and a.active and (a.expires_at is null or a.expires_at > now())))
        and replace(private.plain_words(k.name || ' ' || r.number), ' ', '') like '%%' || $4 || '%%'
    )
    select jsonb_build_object('count', count(*), 'nearest', coalesce(jsonb_agg(jsonb_build_object('number', number, 'customer', name,
      'starts_at', starts_at) order by nth) filter (where nth <= 5), '[]'))
    from beyond$q$, private.search_conditions(v_company, (string_to_array(v_plain, ' '))[1:5], false))
  into v_answer using v_company, p_from, p_to, v_compact;
  return v_answer;
end $$;
grant execute on function public.find_beyond(text, timestamptz, timestamptz) to authenticated;
