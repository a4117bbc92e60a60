import { CircleCheck, FileCheck2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDateTime } from '@/lib/core/dates'
import type { GenuineDocument } from '@/lib/verification/queries'

type GenuineProps = { document: GenuineDocument; sha256: string }

/** The good answer: which document, of whom, sealed when, signed by whom. */
export function Genuine({ document, sha256 }: GenuineProps) {
  const t = useTranslations('verification')
  const locale = useLocale()
  const time = (instant: string) => formatDateTime(new Date(instant), { timeZone: document.timeZone, locale })
  const isFile = document.match === 'file'
  const Icon = isFile ? FileCheck2 : CircleCheck
  const kind = t.has(`kinds.${document.kind}`) ? t(`kinds.${document.kind}`) : t('kinds.other')
  return (
    <section
      role="status"
      className="grid gap-4 rounded-lg border border-active/40 bg-active-soft p-4 text-active-text sm:p-5"
    >
      <div className="flex items-start gap-3">
        <Icon aria-hidden="true" className="mt-0.5 size-6 shrink-0" />
        <div className="grid gap-1">
          <h2 className="font-semibold text-lg">{isFile ? t('genuine.file') : t('genuine.content')}</h2>
          <p>{isFile ? t('genuine.fileText') : t('genuine.contentText')}</p>
        </div>
      </div>
      <dl className="grid gap-x-6 gap-y-3 rounded border bg-surface p-4 text-ink sm:grid-cols-[auto_minmax(0,1fr)]">
        <Fact label={t('facts.document')}>{[kind, document.number].filter(Boolean).join(' ')}</Fact>
        <Fact label={t('facts.company')}>{document.company}</Fact>
        <Fact label={isFile ? t('facts.sealed') : t('facts.signed')}>{time(document.sealedAt)}</Fact>
        {document.signatures.map(({ signer, initials, signedAt }) => (
          <Fact key={signer} label={t(`signers.${signer}`)}>
            {t('signedBy', { initials, at: time(signedAt) })}
          </Fact>
        ))}
        <Fact label={t('facts.hash')}>
          <span className="break-all font-mono text-sm">{sha256}</span>
        </Fact>
      </dl>
    </section>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5 sm:contents">
      <dt className="text-muted text-sm sm:py-0.5">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}
