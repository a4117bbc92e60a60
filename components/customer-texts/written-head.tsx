'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LANGUAGES, type Language, type Written } from '@/components/customer-texts/draft'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'

type WrittenHeadProps = {
  written: Written
  categories: { id: string; label: string }[]
  /** The language that is being written. */
  language: Language
  /** Who reads the name, where customers do not. */
  nameHelp?: string
  /** What is wrong with the name. */
  nameError: string | undefined
  chooseLanguage: (language: Language) => void
  change: (part: Partial<Written>) => void
  /** What else is written in the language chosen. */
  children?: ReactNode
}

/** The head of what is written for customers: in which language, its name, for whom, and whether it is in use. */
export function WrittenHead({
  written,
  categories,
  language,
  nameHelp,
  nameError,
  chooseLanguage,
  change,
  children,
}: WrittenHeadProps) {
  const t = useTranslations('settings')
  const { names, categoryIds, active } = written
  return (
    <div className="grid gap-4 rounded-lg border bg-surface p-4 sm:grid-cols-2">
      <Field label={t('written.language')} help={t('written.languageHelp')} name="language">
        <Select value={language} onChange={({ target }) => chooseLanguage(target.value as Language)}>
          {LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {t(`languages.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('written.name')} help={nameHelp} name="name" error={nameError}>
        <Input
          value={names[language] ?? ''}
          placeholder={names.de ?? ''}
          maxLength={120}
          onChange={({ target }) => change({ names: { ...names, [language]: target.value } })}
        />
      </Field>
      {children}
      <fieldset className="grid gap-2 sm:col-span-2">
        <legend className="font-medium text-sm">{t('written.categories')}</legend>
        <p className="text-muted text-xs">{t('written.categoriesHelp')}</p>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {categories.map(({ id, label }) => (
            <Checkbox
              key={id}
              label={label}
              checked={categoryIds.includes(id)}
              onCheckedChange={(isOn) =>
                change({
                  categoryIds: isOn ? [...categoryIds, id] : categoryIds.filter((one) => one !== id),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <Checkbox
        label={t('written.active')}
        checked={active}
        onCheckedChange={(isOn) => change({ active: isOn === true })}
      />
    </div>
  )
}
