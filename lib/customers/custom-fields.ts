import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { nameFields, namesOf } from '@/lib/core/name-fields'
import { SeenAt } from '@/lib/core/seen'
import { FIELD_KINDS } from '@/lib/customers/rules'
import { asSeen, whyNotMet } from '@/lib/supabase/as-seen'

/** A field of customers that the company defined. */
export type CustomField = Awaited<ReturnType<typeof listCustomFields>>[number]

/** A field as the settings send it; its key comes from its name and stays. */
export const CustomFieldChange = z.object({
  id: z.preprocess((value) => value || undefined, z.uuid().optional()),
  seenAt: SeenAt,
  ...nameFields,
  kind: z.enum(FIELD_KINDS).default('text'),
  choices: z
    .string()
    .max(2_000)
    .default('')
    .transform((text) => [
      ...new Set(
        text
          .split('\n')
          .map((choice) => choice.trim())
          .filter(Boolean),
      ),
    ]),
  active: z.stringbool().default(true),
})
export type CustomFieldChange = z.output<typeof CustomFieldChange>

/** The company's own fields in their order. */
export async function listCustomFields(ctx: CompanyContext, { onlyActive = true } = {}) {
  let query = ctx.db
    .from('custom_fields')
    .select('id, key, names, kind, choices, active, updated_at')
    .eq('company_id', ctx.companyId)
    .order('position')
    .order('key')
  if (onlyActive) query = query.eq('active', true)
  const { data, error } = await query
  if (error) throw fromPostgres(error)
  return data.map(({ updated_at, ...field }) => ({
    ...field,
    kind: field.kind as (typeof FIELD_KINDS)[number],
    updatedAt: updated_at,
  }))
}

/**
 * Defines a field, or changes its name, choices and whether it is in use.
 * @throws AppError `invalid_input` where a choice has nothing to choose from · `changed_meanwhile` · `not_found`
 */
export async function saveCustomField(ctx: CompanyContext, field: CustomFieldChange): Promise<void> {
  const names = namesOf(field)
  const known = await listCustomFields(ctx, { onlyActive: false })
  const kind = known.find(({ id }) => id === field.id)?.kind ?? field.kind
  const choices = kind === 'choice' ? field.choices : []
  if (kind === 'choice' && choices.length === 0) throw wrongField('choices', 'required')
  const fields = ctx.db.from('custom_fields')
  const { id, seenAt } = field
  if (id) {
    const change = { names, choices, active: field.active }
    const { data, error } = await fields.update(change).match(asSeen(ctx, { id, seenAt })).select('id')
    if (error) throw fromPostgres(error)
    if (data.length === 0) throw await whyNotMet(ctx, 'custom_fields', { id, seenAt })
    return
  }
  const key = keyFor(field.nameDe, new Set(known.map((one) => one.key)))
  const position = known.length
  const { error } = await fields.insert({ company_id: ctx.companyId, key, names, kind, choices, position })
  if (error) throw fromPostgres(error)
}

/** A key nobody has yet, made of the name: `Mitglied seit` becomes `mitglied_seit`. */
export function keyFor(name: string, taken: Set<string>): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 36)
  const base = plain || 'field'
  let key = base
  for (let nth = 2; taken.has(key); nth++) key = `${base}_${nth}`
  return key
}

/**
 * The values of own fields as the database keeps them; an empty one is left out.
 * @throws AppError `invalid_input` at the field that does not fit
 */
export function customValues(
  fields: Pick<CustomField, 'key' | 'kind' | 'choices'>[],
  given: Record<string, string | number | boolean | null>,
): Record<string, string | number | boolean> {
  const values: Record<string, string | number | boolean> = {}
  for (const { key, kind, choices } of fields) {
    const value = given[key]
    if (value === undefined || value === null || value === '') continue
    const read = readValue(kind, choices, value)
    if (read === null) throw wrongField(`custom.${key}`, kind === 'number' ? 'number' : 'invalid')
    values[key] = read
  }
  return values
}

function readValue(
  kind: CustomField['kind'],
  choices: string[],
  value: string | number | boolean,
): string | number | boolean | null {
  switch (kind) {
    case 'number': {
      const number =
        typeof value === 'number'
          ? value
          : Number(
              String(value)
                .replace(/['’\s]/g, '')
                .replace(',', '.'),
            )
      return Number.isFinite(number) ? number : null
    }
    case 'date':
      return z.iso.date().safeParse(value).success ? String(value) : null
    case 'yes_no':
      return value === true || value === 'true' ? true : value === false || value === 'false' ? false : null
    case 'choice':
      return choices.includes(String(value)) ? String(value) : null
    default:
      return String(value).trim()
  }
}

function wrongField(field: string, key: string): AppError {
  return new AppError('invalid_input', { details: { problems: [{ field, key, values: {} }] } })
}
