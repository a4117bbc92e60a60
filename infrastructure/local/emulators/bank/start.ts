import { escapeHtml, htmlResponse, page } from '../server/html.ts'
import { listen, stop } from '../server/http.ts'
import { type Call, dispatch, route } from '../server/router.ts'
import { type CamtPayment, writeCamt } from './camt.ts'
import { type OpenInvoice, openInvoices } from './open-invoices.ts'

export interface BankOptions {
  port: number
  /** Where unpaid invoices are read from, as the customers' bills say them. */
  databaseUrl: string
  log(line: string): void
}

/** Starts the bank: a page with the unpaid invoices of each company, and files as if their customers had paid. */
export async function startBank({
  port,
  databaseUrl,
  log,
}: BankOptions): Promise<{ url: string; close(): Promise<void> }> {
  const routes = [
    route('GET', '/', async () => htmlResponse(overview(await openInvoices(databaseUrl)))),
    route('GET', '/camt.054.xml', async ({ query }) => {
      const invoices = (await openInvoices(databaseUrl)).filter(
        ({ company, number }) =>
          company === query.get('company') && [null, number].includes(query.get('number')),
      )
      const [first] = invoices
      if (!first) return htmlResponse(overview([]), 404)
      return file(first, query.has('mixed') ? mixed(invoices) : invoices.map(exact))
    }),
  ]
  const answer = async (call: Call) =>
    (await dispatch(routes, call)) ?? new Response('Not found', { status: 404 })
  const server = await listen(port, answer, log)
  return { url: `http://localhost:${port}`, close: () => stop(server) }
}

const exact = ({ openRappen, reference, customer }: OpenInvoice): CamtPayment => ({
  amountRappen: openRappen,
  reference,
  debtorName: customer,
})

/** As it happens: the first pays a part, the second too much, the third twice, the fourth without its reference; a stranger pays as well. */
function mixed(invoices: OpenInvoice[]): CamtPayment[] {
  const payments = invoices.map(exact)
  const [part, much, double, bare] = payments
  if (part) part.amountRappen = Math.max(1, Math.floor(part.amountRappen / 2))
  if (much) much.amountRappen += 2_000
  if (bare) Object.assign(bare, { reference: null, message: `Rechnung ${invoices[3]?.number}` })
  return [
    ...payments,
    ...(double ? [{ ...double }] : []),
    { amountRappen: 4_950, debtorName: 'Fitness Seefeld AG', message: 'Abo Dezember' },
  ]
}

function file({ iban, currency }: OpenInvoice, payments: CamtPayment[]): Response {
  const now = new Date()
  const messageId = `C54-${now.toISOString().replace(/\D/g, '').slice(0, 17)}`
  const bookedOn = now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Zurich' })
  const xml = writeCamt({ kind: '054', version: '08', iban, currency, bookedOn, messageId, payments })
  return new Response(xml, {
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename="camt.054_${messageId}.xml"`,
    },
  })
}

function overview(invoices: OpenInvoice[]): string {
  const companies = [...Map.groupBy(invoices, ({ company }) => company)]
  const body = `
<h1>Bank</h1>
<p class="soft">Unpaid invoices, and files as the bank writes them once they are paid (camt.054). Drop a file on “Bank reconciliation” in the dashboard.</p>
${companies.map(([company, open]) => section(company, open)).join('') || '<p class="card">No unpaid invoices.</p>'}`
  return page({ title: 'Bank', body, width: 44 })
}

function section(company: string, invoices: OpenInvoice[]): string {
  const address = (more: Record<string, string>) =>
    escapeHtml(`/camt.054.xml?${new URLSearchParams({ company, ...more })}`)
  const rows = invoices.map(
    ({
      number,
      customer,
      currency,
      openRappen,
    }) => `<tr><td>${escapeHtml(number)}</td><td>${escapeHtml(customer)}</td>
<td style="text-align:right">${currency} ${(openRappen / 100).toFixed(2)}</td><td><a href="${address({ number })}">paid</a></td></tr>`,
  )
  return `<section class="card"><h2>${escapeHtml(company)}</h2>
<a class="button" href="${address({})}">Everybody has paid</a>
<a class="button plain" href="${address({ mixed: '1' })}">As it happens: a part, too much, twice, without reference, a stranger</a>
<table><thead><tr><th>Invoice</th><th>Customer</th><th>Open</th><th>File</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`
}
