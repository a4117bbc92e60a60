'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Draft, newField } from '@/components/checkin/builder/draft'
import { FieldCard } from '@/components/checkin/builder/field-card'
import { FormScope } from '@/components/checkin/builder/form-scope'
import { CheckinForm } from '@/components/checkin/checkin-form'
import type { CheckinWords } from '@/components/checkin/words'
import { type Language, moved } from '@/components/customer-texts/draft'
import { useSaving } from '@/components/customer-texts/use-saving'
import { WrittenHead } from '@/components/customer-texts/written-head'
import type { FormAction } from '@/components/dashboard/action-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { fieldViews } from '@/lib/checkin/view'

type FormBuilderProps = {
  form: Draft
  categories: { id: string; label: string }[]
  words: CheckinWords
  save: FormAction
}

/** Writes a check-in form: its title and questions in every language, for which categories, with what customers will see beside it. */
export function FormBuilder({ form, categories, words, save }: FormBuilderProps) {
  const t = useTranslations('checkin.builder')
  const common = useTranslations('settings')
  const [draft, setDraft] = useState(form)
  const [language, setLanguage] = useState<Language>('de')
  const [isSaving, submit, errors] = useSaving(save, '/dashboard/settings/checkin', draft)
  const { titles, fields } = draft
  const setFields = (next: Draft['fields']) => setDraft({ ...draft, fields: next })

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid min-w-0 gap-5">
        <WrittenHead
          written={draft}
          categories={categories}
          language={language}
          nameHelp={t('nameHelp')}
          nameError={errors.names}
          chooseLanguage={setLanguage}
          change={(part) => setDraft({ ...draft, ...part })}
        >
          <Field
            label={t('headline')}
            help={t('headlineHelp')}
            name="titles"
            error={errors.titles}
            className="sm:col-span-2"
            optional
          >
            <Input
              value={titles[language] ?? ''}
              maxLength={120}
              onChange={({ target }) =>
                setDraft({ ...draft, titles: { ...titles, [language]: target.value } })
              }
            />
          </Field>
        </WrittenHead>
        <FormScope draft={draft} change={(part) => setDraft({ ...draft, ...part })} />
        <section className="grid gap-3">
          <h2 className="font-semibold text-base">{t('questions')}</h2>
          <ol className="grid gap-3">
            {fields.map((field, index) => (
              <li key={field.key}>
                <FieldCard
                  field={field}
                  nth={index + 1}
                  before={fields.slice(0, index)}
                  isLast={index === fields.length - 1}
                  errors={partErrors(errors, `fields.${index}.`)}
                  language={language}
                  change={(next) => setFields(fields.map((one) => (one.key === field.key ? next : one)))}
                  move={(by) => setFields(moved(fields, index, by))}
                  remove={() => setFields(fields.filter(({ key }) => key !== field.key))}
                />
              </li>
            ))}
          </ol>
          <Button className="w-fit" onClick={() => setFields([...fields, newField()])}>
            <Plus aria-hidden="true" />
            {t('addQuestion')}
          </Button>
        </section>
        <div className="grid gap-2">
          <Button variant="primary" className="w-fit" loading={isSaving} onClick={submit}>
            {common('save')}
          </Button>
          {draft.id && <p className="text-muted text-xs">{t('versionHelp')}</p>}
        </div>
      </div>
      <section
        aria-label={t('preview')}
        data-density="touch"
        className="grid gap-4 rounded-lg border bg-surface p-4 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
      >
        <h2 className="text-muted text-sm">{t('preview')}</h2>
        <p className="break-words font-semibold text-xl empty:hidden">{titles[language]}</p>
        <CheckinForm
          key={JSON.stringify([fields.map(({ key, kind }) => [key, kind])])}
          fields={fieldViews(fields, language)}
          written={{ answers: {}, files: [] }}
          isSubmitted={false}
          words={words}
        />
      </section>
    </div>
  )
}

/** What is wrong with one question, by its part. */
function partErrors(errors: Record<string, string>, start: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([path, error]) =>
      path.startsWith(start) ? [[path.slice(start.length), error]] : [],
    ),
  )
}
