'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { toast } from 'sonner'
import type { FormAction } from '@/components/dashboard/action-form'
import { type Draft, LANGUAGES, type Language, moved, newSection } from '@/components/guide/editor/draft'
import { SectionCard } from '@/components/guide/editor/section-card'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'

type GuideEditorProps = { guide: Draft; categories: { id: string; label: string }[]; save: FormAction }

/** Writes a guide: its sections in every language, with pictures, and when each is told. */
export function GuideEditor({ guide, categories, save }: GuideEditorProps) {
  const t = useTranslations('guide')
  const router = useRouter()
  const [draft, setDraft] = useState(guide)
  const [language, setLanguage] = useState<Language>('de')
  const [isSaving, startSaving] = useTransition()
  const { sections } = draft
  const setSections = (next: Draft['sections']) => setDraft({ ...draft, sections: next })

  function submit() {
    startSaving(async () => {
      const answer = await save(draft)
      if (!answer.ok) {
        toast.error(answer.error.message)
        return
      }
      toast.success(t('saved'))
      router.push('/dashboard/settings/guide')
      router.refresh()
    })
  }

  return (
    <div className="grid gap-5">
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
      <p className="text-muted text-sm">{t('markdown')}</p>
      <ol className="grid gap-3 empty:hidden">
        {sections.map((section, index) => (
          <li key={section.key}>
            <SectionCard
              section={section}
              nth={index + 1}
              isLast={index === sections.length - 1}
              language={language}
              change={(next) => setSections(sections.map((one) => (one.key === section.key ? next : one)))}
              move={(by) => setSections(moved(sections, index, by))}
              remove={() => setSections(sections.filter(({ key }) => key !== section.key))}
            />
          </li>
        ))}
      </ol>
      <Button className="w-fit" onClick={() => setSections([...sections, newSection()])}>
        <Plus aria-hidden="true" />
        {t('addSection')}
      </Button>
      <Button
        variant="primary"
        className="w-fit"
        loading={isSaving}
        disabled={sections.length === 0}
        onClick={submit}
      >
        {t('save')}
      </Button>
    </div>
  )
}
