import { expect, test } from 'vitest'
import { conditions, newField, withoutLooseConditions } from '@/components/checkin/builder/draft'
import { moved } from '@/components/customer-texts/draft'
import { isAsked, missingFields } from '@/lib/checkin/rules'
import { FormDraft, type FormField } from '@/lib/checkin/schema'
import { FORM_TEMPLATE } from '@/lib/checkin/template'
import { fieldViews } from '@/lib/checkin/view'

const views = fieldViews(FORM_TEMPLATE, 'fr')

test('the form a company begins with is one the database takes, in every language', () => {
  const draft = {
    names: { de: 'Check-in' },
    categoryIds: [],
    sources: [],
    languages: [],
    active: true,
    fields: FORM_TEMPLATE,
  }
  expect(FormDraft.parse(draft).fields).toEqual(FORM_TEMPLATE)
  for (const { labels } of FORM_TEMPLATE) expect(Object.keys(labels).sort()).toEqual(['de', 'en', 'fr', 'it'])
})

test('a question with a condition is asked when its answer was given, one of several too', () => {
  const [field] = views.filter(({ when }) => when)
  if (!field) throw new Error('The template has a question with a condition')
  expect(isAsked(field, {})).toBe(false)
  expect(isAsked(field, { second_driver: 'no' })).toBe(false)
  expect(isAsked(field, { second_driver: 'yes' })).toBe(true)
  expect(isAsked(field, { second_driver: ['no', 'yes'] })).toBe(true)
  expect(isAsked({ when: { field: 'rules', is: 'true' } }, { rules: true })).toBe(true)
})

test('only what is asked and required is missing, files count by their field', () => {
  const keys = (answers: Record<string, string>, files: string[]) =>
    missingFields(views, answers, new Set(files)).map(({ key }) => key)
  expect(keys({}, [])).toEqual(['licence_front', 'licence_back', 'second_driver'])
  expect(keys({ second_driver: 'yes' }, ['licence_front', 'licence_back'])).toEqual([
    'second_driver_first_name',
    'second_driver_last_name',
    'second_driver_birth_date',
  ])
  expect(keys({ second_driver: 'no' }, ['licence_front', 'licence_back'])).toEqual([])
})

test('a text that is missing in a language comes from another one', () => {
  const [only] = fieldViews([{ ...newField(), labels: { de: 'Frage' } } as FormField], 'it')
  expect(only?.label).toBe('Frage')
})

test('a condition goes when its question goes, moves below or loses the answer', () => {
  const keysWithCondition = (fields: FormField[]) => fields.filter(({ when }) => when).map(({ key }) => key)
  expect(keysWithCondition(FORM_TEMPLATE)).toEqual([
    'second_driver_first_name',
    'second_driver_last_name',
    'second_driver_birth_date',
    'second_driver_licence_categories',
  ])
  const place = FORM_TEMPLATE.findIndex(({ key }) => key === 'second_driver')
  expect(keysWithCondition(withoutLooseConditions(moved(FORM_TEMPLATE, place, 1)))).not.toContain(
    'second_driver_first_name',
  )
  expect(
    keysWithCondition(withoutLooseConditions(FORM_TEMPLATE.filter(({ key }) => key !== 'second_driver'))),
  ).toEqual([])
  const question = FORM_TEMPLATE.filter(({ key }) => key === 'second_driver')
  expect(conditions(question, 'en').map(({ label }) => label)).toEqual([
    'Does anybody else drive? = No',
    'Does anybody else drive? = Yes',
  ])
})
