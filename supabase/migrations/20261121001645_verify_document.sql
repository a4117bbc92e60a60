-- Is this paper genuine? Answered to anybody who holds it: by its hash, which nobody can guess, and with no more than stands on it.

/* A name as its first letters, four at most: 'Anna Maria Muster' → 'A. M. M.'. */
create function private.initials(p_name text) returns text
language sql immutable set search_path = '' as $$
  select string_agg(upper(left(word, 1)) || '.', ' ' order by place)
  from regexp_split_to_table(btrim(p_name), '\s+') with ordinality as words (word, place) where place <= 4
$$;

/* Who signed a handover and when, without their names. */
create function private.signers_of(p_company uuid, p_contract uuid, p_kind public.handover_kind) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('signer', s.signer, 'initials', private.initials(s.name), 'signed_at', s.signed_at) order by s.signer), '[]')
  from public.handovers h join public.signatures s on s.company_id = h.company_id and s.handover_id = h.id
  where h.company_id = p_company and h.contract_id = p_contract and h.kind = p_kind
$$;

/* Who signed an addendum and when, without the name. */
create function private.signer_of_addendum(p_company uuid, p_addendum uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_array(jsonb_build_object('signer', 'customer', 'initials', private.initials(a.name), 'signed_at', a.signed_at))
  from public.addenda a where a.company_id = p_company and a.id = p_addendum
$$;

create index documents_genuine on public.documents (sha256);
create index signatures_content on public.signatures (document_sha256);

/*
 * What a SHA-256 belongs to: a file we sealed (match 'file'), or the content that was signed at a handover and is printed on its papers (match 'content');
 * null when it is neither, or when p_slug names another company. {match, kind, number, company, time_zone, sealed_at, signatures: [{signer, initials, signed_at}]}.
 * A file counts only as long as the chain of evidence says the same of it.
 */
create function public.verify_document(p_sha256 text, p_slug text default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  with found as (
    select 'file' as match, d.company_id, d.kind, d.created_at as sealed_at, c.id as contract_id, coalesce(i.number, n.number, c.number) as number,
      case d.kind when 'contract' then 'pickup' when 'settlement' then 'return'
        when 'addendum' then (select a.id::text from public.addenda a where a.company_id = d.company_id and a.change_id = d.record_id) end as side
    from public.documents d
    left join public.contracts c on c.company_id = d.company_id and c.id = private.contract_of_document(d.company_id, d.record_id)
    left join public.invoices i on i.company_id = d.company_id and i.id = d.record_id
    left join public.credit_notes n on n.company_id = d.company_id and n.id = d.record_id
    where d.sha256 = p_sha256 and exists (select from public.evidence_entries e where e.company_id = d.company_id and e.subject_id = d.id
      and e.content_sha256 = private.evidence_content(d.company_id, 'document', d.id))
    union all
    select 'content', a.company_id, 'addendum', a.signed_at, a.contract_id, c.number, a.id::text
    from public.addenda a join public.contracts c on c.company_id = a.company_id and c.id = a.contract_id where a.content_sha256 = p_sha256
    union all
    select 'content', s.company_id, case h.kind when 'pickup' then 'contract' when 'return' then 'return' else 'exchange' end, min(s.signed_at), c.id, c.number, h.kind::text
    from public.signatures s
    join public.handovers h on h.company_id = s.company_id and h.id = s.handover_id
    join public.contracts c on c.company_id = h.company_id and c.id = h.contract_id
    where s.document_sha256 = p_sha256 group by s.company_id, h.kind, c.id, c.number
  )
  select jsonb_build_object('match', f.match, 'kind', f.kind, 'number', f.number, 'company', coalesce(co.legal_name, co.name), 'time_zone', co.time_zone,
    'sealed_at', f.sealed_at, 'signatures', case when f.side is null then '[]' when f.kind = 'addendum' then private.signer_of_addendum(f.company_id, f.side::uuid)
      else private.signers_of(f.company_id, f.contract_id, f.side::public.handover_kind) end)
  from found f join public.companies co on co.id = f.company_id
  where p_sha256 ~ '^[0-9a-f]{64}$' and (p_slug is null or co.slug = p_slug)
  order by f.match desc limit 1
$$;
grant execute on function public.verify_document(text, text) to anon, authenticated;
