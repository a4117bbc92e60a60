import { expect, test } from 'vitest'
import { ZodError } from 'zod'
import { conditions, newField, newOption } from '@/components/checkin/builder/draft'
import { moved } from '@/components/customer-texts/draft'
import { askedFields, hasLooseCondition } from '@/lib/checkin/rules'
import { FormDraft, type FormField } from '@/lib/checkin/schema'
import { FORM_TEMPLATE } from '@/lib/checkin/template'
import { fieldViews } from '@/lib/checkin/view'
import { fieldProblems } from '@/lib/core/validation'

const views = fieldViews(FORM_TEMPLATE, 'fr')
const draftOf = (fields: FormField[]) => ({
  names: { de: 'Check-in' },
  titles: {},
  categoryIds: [],
  sources: [],
  languages: [],
  active: true,
  fields,
})

/** What is wrong with a form of these questions, by place. */
function problems(fields: FormField[]): Record<string, string> {
  const { error } = FormDraft.safeParse(draftOf(fields))
  return Object.fromEntries(fieldProblems(error ?? new ZodError([])).map(({ field, key }) => [field, key]))
}

test('the form a company begins with is one the database takes, in every language', () => {
  expect(FormDraft.parse(draftOf(FORM_TEMPLATE)).fields).toEqual(FORM_TEMPLATE)
  for (const { labels } of FORM_TEMPLATE) expect(Object.keys(labels).sort()).toEqual(['de', 'en', 'fr', 'it'])
})

test('a form need not have a title for customers, and one left empty is none', () => {
  const titles = { de: '  ', fr: ' Avant le retrait ' }
  expect(FormDraft.parse({ ...draftOf(FORM_TEMPLATE), titles }).titles).toEqual({ fr: 'Avant le retrait' })
})

test('a question with a condition is asked when its answer was given, one of several too', () => {
  const asked = (answers: Record<string, string | string[]>) =>
    askedFields(views, answers).some(({ key }) => key === 'second_driver_first_name')
  expect(asked({})).toBe(false)
  expect(asked({ second_driver: 'no' })).toBe(false)
  expect(asked({ second_driver: 'yes' })).toBe(true)
  expect(asked({ second_driver: ['no', 'yes'] })).toBe(true)
  const onConsent = [{ key: 'rules' }, { key: 'why', when: { field: 'rules', is: 'true' } }]
  expect(askedFields(onConsent, { rules: true })).toHaveLength(2)
})

test('what hangs on a question that is not asked is not asked either, whatever was answered before', () => {
  const chain = [
    { key: 'second' },
    { key: 'also', when: { field: 'second', is: 'yes' } },
    { key: 'name', when: { field: 'also', is: 'yes' } },
  ]
  const keys = (second: string) => askedFields(chain, { second, also: 'yes' }).map(({ key }) => key)
  expect(keys('yes')).toEqual(['second', 'also', 'name'])
  expect(keys('no')).toEqual(['second'])
})

test('a text that is missing in a language comes from another one', () => {
  const [only] = fieldViews([{ ...newField(), labels: { de: 'Frage' } } as FormField], 'it')
  expect(only?.label).toBe('Frage')
})

test('a condition whose question goes, moves below or loses the answer stays, is loose, and is refused', () => {
  const place = FORM_TEMPLATE.findIndex(({ key }) => key === 'second_driver')
  const loose = (fields: FormField[]) =>
    fields.filter((field, index) => hasLooseCondition(field, fields.slice(0, index))).map(({ key }) => key)
  const dependents = FORM_TEMPLATE.filter(({ when }) => when).map(({ key }) => key)
  const withoutYes = FORM_TEMPLATE.map((field) =>
    field.key === 'second_driver'
      ? { ...field, options: field.options?.filter(({ key }) => key !== 'yes') }
      : field,
  )
  expect(loose(FORM_TEMPLATE)).toEqual([])
  expect(loose(moved(FORM_TEMPLATE, place, 1))).toEqual(['second_driver_first_name'])
  expect(loose(FORM_TEMPLATE.filter(({ key }) => key !== 'second_driver'))).toEqual(dependents)
  expect(loose(withoutYes)).toEqual(dependents)
  expect(problems(withoutYes)).toMatchObject({ [`fields.${place + 1}.when`]: 'condition_loose' })
})

test('an answer twice, and bounds nothing fits between, are refused where they stand', () => {
  const label = (de: string) => ({ ...newOption(), labels: { de } })
  const choice = { ...newField(), kind: 'choice' as const, labels: { de: 'Kindersitz' } }
  const number = { ...newField(), kind: 'number' as const, labels: { de: 'Personen' } }
  expect(problems([{ ...choice, options: [label('Ja'), label(' ja')] }])).toEqual({
    'fields.0.options': 'option_twice',
  })
  expect(problems([{ ...number, most: -1 }])).toEqual({ 'fields.0.most': 'most_below_least' })
  expect(problems([{ ...number, least: -2, most: -1 }])).toEqual({})
})

test('a later question can hang on each answer of a choice', () => {
  const question = FORM_TEMPLATE.filter(({ key }) => key === 'second_driver')
  expect(conditions(question, 'en').map(({ label }) => label)).toEqual([
    'Does anybody else drive? = No',
    'Does anybody else drive? = Yes',
  ])
})
