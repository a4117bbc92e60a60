import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isFile } from '@/lib/checkin/kinds'
import { askedFields } from '@/lib/checkin/rules'
import type { Checkin } from '@/lib/checkin/schema'
import { type FieldView, fieldViews } from '@/lib/checkin/view'
import { formatDay } from '@/lib/core/dates'

type AnswerListProps = {
  checkin: Checkin
  /** Where a file is looked at. */
  fileHref: (id: string) => string
}

/** What was answered, question by question, as it was asked then. */
export function AnswerList({ checkin, fileHref }: AnswerListProps) {
  const locale = useLocale()
  const fields = askedFields(fieldViews(checkin.fields, locale), checkin.answers)
  return (
    <dl className="grid gap-3">
      {fields.map((field) => (
        <div key={field.key}>
          <dt className="text-muted text-sm">{field.label}</dt>
          <dd className="whitespace-pre-line">
            {isFile(field.kind) ? (
              <Files files={checkin.files.filter((file) => file.field === field.key)} fileHref={fileHref} />
            ) : (
              <Given field={field} value={checkin.answers[field.key]} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Given({
  field,
  value,
}: {
  field: FieldView
  value: Checkin['answers'][string] | undefined
}): ReactNode {
  const t = useTranslations('core.answers')
  const locale = useLocale()
  if (value === undefined) return <span className="text-muted">{t('nothing')}</span>
  if (field.kind === 'consent') return t('agreed')
  const label = (key: string) => field.options.find((option) => option.key === key)?.label ?? key
  if (Array.isArray(value)) return value.map(label).join(', ')
  if (field.kind === 'choice') return label(String(value))
  return field.kind === 'date' ? formatDay(String(value), locale) : String(value)
}

function Files({
  files,
  fileHref,
}: {
  files: Checkin['files']
  fileHref: (id: string) => string
}): ReactNode {
  const t = useTranslations('core.answers')
  if (files.length === 0) return <span className="text-muted">{t('nothing')}</span>
  return (
    <ul className="flex flex-wrap gap-x-4">
      {files.map((file, index) => (
        <li key={file.id}>
          {file.isPurged ? (
            <span className="text-muted">{t('purged')}</span>
          ) : (
            <a
              href={fileHref(file.id)}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-h-8 items-center underline decoration-line-strong underline-offset-4"
            >
              {t('file', { nth: index + 1, kb: Math.max(1, Math.round(file.bytes / 1_000)) })}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
