import { describe, expect, test } from 'vitest'
import { STATUS_BY_CODE } from '@/lib/core/error-codes'
import { describeError } from '@/lib/core/error-messages'
import { AppError, fromPostgres, toAppError, toErrorBody } from '@/lib/core/errors'
import { LOCALES } from '@/lib/core/i18n/locales'
import { loadMessages } from '@/lib/core/i18n/messages'

describe('what the database raises', () => {
  test('our own codes keep their status and details', () => {
    const error = fromPostgres({ code: 'PT409', message: 'not_available', details: '{"alternatives":[1]}' })
    expect(error).toMatchObject({ code: 'not_available', status: 409, details: { alternatives: [1] } })
  })

  test('a code of a feature that is not in the table keeps the status it was raised with', () => {
    expect(fromPostgres({ code: 'PT422', message: 'driver_too_young' }).status).toBe(422)
  })

  test.each([
    ['23505', 'already_exists', 409],
    ['23P01', 'not_available', 409],
    ['42501', 'forbidden', 403],
    ['PGRST116', 'not_found', 404],
    ['57014', 'unavailable', 503],
  ])('%s is %s', (sqlstate, code, status) => {
    const details = 'Key (company_id, plate)=(1, ZH 1) already exists.'
    const error = fromPostgres({ code: sqlstate, message: 'duplicate key', details })
    expect(error).toMatchObject({ code, status, details: {} })
  })

  test.each([
    [
      '23514',
      'new row for relation "vehicles" violates check constraint "vehicles_insurance_policy_check"',
      undefined,
      'insurancePolicy',
      'invalid',
    ],
    [
      '23514',
      'new row for relation "vehicles" violates check constraint "vehicles_seats_check1"',
      undefined,
      'seats',
      'invalid',
    ],
    [
      '23502',
      'null value in column "town" of relation "locations" violates not-null constraint',
      undefined,
      'town',
      'required',
    ],
    ['PT422', 'invalid_input', '{"rule":"x_check","wrong":"postal_code"}', 'postalCode', 'invalid'],
    ['PT422', 'invalid_input', '{"rule":"make","missing":"make"}', 'make', 'required'],
  ])('%s %s is said at the field', (code, message, details, field, key) => {
    const error = fromPostgres({ code, message, ...(details && { details }) })
    expect(error).toMatchObject({ code: 'invalid_input', details: { problems: [{ field, key }] } })
  })

  test.each([
    ['23514', 'new row for relation "vehicles" violates check constraint "vehicles_retired"'],
    ['PT422', 'invalid_input'],
    ['PT422', 'no_rate'],
  ])('%s %s is about no single field', (code, message) => {
    expect(fromPostgres({ code, message, details: '{"rule":"x"}' }).details).not.toHaveProperty('problems')
  })

  test('what nobody foresaw is a fault that tells nothing', () => {
    const error = fromPostgres({ code: 'XX000', message: 'relation "private.secrets" …', details: '{"a":1}' })
    const body = JSON.stringify(toErrorBody(error, 'Something went wrong.', 'r-1'))
    expect(error.status).toBe(500)
    expect(body).not.toContain('secrets')
    expect(body).toContain('"requestId":"r-1"')
  })

  test('details that are no JSON object are dropped', () => {
    for (const details of ['[1]', '"x"', 'null', 'not json', null]) {
      expect(fromPostgres({ code: 'PT404', message: 'not_found', details }).details).toEqual({})
    }
  })
})

test('a database that cannot be reached is unavailable, not broken', () => {
  expect(toAppError(new TypeError('fetch failed')).code).toBe('unavailable')
  expect(toAppError('anything').code).toBe('internal')
})

describe.each(LOCALES)('in %s', (locale) => {
  test('every code has a sentence', async () => {
    const { errors } = await loadMessages(locale)
    expect(Object.keys(errors ?? {})).toEqual(expect.arrayContaining(Object.keys(STATUS_BY_CODE)))
  })

  test('wrong fields are named in words', async () => {
    const problems = [{ field: 'email', key: 'format_email', values: {} }]
    const described = await describeError(new AppError('invalid_input', { details: { problems } }), locale)
    expect(described.fields?.email).toMatch(/E-Mail|e-mail/)
  })

  test.each([
    ['automatic_only', /78/],
    ['too_young', /25/],
    ['held_too_short', /3/],
    ['category_missing', /C1/],
  ])(
    'who may not drive the other vehicle of an exchange is named, with the reason: %s',
    async (reason, said) => {
      const details = {
        driver: 'Zoé Muster',
        plate: 'ZH 431 254',
        reason,
        wanted: 'C1',
        years: 3,
        minimum_age: 25,
      }
      const { message } = await describeError(new AppError('driver_unfit', { details }), locale)
      expect(message).toMatch(/^Zoé Muster .*ZH 431 254/)
      expect(message).toMatch(said)
    },
  )

  test.each([
    ['slug_taken', 'slug'],
    ['done_in_future', 'doneOn'],
    ['invalid_period', 'endsAt'],
    ['period_in_past', 'startsAt'],
    ['end_in_past', 'endsAt'],
    ['season_overlap', 'startsOn'],
    ['promo_code_taken', 'code'],
    ['due_in_past', 'dueOn'],
    ['voucher_unknown', 'code'],
    ['currency_fixed', 'currency'],
    ['invoice_unknown', 'invoiceNumber'],
    ['invoice_settled', 'invoiceNumber'],
    ['voucher_void', 'code'],
    ['voucher_used_up', 'code'],
    ['voucher_expired', 'code'],
    ['odometer_backwards', 'odometerKm'],
  ])('what only the database knows to be wrong with one field stands there too: %s', async (code, field) => {
    const { message, fields } = await describeError(new AppError(code), locale)
    expect(fields).toEqual({ [field]: message })
  })

  test.each([
    'amount_exceeds_open',
    'refund_exceeds_payment',
    'capture_exceeds_deposit',
    'credit_exceeds_invoice',
    'cash_needs_five_rappen',
    'cash_exceeds_till',
    'credit_exceeded',
  ])('what is wrong with an amount stands at its field: %s', async (code) => {
    const { message, fields } = await describeError(new AppError(code, { status: 422 }), locale)
    expect(fields).toEqual({ amountRappen: message })
  })

  test('days in a sentence are written as they are here', async () => {
    const { message } = await describeError(
      new AppError('reminder_too_early', { status: 409, details: { from: '2026-12-07' } }),
      locale,
    )
    expect(message).toContain(locale === 'de' ? '07.12.2026' : '7 Dec 2026')
  })

  test('numbers in a sentence are written as they are here', async () => {
    const { message } = await describeError(
      new AppError('bank_file_too_many', { details: { most: 20_000 } }),
      locale,
    )
    expect(message).toContain(locale === 'de' ? "20'000" : '20,000')
  })

  test('a code without a sentence of its own still says something', async () => {
    const { message } = await describeError(new AppError('some_new_code', { status: 409 }), locale)
    expect(message).not.toContain('some_new_code')
  })
})
