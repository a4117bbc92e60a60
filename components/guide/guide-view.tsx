import { KeyRound, Lock, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { GuideText } from '@/components/guide/guide-text'
import { formatDateTime } from '@/lib/core/dates'
import { labelOf } from '@/lib/core/labels'
import type { Guide } from '@/lib/guide/schema'

type GuideViewProps = {
  guide: Guide
  photoPath: string
  ctx: { timeZone: string; locale: string }
}

/** A guide as its customer reads it: the key first when it is time, then the sections, then what is told later. */
export function GuideView({ guide, photoPath, ctx }: GuideViewProps) {
  const t = useTranslations('portal.guide')
  return (
    <div className="grid gap-4">
      {guide.keyBox && (
        <section className="grid gap-2 rounded-lg border border-accent-line bg-accent-soft p-5">
          <h2 className="flex items-center gap-2 font-semibold text-lg">
            <KeyRound aria-hidden="true" className="size-5" />
            {t('keyBox', { location: guide.keyBox.place })}
          </h2>
          <p className="font-mono font-semibold text-2xl tracking-wider">{guide.keyBox.code}</p>
          {guide.keyBox.instructions && <p className="whitespace-pre-line">{guide.keyBox.instructions}</p>}
        </section>
      )}
      {guide.sections.map((section) => (
        <section key={section.key} className="grid gap-3 rounded-lg border bg-surface p-5">
          <h2 className="font-semibold text-lg">{labelOf(section.titles, ctx.locale)}</h2>
          <GuideText text={labelOf(section.texts, ctx.locale)} />
          {section.photoIds.map((id, index) => (
            <img
              key={id}
              src={`${photoPath}/${id}`}
              alt={t('photo', { nth: index + 1, title: labelOf(section.titles, ctx.locale) })}
              loading="lazy"
              className="w-full rounded"
            />
          ))}
          {section.videoUrl && (
            <a
              href={section.videoUrl}
              target="_blank"
              rel="noreferrer"
              className="flex min-h-11 items-center gap-2 underline decoration-line-strong underline-offset-4"
            >
              <Play aria-hidden="true" className="size-5" />
              {t('video')}
            </a>
          )}
        </section>
      ))}
      {guide.later.map(({ key, titles, opensAt, waitsForPayment }) => (
        <section key={key} className="flex items-start gap-3 rounded-lg border border-dashed p-5 text-muted">
          <Lock aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
          <div>
            <h2 className="font-medium text-ink">{labelOf(titles, ctx.locale)}</h2>
            <p>
              {waitsForPayment || !opensAt
                ? t('afterPayment')
                : t('opens', { time: formatDateTime(opensAt, ctx) })}
            </p>
          </div>
        </section>
      ))}
    </div>
  )
}
