import type { Sql } from './database.ts'
import type { RentalCompany } from './fleet.ts'
import { readRefusal } from './refusals.ts'

type Simple =
  | 'pay'
  | 'charge'
  | 'refund'
  | 'bounce'
  | 'credit'
  | 'creditLine'
  | 'void'
  | 'fee'
  | 'import'
  | 'assign'
  | 'keep'
  | 'spend'
  | 'payOut'
  | 'cash'
  | 'capture'
  | 'contest'
  | 'tip'

/** Something that moves money; `nth` counts invoices, payments or customers from the latest. */
export type MoneyCommand =
  | { does: 'invoice'; nth: number; lines: { rappen: number; vatBp: number }[] }
  | { does: Simple; nth: number; rappen: number }

/** Moves money within one transaction, as the owner, the visitor or our worker would; what is refused changes nothing. */
export class MoneySequence {
  private files = 0

  constructor(
    private readonly sql: Sql,
    private readonly company: RentalCompany,
    private readonly customers: string[],
    private readonly name: string,
  ) {}

  /** Whether it was done; false when the database refused it with a reason. */
  async apply(command: MoneyCommand): Promise<boolean> {
    try {
      await this.sql.savepoint(async (sql) => {
        await this.act(sql as unknown as Sql, command)
        // What is only checked at the end belongs to each command.
        await sql`set constraints all immediate`
        await sql`set constraints all deferred`
      })
      return true
    } catch (thrown) {
      if (thrown instanceof Missing) return false
      const refusal = readRefusal(thrown)
      if (!refusal || refusal.status >= 500) throw thrown
      return false
    }
  }

  private async act(sql: Sql, command: MoneyCommand): Promise<void> {
    if (command.does === 'invoice') return this.invoice(sql, command)
    const { does, nth, rappen } = command
    const key = crypto.randomUUID()
    const invoice = () => this.nth(sql, 'invoices', nth)
    const customer = this.customers[nth % this.customers.length] ?? ''
    switch (does) {
      case 'pay': {
        const method = rappen % 5 === 0 ? 'cash' : 'bank_transfer'
        await sql`select public.record_payment(${await invoice()}, ${method}::public.payment_method, ${rappen}, p_idempotency_key => ${key})`
        return
      }
      case 'charge':
        return this.charge(sql, await invoice(), rappen)
      case 'refund': {
        const payment = await this.nth(sql, 'payments', nth)
        await sql`select public.refund_payment(${payment}, least(${rappen}, (select amount_rappen - refunded_rappen from public.payments where id = ${payment})), 'Zufall')`
        return
      }
      case 'bounce': {
        const refund = await this.nth(sql, 'refunds', nth)
        await this.as(sql, 'service_role', () =>
          sql`select public.complete_refund(${this.company.companyId}, ${refund}, ${`re_${refund}`}, ${rappen % 2 ? 'failed' : 'succeeded'})`.then(
            () => undefined,
          ),
        )
        return
      }
      case 'credit':
        await sql`select public.credit_invoice(${await invoice()}, ${rappen}, 'Zufall', ${key})`
        return
      case 'creditLine': {
        const id = await invoice()
        await sql`select public.credit_invoice_lines(${id}, array(select id from public.invoice_lines where invoice_id = ${id} order by position limit 1), 'Zufall', ${key})`
        return
      }
      case 'void': {
        const id = await invoice()
        await sql`select public.credit_invoice(${id}, (select total_rappen - credited_rappen from public.invoices where id = ${id}), 'Zufall', ${key})`
        return
      }
      case 'fee': {
        const id = await invoice()
        await this.as(sql, 'postgres', () =>
          sql`select private.send_reminder(i, (select coalesce(max(level), 1) + 1 from public.invoice_reminders where invoice_id = i.id))
            from public.invoices i where i.id = ${id} and private.open_amount(i) > 0`.then(() => undefined),
        )
        return
      }
      case 'import':
        return this.import(sql, nth, rappen)
      case 'assign':
        await sql`select public.assign_bank_entry(${await this.nth(sql, 'bank_entries', nth)}, ${await invoice()})`
        return
      case 'keep':
        await sql`select public.credit_bank_entry(${await this.nth(sql, 'bank_entries', nth)}, ${customer})`
        return
      case 'spend':
        await sql`select public.apply_customer_credit(${await invoice()}, ${rappen}, ${key})`
        return
      case 'payOut':
        await sql`select public.pay_out_customer_credit(${customer}, 'bank_transfer', ${rappen}, ${key})`
        return
      case 'cash':
        await sql`select public.record_cash_entry((select id from public.locations limit 1), ${rappen % 2 ? 'transfer' : 'expense'}, ${rappen % 2 ? rappen * 5 : -rappen}, 'Zufall', ${key})`
        return
      case 'capture':
        return this.capture(sql, await this.nth(sql, 'deposits', nth), rappen)
      case 'contest':
        return this.contest(sql, await this.nth(sql, 'payments', nth), rappen)
      case 'tip':
        return this.tip(sql, await invoice(), rappen)
    }
  }

