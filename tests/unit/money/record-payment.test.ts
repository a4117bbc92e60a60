import { expect, test } from 'vitest'
import type { z } from 'zod'
import { DepositEnd } from '@/lib/contracts/schema'
import type { CompanyContext } from '@/lib/core/context'
import { fieldProblems } from '@/lib/core/validation'
import { NewCashEntry } from '@/lib/money/cash/schema'
import { recordPayment } from '@/lib/money/commands'
import { NewPayment } from '@/lib/money/schema'
import { NewVoucher } from '@/lib/money/vouchers/schema'

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

test.each([
  ['', 'required', {}],
  ['NaN', 'amount', {}],
  ['Infinity', 'amount', {}],
  ['0.005', 'amount', {}],
  // Numbers to JavaScript: one rappen, five, a hundred thousand and sixteen.
  ['1.000', 'amount', {}],
  ['5.', 'amount', {}],
  ['1e5', 'amount', {}],
  ['0x10', 'amount', {}],
  ['EUR 12.00', 'amount', {}],
  ['0', 'amount_least', { limit: '0.01' }],
  ['-1', 'amount_least', { limit: '0.01' }],
  ['100000000000', 'amount_most', { limit: "999'999'999.99" }],
])('%j is no payment, and its field says why', (amountRappen, key, values) => {
  const { error } = NewPayment.safeParse({ ...payment, amountRappen }, { reportInput: true })
  expect(error && fieldProblems(error)).toEqual([{ field: 'amountRappen', key, values }])
})

test('a voucher is sold without a last day and without a note, as its form sends them', () => {
  const voucher = {
    method: 'cash',
    locale: 'de',
    amountRappen: '5000',
    idempotencyKey: payment.idempotencyKey,
  }
  expect(NewVoucher.parse({ ...voucher, expiresOn: '', note: '' })).toMatchObject({
    amountRappen: 5_000,
    expiresOn: null,
    note: null,
  })
})

test('limits are told as amounts of money, not as rappen', () => {
  const problemOf = (schema: z.ZodType, input: object) => {
    const { error } = schema.safeParse(input, { reportInput: true })
    return error && fieldProblems(error).find(({ field }) => field.endsWith('Rappen'))
  }
  const key = payment.idempotencyKey
  expect(problemOf(NewVoucher, { method: 'cash', amountRappen: '50', idempotencyKey: key })).toMatchObject({
    key: 'amount_least',
    values: { limit: '1.00' },
  })
  expect(
    problemOf(NewCashEntry, {
      locationId: key,
      move: 'expense',
      amountRappen: '100000001',
      reason: 'x',
      idempotencyKey: key,
    }),
  ).toMatchObject({ key: 'amount_most', values: { limit: "1'000'000.00" } })
  expect(problemOf(DepositEnd, { depositId: key, amountRappen: '-1' })).toMatchObject({
    key: 'amount_least',
    values: { limit: '0.00' },
  })
})
