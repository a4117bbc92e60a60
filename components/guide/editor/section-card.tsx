'use client'

import { useTranslations } from 'next-intl'
import type { Language } from '@/components/customer-texts/draft'
import { OrderedCard } from '@/components/customer-texts/ordered-card'
import { SectionPhotos } from '@/components/guide/editor/section-photos'
import { GuideText } from '@/components/guide/guide-text'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import type { GuideSection } from '@/lib/guide/schema'

type SectionCardProps = {
  section: GuideSection
  nth: number
  isLast: boolean
  language: Language
  /** What is wrong with a part of it. */
  errorOf: (part: 'titles' | 'texts' | 'video_url' | 'hours_before') => string | undefined
  change: (section: GuideSection) => void
  move: (by: -1 | 1) => void
  remove: () => void
}

/** One section of the guide being written, with how its text will look. */
export function SectionCard({
  section,
  nth,
  isLast,
  language,
  errorOf,
  change,
  move,
  remove,
}: SectionCardProps) {
  const t = useTranslations('guide')
  const text = section.texts[language] ?? ''
  return (
    <OrderedCard
      title={t('section', { nth })}
      isFirst={nth === 1}
      isLast={isLast}
      move={move}
      remove={remove}
      removeLabel={t('remove')}
    >
      <Field label={t('sectionTitle')} error={errorOf('titles')}>
        <Input
          value={section.titles[language] ?? ''}
          placeholder={section.titles.de ?? ''}
          maxLength={200}
          onChange={({ target }) =>
            change({ ...section, titles: { ...section.titles, [language]: target.value } })
          }
        />
      </Field>
      <div className="grid gap-3 md:grid-cols-2">
        <Field label={t('text')} error={errorOf('texts')}>
          <Textarea
            rows={8}
            value={text}
            placeholder={section.texts.de ?? ''}
            maxLength={10_000}
            onChange={({ target }) =>
              change({ ...section, texts: { ...section.texts, [language]: target.value } })
            }
          />
        </Field>
        <section aria-label={t('preview')} className="min-w-0 rounded border bg-canvas p-3 text-sm">
          <GuideText text={text || (section.texts.de ?? '')} />
        </section>
      </div>
      <SectionPhotos ids={section.photo_ids} change={(photo_ids) => change({ ...section, photo_ids })} />
      <Field label={t('video')} help={t('videoHelp')} error={errorOf('video_url')} optional>
        <Input
          type="url"
          value={section.video_url ?? ''}
          placeholder="https://"
          onChange={({ target }) => {
            const { video_url: _, ...rest } = section
            change(target.value ? { ...rest, video_url: target.value } : rest)
          }}
        />
      </Field>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Field
          label={t('hoursBefore')}
          help={t('hoursBeforeHelp')}
          error={errorOf('hours_before')}
          optional
          className="w-56"
        >
          <Input
            type="number"
            min={0}
            max={9_999}
            value={section.hours_before ?? ''}
            onChange={({ target }) => {
              const { hours_before: _, ...rest } = section
              change(target.value === '' ? rest : { ...rest, hours_before: target.valueAsNumber })
            }}
          />
        </Field>
        <Checkbox
          label={t('paid')}
          checked={section.paid}
          onCheckedChange={(isOn) => change({ ...section, paid: isOn === true })}
        />
      </div>
    </OrderedCard>
  )
}
