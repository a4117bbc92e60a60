'use client'

import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { asKind, conditions, newOption } from '@/components/checkin/builder/draft'
import type { Language } from '@/components/customer-texts/draft'
import { OrderedCard } from '@/components/customer-texts/ordered-card'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { FIELD_KINDS, type FieldKind } from '@/lib/checkin/kinds'
import { hasLooseCondition } from '@/lib/checkin/rules'
import type { FormField } from '@/lib/checkin/schema'

type FieldCardProps = {
  field: FormField
  nth: number
  before: FormField[]
  isLast: boolean
  language: Language
  /** What is wrong with a part of it. */
  errors: Record<string, string>
  change: (field: FormField) => void
  move: (by: -1 | 1) => void
  remove: () => void
}

/** One question of the form being written. */
export function FieldCard({
  field,
  nth,
  before,
  isLast,
  language,
  errors,
  change,
  move,
  remove,
}: FieldCardProps) {
  const t = useTranslations('checkin.builder')
  const wrong = useTranslations('errors.validation')
  const possible = conditions(before, language)
  const chosen = field.when
    ? possible.findIndex(({ field: key, is }) => key === field.when?.field && is === field.when.is)
    : -1
  const isLoose = hasLooseCondition(field, before)
  return (
    <OrderedCard
      title={t('question', { nth })}
      isFirst={nth === 1}
      isLast={isLast}
      move={move}
      remove={nth === 1 && isLast ? null : remove}
      removeLabel={t('remove')}
    >
      <div className="grid gap-3 sm:grid-cols-[12rem_1fr]">
        <Field label={t('kind')}>
          <Select
            value={field.kind}
            onChange={({ target }) => change(asKind(field, target.value as FieldKind))}
          >
            {FIELD_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('label')} error={errors.labels}>
          <Input
            value={field.labels[language] ?? ''}
            placeholder={field.labels.de ?? ''}
            maxLength={300}
            onChange={({ target }) =>
              change({ ...field, labels: { ...field.labels, [language]: target.value } })
            }
          />
        </Field>
      </div>
      <Field label={t('help')} optional>
        <Textarea
          rows={1}
          className="min-h-9"
          value={field.help?.[language] ?? ''}
          placeholder={field.help?.de ?? ''}
          maxLength={2_000}
          onChange={({ target }) => change({ ...field, help: { ...field.help, [language]: target.value } })}
        />
      </Field>
      {field.options && (
        <Options
          options={field.options}
          language={language}
          error={errors.options}
          change={(options) => change({ ...field, options })}
        />
      )}
      {field.kind === 'number' && <Bounds field={field} error={errors.most} change={change} />}
      <div className="flex flex-wrap items-end justify-between gap-3">
        <Checkbox
          label={t('required')}
          checked={field.required}
          onCheckedChange={(isOn) => change({ ...field, required: isOn === true })}
        />
        {(possible.length > 0 || isLoose) && (
          <Field
            label={t('when')}
            error={isLoose ? wrong('condition_loose') : undefined}
            className="min-w-0 max-w-full"
          >
            <Select
              value={isLoose ? 'loose' : String(chosen)}
              onChange={({ target }) => {
                const { when: _, ...rest } = field
                const one = possible[Number(target.value)]
                change(one ? { ...rest, when: { field: one.field, is: one.is } } : rest)
              }}
            >
              {isLoose && <option value="loose">{t('looseAnswer')}</option>}
              <option value="-1">{t('always')}</option>
              {possible.map(({ field: key, is, label }, index) => (
                <option key={`${key} ${is}`} value={index}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
    </OrderedCard>
  )
}

type OptionsProps = {
  options: NonNullable<FormField['options']>
  language: Language
  error: string | undefined
  change: (options: NonNullable<FormField['options']>) => void
}

function Options({ options, language, error, change }: OptionsProps) {
  const t = useTranslations('checkin.builder')
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-sm">{t('options')}</legend>
      {options.map((option, index) => (
        <div key={option.key} className="flex gap-2">
          <Input
            aria-label={t('option', { nth: index + 1 })}
            value={option.labels[language] ?? ''}
            placeholder={option.labels.de ?? ''}
            maxLength={200}
            onChange={({ target }) =>
              change(
                options.map((one) =>
                  one.key === option.key
                    ? { ...one, labels: { ...one.labels, [language]: target.value } }
                    : one,
                ),
              )
            }
          />
          <IconButton
            label={t('removeOption', { nth: index + 1 })}
            disabled={options.length === 1}
            onClick={() => change(options.filter(({ key }) => key !== option.key))}
          >
            <X aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <Button size="sm" variant="ghost" className="w-fit" onClick={() => change([...options, newOption()])}>
        <Plus aria-hidden="true" />
        {t('addOption')}
      </Button>
      <p role="alert" className="text-overdue-text text-sm empty:hidden">
        {error}
      </p>
    </fieldset>
  )
}

type BoundsProps = { field: FormField; error: string | undefined; change: (field: FormField) => void }

function Bounds({ field, error, change }: BoundsProps) {
  const t = useTranslations('checkin.builder')
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(['least', 'most'] as const).map((bound) => (
        <Field key={bound} label={t(bound)} error={bound === 'most' ? error : undefined} optional>
          <Input
            type="number"
            step="any"
            value={field[bound] ?? ''}
            placeholder={bound === 'least' ? '0' : ''}
            onChange={({ target: { valueAsNumber } }) =>
              change({ ...field, [bound]: Number.isFinite(valueAsNumber) ? valueAsNumber : undefined })
            }
          />
        </Field>
      ))}
    </div>
  )
}