  /** A tip on the page of an invoice that is paid; Stripe says so twice. */
  private async tip(sql: Sql, invoice: string, rappen: number): Promise<void> {
    const { slug, companyId } = this.company
    const [row] =
      await sql`select public.begin_tip(${slug}, public.invoice_pay_token(${invoice}), ${rappen}) as it`
    const id = row?.it.payment_id as string
    await this.as(sql, 'service_role', async () => {
      for (let delivery = 0; delivery < 2; delivery += 1)
        await sql`select public.settle_payment(${companyId}, ${id}, 'cs_1', ${`pi_${id}`}, ${rappen}, 'chf')`
    })
  }

  /** What is kept of a security deposit; Stripe answers for a card, twice, and now and then that the hold was gone. */
  private async capture(sql: Sql, deposit: string, rappen: number): Promise<void> {
    await sql`select public.resolve_deposit(${deposit}, ${rappen % 4 === 0 ? 0 : rappen})`
    const [row] =
      await sql`select method, captured_rappen::int as captured from public.deposits where id = ${deposit}`
    if (row?.method !== 'card') return
    const taken = rappen % 7 === 0 ? null : (row.captured as number)
    await this.as(sql, 'service_role', async () => {
      for (let answer = 0; answer < 2; answer += 1)
        await sql`select public.settle_deposit_capture(${this.company.companyId}, ${deposit}, ${taken}, 'Zufall')`
    })
  }

  /** The cardholder contests a payment and the bank decides, or has not yet; Stripe tells the opening after the end as well. */
  private async contest(sql: Sql, payment: string, rappen: number): Promise<void> {
    const [row] = await sql`
      select provider_intent, (amount_rappen - refunded_rappen)::int as left from public.payments where id = ${payment} and status <> 'refunded'`
    if (!row?.provider_intent) throw new Missing()
    const amount = Math.min(rappen, row.left)
    const ends = ['needs_response', 'won', 'lost'][rappen % 3] ?? ''
    await this.as(sql, 'service_role', async () => {
      for (const status of ['needs_response', ends, 'needs_response']) {
        const dispute = {
          id: `dp_${payment}`,
          status,
          reason: 'fraudulent',
          amount_rappen: amount,
          currency: 'chf',
          withdrawn_rappen: status === 'won' ? 0 : amount,
          fee_rappen: 2_000,
          opened_at: '2026-11-20T12:00:00Z',
        }
        await sql`select public.record_dispute(${this.company.companyId}, ${row.provider_intent}, ${sql.json(dispute)})`
      }
    })
  }

  private async invoice(sql: Sql, { nth, lines }: Extract<MoneyCommand, { does: 'invoice' }>): Promise<void> {
    const rows = lines.map(({ rappen, vatBp }) => ({
      text: 'Ware',
      quantity: 1,
      unit_rappen: rappen,
      vat_bp: vatBp,
    }))
    const [draft] = await sql`
      select public.save_invoice_draft(${this.customers[nth] ?? ''}, ${sql.json({ lines: rows })}) as id`
    await sql`select public.issue_invoice_draft(${draft?.id})`
  }

  /** The customer pays by card on the private link, sometimes while a transfer comes in as well, and Stripe says so twice. */
  private async charge(sql: Sql, invoice: string, rappen: number): Promise<void> {
    const { slug, companyId } = this.company
    const [row] =
      await sql`select public.begin_card_payment(${slug}, public.invoice_pay_token(${invoice})) as it`
    const { payment_id: id, amount_rappen: amount } = (row?.it ?? { payment_id: '', amount_rappen: 0 }) as {
      payment_id: string
      amount_rappen: number
    }
    if (rappen % 3 === 0)
      await sql`select public.record_payment(${invoice}, 'bank_transfer', least(${rappen}, ${amount}))`
    await this.as(sql, 'service_role', async () => {
      for (let delivery = 0; delivery < 2; delivery += 1)
        await sql`select public.settle_payment(${companyId}, ${id}, 'cs_1', ${`pi_${id}`}, ${amount}, 'chf')`
    })
  }

  /** A file of two payments: one with an invoice's reference, one without; read twice. */
  private async import(sql: Sql, nth: number, rappen: number): Promise<void> {
    const id = await this.nth(sql, 'invoices', nth)
    const [row] = await sql`select reference from public.invoices where id = ${id}`
    const digits = `${this.name.replaceAll('-', '')}${String(this.files++).padStart(32, '0')}`
    const file = { file_name: 'camt.xml', sha256: digits.slice(0, 64), format: 'camt.054.001.08' }
    const entries = [row?.reference as string | null, null].map((reference, place) => ({
      key: `${digits}-${place}`,
      amount_rappen: rappen + place,
      currency: 'CHF',
      booked_on: '2026-11-20',
      reference,
    }))
    for (let reading = 0; reading < 2; reading += 1)
      await sql`select public.import_bank_file(${sql.json(file)}, ${sql.json(entries)})`
  }

