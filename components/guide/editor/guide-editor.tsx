'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Language, moved } from '@/components/customer-texts/draft'
import { useSaving } from '@/components/customer-texts/use-saving'
import { WrittenHead } from '@/components/customer-texts/written-head'
import type { FormAction } from '@/components/dashboard/action-form'
import { type Draft, newSection } from '@/components/guide/editor/draft'
import { SectionCard } from '@/components/guide/editor/section-card'
import { Button } from '@/components/ui/button'

type GuideEditorProps = { guide: Draft; categories: { id: string; label: string }[]; save: FormAction }

/** Writes a guide: its sections in every language, with pictures, and when each is told. */
export function GuideEditor({ guide, categories, save }: GuideEditorProps) {
  const t = useTranslations('guide')
  const common = useTranslations('settings')
  const [draft, setDraft] = useState(guide)
  const [language, setLanguage] = useState<Language>('de')
  const [isSaving, submit, errors] = useSaving(save, '/dashboard/settings/guide', draft)
  const { sections } = draft
  const setSections = (next: Draft['sections']) => setDraft({ ...draft, sections: next })

  return (
    <div className="grid gap-5">
      <WrittenHead
        written={draft}
        categories={categories}
        language={language}
        nameError={errors.names}
        chooseLanguage={setLanguage}
        change={(part) => setDraft({ ...draft, ...part })}
      />
      <p className="text-muted text-sm">{t('markdown')}</p>
      <ol className="grid gap-3 empty:hidden">
        {sections.map((section, index) => (
          <li key={section.key}>
            <SectionCard
              section={section}
              nth={index + 1}
              isLast={index === sections.length - 1}
              errorOf={(part) => errors[`sections.${index}.${part}`]}
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
        {common('save')}
      </Button>
    </div>
  )
}
