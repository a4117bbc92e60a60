'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { toast } from 'sonner'
import {
  type Draft,
  LANGUAGES,
  type Language,
  moved,
  newField,
  withoutLooseConditions,
} from '@/components/checkin/builder/draft'
import { FieldCard } from '@/components/checkin/builder/field-card'
import { CheckinForm } from '@/components/checkin/checkin-form'
import type { CheckinWords } from '@/components/checkin/words'
import type { FormAction } from '@/components/dashboard/action-form'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { fieldViews } from '@/lib/checkin/view'

type FormBuilderProps = {
  form: Draft
  categories: { id: string; label: string }[]
  words: CheckinWords
  save: FormAction
}

/** Writes a check-in form: its questions in every language, for which categories, with what customers will see beside it. */
export function FormBuilder({ form, categories, words, save }: FormBuilderProps) {
  const t = useTranslations('checkin.builder')
  const router = useRouter()
  const [draft, setDraft] = useState(form)
  const [language, setLanguage] = useState<Language>('de')
  const [isSaving, startSaving] = useTransition()
  const { fields } = draft
  const setFields = (next: Draft['fields']) => setDraft({ ...draft, fields: withoutLooseConditions(next) })

  function submit() {
    startSaving(async () => {
      const answer = await save(draft)
      if (!answer.ok) {
        toast.error(answer.error.message)
        return
      }
      toast.success(t('saved'))
      router.push('/dashboard/settings/checkin')
      router.refresh()
    })
  }

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid min-w-0 gap-5">
        <div className="grid gap-4 rounded-lg border bg-surface p-4 sm:grid-cols-2">
          <Field label={t('language')} help={t('languageHelp')} name="language">
            <Select value={language} onChange={({ target }) => setLanguage(target.value as Language)}>
              {LANGUAGES.map((one) => (
                <option key={one} value={one}>
                  {t(`languages.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('name')} name="name">
            <Input
              value={draft.names[language] ?? ''}
              placeholder={draft.names.de ?? ''}
              maxLength={120}
              onChange={({ target }) =>
                setDraft({ ...draft, names: { ...draft.names, [language]: target.value } })
              }
            />
          </Field>
          <fieldset className="grid gap-2 sm:col-span-2">
            <legend className="font-medium text-sm">{t('categories')}</legend>
            <p className="text-muted text-xs">{t('categoriesHelp')}</p>
            <div className="flex flex-wrap gap-x-5 gap-y-2">
              {categories.map(({ id, label }) => (
                <Checkbox
                  key={id}
                  label={label}
                  checked={draft.categoryIds.includes(id)}
                  onCheckedChange={(isOn) =>
                    setDraft({
                      ...draft,
                      categoryIds: isOn
                        ? [...draft.categoryIds, id]
                        : draft.categoryIds.filter((one) => one !== id),
                    })
                  }
                />
              ))}
            </div>
          </fieldset>
          <Checkbox
            label={t('active')}
            checked={draft.active}
            onCheckedChange={(isOn) => setDraft({ ...draft, active: isOn === true })}
          />
        </div>
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
            {t('save')}
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
        <CheckinForm
          key={JSON.stringify([fields.map(({ key, kind }) => [key, kind])])}
          fields={fieldViews(fields, language)}
          answers={{}}
          files={[]}
          isSubmitted={false}
          words={words}
          save={async () => ({ ok: true })}
        />
      </section>
    </div>
  )
}