  private async nth(sql: Sql, table: string, nth: number): Promise<string> {
    const own = `from public.${table} where company_id = '${this.company.companyId}'`
    const [row] = await sql.unsafe(
      `select id ${own} order by created_at desc, id offset ${nth} % greatest((select count(*) ${own}), 1) limit 1`,
    )
    if (!row) throw new Missing()
    return row.id as string
  }

  private async as(sql: Sql, role: string, work: () => Promise<void>): Promise<void> {
    await sql`select set_config('role', ${role}, true)`
    await work()
    await sql`select set_config('role', 'authenticated', true)`
  }

  /** Everything that is wrong with the books now; empty when they are right. */
  async faults(): Promise<string[]> {
    await this.sql`select set_config('role', 'postgres', true)`
    const rows = await this.sql`
      with own as (select * from public.ledger_entries where company_id = ${this.company.companyId}),
        balance as (select account, sum(amount_rappen) as rappen from own group by account),
        of_account as (select coalesce(sum(rappen) filter (where account = 'receivables'), 0) as receivables,
          -coalesce(sum(rappen) filter (where account = 'customer_credits'), 0) as credits,
          -coalesce(sum(rappen) filter (where account = 'unallocated_receipts'), 0) as unallocated,
          -coalesce(sum(rappen) filter (where account = 'vat_due'), 0) as vat, -coalesce(sum(rappen) filter (where account = 'deposits_held'), 0) as deposits,
          coalesce(sum(rappen) filter (where account = 'disputes'), 0) as contested,
          -coalesce(sum(rappen) filter (where account = 'tips'), 0) as tips, coalesce(sum(rappen), 0) as all from balance),
        invoices as (select * from public.invoices where company_id = ${this.company.companyId})
      select 'the trial balance is not 0' as fault from of_account where "all" <> 0
      union all select 'a voucher is not 0' from own group by transaction_id having sum(amount_rappen) <> 0
      union all select 'receivables are not what invoices leave open' from of_account
        where receivables <> (select coalesce(sum(due_rappen - paid_rappen) filter (where status <> 'void'), 0) from invoices)
      union all select 'balances of customers are not the ledger’s' from of_account
        where credits <> (select coalesce(sum(amount_rappen), 0) from public.customer_credits where company_id = ${this.company.companyId})
      union all select 'a customer’s balance is below 0' from public.customer_credits where company_id = ${this.company.companyId} group by customer_id having sum(amount_rappen) < 0
      union all select 'what waits is not what the bank’s entries leave' from of_account
        where unallocated <> (select coalesce(sum(amount_rappen - settled_rappen), 0) from public.bank_entries where company_id = ${this.company.companyId} and status = 'open')
      union all select 'deposits in the till are not the ledger’s' from of_account
        where deposits <> (select coalesce(sum(amount_rappen), 0) from public.deposits where company_id = ${this.company.companyId} and method = 'cash' and status = 'held')
      union all select 'what is contested is not the ledger’s' from of_account
        where contested <> (select coalesce(sum(amount_rappen), 0) from public.disputes where company_id = ${this.company.companyId} and status = 'needs_response')
      union all select 'tips are not what was given and not taken back' from of_account
        where tips <> (select coalesce(sum(amount_rappen - refunded_rappen), 0) from public.payments
          where company_id = ${this.company.companyId} and purpose = 'tip' and status not in ('pending', 'failed'))
      union all select 'more is kept than was held' from public.deposits where company_id = ${this.company.companyId} and captured_rappen > amount_rappen
      union all select 'more went back than came in' from public.payments p where p.company_id = ${this.company.companyId}
        and p.amount_rappen < (select coalesce(sum(r.amount_rappen), 0) from public.refunds r where r.company_id = p.company_id and r.payment_id = p.id and r.status <> 'failed')
      union all select 'more is credited than charged' from invoices where credited_rappen > total_rappen
      union all select 'VAT is given back that was never charged' from of_account where vat < -5
      union all select 'an invoice is ' || status || ' with ' || paid_rappen || ' of ' || due_rappen || ', credited ' || credited_rappen || ' of ' || total_rappen
        from invoices where status::text <> case when credited_rappen = total_rappen and paid_rappen = 0 then 'void'
          when paid_rappen >= due_rappen then 'paid' when paid_rappen > 0 then 'partially_paid' else 'open' end`
    return rows.map(({ fault }) => String(fault))
  }
}

class Missing extends Error {}
