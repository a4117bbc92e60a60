-- The account at Stripe that a company is paid through: begun by its owner, and ready once Stripe says so.

/* Keeps through which account a company is paid; the first one stays, and takes nothing until Stripe has said that it may. Answers which one it is. */
create function public.keep_stripe_account(p_company_id uuid, p_account text) returns text
language sql security definer set search_path = '' as $$
  update public.companies set stripe_account_id = coalesce(stripe_account_id, p_account)
  where id = p_company_id returning stripe_account_id
$$;

/*
 * Notes what Stripe says of an account, whether it takes payments and its standing as in companies.stripe_standing; answers whose it is, null for nobody's.
 * Safe to repeat, and in any order: of two who asked at the same time, the page that was come back to and an event, the answer to the later question stays.
 */
create function public.note_stripe_account(p_account text, p_takes_cards boolean, p_standing jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  update public.companies set takes_cards = p_takes_cards, stripe_standing = p_standing
  where stripe_account_id = p_account and (takes_cards, stripe_standing - 'asked_at') is distinct from (p_takes_cards, p_standing - 'asked_at')
    and coalesce((stripe_standing ->> 'asked_at')::timestamptz, '-infinity') <= coalesce((p_standing ->> 'asked_at')::timestamptz, 'infinity');
  return (select id from public.companies where stripe_account_id = p_account);
end $$;
grant execute on function public.keep_stripe_account(uuid, text), public.note_stripe_account(text, boolean, jsonb) to service_role;
