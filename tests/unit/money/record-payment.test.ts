import { expect, test } from 'vitest'
import type { CompanyContext } from '@/lib/core/context'
import { fieldProblems } from '@/lib/core/validation'
import { recordPayment } from '@/lib/money/commands'
import { NewPayment } from '@/lib/money/schema'

const payment = {
  invoiceId: '3f0f3a52-6a58-4a3f-9a0d-0d6f1d2f3a01',
  method: 'bank_transfer',
  amountRappen: '5000',
  receivedOn: '2026-11-21',
  idempotencyKey: '3f0f3a52-6a58-4a3f-9a0d-0d6f1d2f3a02',
}

test('what is no payment is told as an amount of money', () => {
  for (const amountRappen of ['0', '-500']) {
    const { error } = NewPayment.safeParse({ ...payment, amountRappen })
    expect(error && fieldProblems(error)).toMatchObject([{ field: 'amountRappen', key: 'amount_least' }])
  }
  expect(NewPayment.parse(payment).amountRappen).toBe(5000)
})

test('a day to come is told at the day, by the clock of the company', async () => {
  // Past midnight in Zurich while it is still the day before in Greenwich.
  const at = (instant: string) =>
    recordPayment(
      {
        now: () => new Date(instant),
        timeZone: 'Europe/Zurich',
        db: { rpc: async () => ({ error: { code: 'PT409', message: 'asked_the_database' } }) },
      } as unknown as CompanyContext,
      NewPayment.parse(payment),
    )
  await expect(at('2026-11-20T22:30:00Z')).rejects.toMatchObject({
    code: 'invalid_input',
    details: { problems: [{ field: 'receivedOn', key: 'received_in_future' }] },
  })
  await expect(at('2026-11-20T23:30:00Z')).rejects.toMatchObject({ code: 'asked_the_database' })
})
