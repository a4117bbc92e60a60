import postgres from 'postgres'

/** An invoice that its customer could pay at their bank. */
export interface OpenInvoice {
  company: string
  iban: string
  currency: string
  number: string
  reference: string
  customer: string
  openRappen: number
}

/** What every company's bank could hear of: unpaid invoices with a reference, the oldest first. */
export async function openInvoices(databaseUrl: string): Promise<OpenInvoice[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined })
  try {
    return await sql<OpenInvoice[]>`
      select c.name as company, i.creditor ->> 'iban' as iban, i.currency, i.number, i.reference, i.debtor ->> 'name' as customer,
        (i.due_rappen - i.paid_rappen)::float8 as "openRappen"
      from public.invoices i join public.companies c on c.id = i.company_id
      where i.status in ('open', 'partially_paid', 'overdue') and i.reference is not null and i.due_rappen > i.paid_rappen
      order by c.name, i.issued_on, i.number limit 500`
  } finally {
    await sql.end()
  }
}
