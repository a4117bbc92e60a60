-- VAT by the date of a service.

/* VAT contained in a gross amount, half-up to the rappen. */
create function private.vat_in(p_gross_rappen bigint, p_rate_bp int) returns bigint
language plpgsql immutable set search_path = '' as $$ begin return round(p_gross_rappen::numeric * p_rate_bp / (10000 + p_rate_bp)); end $$;

/* The company's VAT rate for a service ending on p_on, in basis points; 0 when it has no VAT duty. */
create function private.vat_rate(p_company uuid, p_on date) returns int
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((
    select r.rate_bp from public.companies c join public.vat_rates r on r.country = c.country
    where c.id = p_company and c.vat_registered and r.valid_from <= p_on
    order by r.valid_from desc limit 1), 0);
end $$;

/* VAT summary of priced lines: per rate, gross, net and VAT, computed on the sum of the rate group. */
create function private.vat_groups(p_lines jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('rate_bp', rate_bp, 'gross_rappen', gross,
    'vat_rappen', private.vat_in(gross, rate_bp), 'net_rappen', gross - private.vat_in(gross, rate_bp)) order by rate_bp desc), '[]')
  from (select (l ->> 'vat_bp')::int as rate_bp, sum((l ->> 'amount_rappen')::bigint)::bigint as gross
        from jsonb_array_elements(p_lines) as l group by 1) as groups
  where rate_bp > 0
$$;
