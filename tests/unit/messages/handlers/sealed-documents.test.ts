import { createHash } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { PermanentFailure } from '@/lib/core/outbox'
import { pdf, reservationId, run, sendMail, worker } from './facts'

const sealed = createHash('sha256').update(pdf).digest('hex')

describe('a sealed document', () => {
  const payload = { kind: 'contract', record_id: reservationId }
  const facts = {
    contract_facts: {
      contract: { number: 'M-2026-00007', reservation_id: reservationId },
      company: { name: 'Alpenmobil AG', email: null, phone: null, accent_color: '#0f766e' },
      customer: { id: 'c', name: 'Anna Müller', email: 'anna@example.ch' },
    },
    document_facts: { locale: 'fr', storage_path: 'c/documents/x.pdf', sha256: sealed },
  }

  test('is attached as it was sealed', async () => {
    await run(worker(facts).ctx, 'mail.document', payload)
    const [mail] = vi.mocked(sendMail).mock.calls[0] ?? []
    expect(mail?.subject).toBe('Votre contrat de location M-2026-00007')
    expect(mail?.attachments?.[0]).toMatchObject({
      filename: 'M-2026-00007.pdf',
      contentType: 'application/pdf',
    })
    expect(mail?.attachments?.[0]?.content.equals(pdf)).toBe(true)
  })

  test('that has changed since is never sent', async () => {
    const changed = { ...facts, document_facts: { ...facts.document_facts, sha256: '0'.repeat(64) } }
    await expect(run(worker(changed).ctx, 'mail.document', payload)).rejects.toThrow(PermanentFailure)
    expect(sendMail).not.toHaveBeenCalled()
  })

  test('of an invoice says how much is to be paid, and by when', async () => {
    const said = async (paid_rappen: number) => {
      const invoice_facts = {
        invoice: {
          number: 'F-2026-00007',
          creditor: { name: 'Alpenmobil AG', email: null, phone: null },
          currency: 'CHF',
          total_rappen: 45_000,
          due_rappen: 45_000,
          paid_rappen,
          due_on: '2026-12-15',
        },
        accent_color: '#0f766e',
        slug: 'alpenmobil',
        pay_token: null,
        customer: facts.contract_facts.customer,
      }
      const document_facts = { ...facts.document_facts, locale: 'de' }
      await run(worker({ invoice_facts, document_facts }).ctx, 'mail.document', {
        kind: 'invoice',
        record_id: reservationId,
      })
      return vi.mocked(sendMail).mock.lastCall?.[0].text.replaceAll('\u00a0', ' ')
    }
    expect(await said(0)).toMatch(/Rechnungsbetrag: CHF 450\.00\nZahlbar bis: .*15\. ?(?:Dez|12)/)
    expect(await said(10_000)).toContain('Offen: CHF 350.00')
    expect(await said(45_000)).not.toContain('Zahlbar bis')
  })
})
