import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/lib/core/errors'
import { inputOf } from '@/lib/core/form-data'
import { parseInput } from '@/lib/core/validation'

const Schema = z.object({
  name: z.string().min(1),
  age: z.coerce.number().max(120),
  slug: z.string().regex(/^[a-z]+$/, 'slug'),
})

function problemsOf(input: unknown): Record<string, string> {
  try {
    parseInput(Schema, input)
    return {}
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const problems = error.details.problems as { field: string; key: string }[]
    return Object.fromEntries(problems.map(({ field, key }) => [field, key]))
  }
}

test('each field names its first problem', () => {
  expect(problemsOf({ name: '', age: 130, slug: 'A' })).toEqual({
    name: 'required',
    age: 'too_big_number',
    slug: 'slug',
  })
  expect(problemsOf({ age: 1, slug: 'a' })).toEqual({ name: 'required' })
})

test('what is missing is missing, whatever it should have been', () => {
  const Form = z.object({
    day: z.iso.date(),
    email: z.email('format_email'),
    slug: z.string().regex(/^x$/, 'slug'),
  })
  try {
    parseInput(Form, { day: '', email: '', slug: '' })
  } catch (error) {
    const { problems } = (error as AppError).details as { problems: { key: string }[] }
    expect(problems.map(({ key }) => key)).toEqual(['required', 'required', 'required'])
  }
  expect.assertions(1)
})

test('a number is told what it should be: a number, a whole one, and within which limits', () => {
  const Numbers = z.object({ seats: z.coerce.number('type').int().min(1).max(60), at: z.iso.datetime() })
  const problems = (seats: unknown, at = '2026-11-29T08:00:00Z') => {
    try {
      parseInput(Numbers, { seats, at })
      return []
    } catch (error) {
      const { details } = error as AppError
      return (details.problems as { key: string; values: object }[]).map(({ key, values }) => ({
        key,
        ...values,
      }))
    }
  }
  expect(problems('many')).toEqual([{ key: 'number' }])
  expect(problems('1.5')).toEqual([{ key: 'whole_number' }])
  expect(problems('99999999999999999999')).toEqual([{ key: 'too_big_number', limit: 60 }])
  expect(problems('-99999999999999999999')).toEqual([{ key: 'too_small_number', limit: 1 }])
  expect(problems('4', '9999-12-31T25:00')).toEqual([{ key: 'format_datetime' }])
})

describe('what Postgres cannot store is refused here', () => {
  test.each(['a\0b', '\ud800', 'x\udc00y'])('%j', (name) => {
    expect(problemsOf({ name, age: 1, slug: 'a' })).toEqual({ name: 'characters' })
  })
})

describe('what nobody sees is refused here', () => {
  test.each(['\u200b', '\u202eevil', 'An\u2060na', 'A\u2066b\u2069', '\ufeffAnna'])('%j', (name) => {
    expect(problemsOf({ name, age: 1, slug: 'a' })).toEqual({ name: 'characters' })
  })
  test.each(['Zoë', 'José María', 'محمد', '👩‍👧', 'Straße\u00a07'])('%s is a name', (name) => {
    expect(problemsOf({ name, age: 1, slug: 'a' })).toEqual({})
  })
})

test('a form becomes an object, repeated fields an array', () => {
  const form = new FormData()
  form.append('name', 'Anna')
  form.append('line', 'rentals')
  form.append('line', 'services')
  form.append('$ACTION_ID_1', '')
  expect(inputOf(form)).toEqual({ name: 'Anna', line: ['rentals', 'services'] })
})

test('a field called __proto__ is only a field', () => {
  const form = new FormData()
  form.append('__proto__', 'x')
  inputOf(form)
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})
