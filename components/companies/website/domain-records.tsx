'use client'

import { CircleAlert, CircleCheck } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { checkDomainAction } from '@/app/(dashboard)/dashboard/settings/actions'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { DomainRecord } from '@/lib/companies/domain-records'
import type { Website } from '@/lib/companies/website'

/** The records that lead the domain here, each with what DNS says of it once it has been asked. */
export function DomainRecords({ website }: { website: Website }) {
  const t = useTranslations('settings.website')
  const router = useRouter()
  const [checked, setChecked] = useState<DomainRecord[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isAsking, startAsking] = useTransition()

  function ask() {
    startAsking(async () => {
      const answer = await checkDomainAction({})
      setProblem(answer.ok ? null : answer.error.message)
      if (answer.ok) setChecked(answer.data.records)
      router.refresh()
    })
  }

  return (
    <section aria-label={t('records')} className="grid gap-4 rounded-lg border bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold text-base">{t('records')}</h2>
        <Button loading={isAsking} onClick={ask}>
          {t('check')}
        </Button>
      </div>
      {problem && <Alert tone="danger">{problem}</Alert>}
      <p role="status" className="text-muted text-sm">
        {website.isProved
          ? t('proved', { domain: website.writtenDomain ?? '' })
          : t('notProved', { domain: website.writtenDomain ?? '' })}
      </p>
      <ul className="grid gap-4">
        {website.records.map((record) => (
          <RecordLine
            key={record.type}
            record={record}
            seen={checked?.find(({ type }) => type === record.type)}
          />
        ))}
      </ul>
    </section>
  )
}

function RecordLine({
  record,
  seen,
}: {
  record: Website['records'][number]
  seen: DomainRecord | undefined
}) {
  const t = useTranslations('settings.website')
  return (
    <li className="grid gap-2 border-t pt-4">
      <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[5rem_minmax(0,1fr)]">
        {(['type', 'name', 'value'] as const).map((part) => (
          <div key={part} className="contents">
            <dt className="text-muted">{t(`record.${part}`)}</dt>
            <dd className="break-all font-mono">{record[part]}</dd>
          </div>
        ))}
      </dl>
      {seen && (
        <p
          className={
            seen.isRight
              ? 'flex items-start gap-1.5 text-active-text text-sm'
              : 'flex items-start gap-1.5 text-overdue-text text-sm'
          }
        >
          {seen.isRight ? (
            <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          ) : (
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          )}
          <span className="min-w-0">{sentence(t, seen)}</span>
        </p>
      )}
    </li>
  )
}

function sentence(t: ReturnType<typeof useTranslations<'settings.website'>>, seen: DomainRecord): string {
  if (seen.isRight) return t('record.right')
  return seen.found.length > 0 ? t('record.other', { found: seen.found.join(', ') }) : t('record.missing')
}
