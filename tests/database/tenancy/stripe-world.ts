import type { TestDatabase } from '../support/database.ts'

/** What Stripe told of a company: a payment contested, a payout, and a movement that nobody can place. */
export async function hearFromStripe(database: TestDatabase, companyId: string): Promise<void> {
  await database.asPostgres(async (sql) => {
    const at = new Date().toISOString()
    const [payment] = await sql`
      select provider_intent as intent from public.payments where company_id = ${companyId} and provider_intent is not null and status = 'succeeded' limit 1`
    const dispute = { id: 'dp_1', status: 'needs_response', reason: 'fraudulent', amount_rappen: 100 }
    await sql`
      select public.record_dispute(${companyId}, ${payment?.intent}, ${sql.json({ ...dispute, currency: 'chf', withdrawn_rappen: 100, opened_at: at })})`
    const payout = { id: 'po_1', status: 'paid', amount_rappen: 100, currency: 'chf' }
    await sql`
      select public.record_payout(${companyId}, ${sql.json({ ...payout, arrives_on: at.slice(0, 10), paid_out_at: at })})`
    const movement = { id: 'txn_1', kind: 'stripe_fee', amount_rappen: -100, fee_rappen: 0, currency: 'chf' }
    await sql`
      select public.reconcile_stripe(${companyId}, ${sql.json([{ ...movement, moved_at: at }])}, now() - interval '1 day')`
  })
}
