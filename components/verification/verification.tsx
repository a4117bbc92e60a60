import { useTranslations } from 'next-intl'
import type { Answer } from '@/app/verify/answer-for'
import { buttonStyle } from '@/components/ui/button-style'
import { controlStyle } from '@/components/ui/control-style'
import { Genuine } from '@/components/verification/genuine'
import { NotGenuine } from '@/components/verification/not-genuine'
import { PdfHasher } from '@/components/verification/pdf-hasher'
import { MAX_PDF_BYTES } from '@/lib/verification/schema'

type VerificationProps = { answer: Answer; company?: string }

/** Drop a PDF or paste its checksum; the answer stands above, so that it is seen without scrolling. */
export function Verification({ answer, company }: VerificationProps) {
  const t = useTranslations('verification')
  const { state } = answer
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <h1 className="font-semibold text-2xl">{t('title')}</h1>
        <p className="text-muted">{company ? t('leadOf', { company }) : t('lead')}</p>
      </div>
      {state === 'genuine' && <Genuine document={answer.document} sha256={answer.asked} />}
      {state === 'unknown' && <NotGenuine sha256={answer.asked} company={company} />}
      <section className="grid gap-5 rounded-lg border bg-surface p-4 sm:p-5">
        <h2 className="font-semibold text-base">
          {state === 'open' || state === 'malformed' ? t('how') : t('another')}
        </h2>
        <PdfHasher
          maxBytes={MAX_PDF_BYTES}
          words={{
            prompt: t('drop.prompt'),
            hint: t('drop.hint'),
            working: t('drop.working'),
            notPdf: t('drop.notPdf'),
            tooLarge: t('drop.tooLarge'),
            failed: t('drop.failed'),
          }}
        />
        <form method="get" className="grid gap-1.5">
          <label htmlFor="hash" className="font-medium text-sm">
            {t('hash')}
          </label>
          <div className="flex flex-col gap-2 sm:flex-row">
            <input
              id="hash"
              name="hash"
              required
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              defaultValue={state === 'malformed' ? answer.asked : undefined}
              aria-invalid={state === 'malformed' || undefined}
              aria-describedby="hash-note"
              className={`${controlStyle} h-(--control-height) px-2.5 font-mono text-sm sm:w-auto sm:flex-1`}
            />
            <button type="submit" className={buttonStyle({ variant: 'primary' })}>
              {t('check')}
            </button>
          </div>
          <p
            id="hash-note"
            className={state === 'malformed' ? 'text-overdue-text text-sm' : 'text-muted text-sm'}
            role={state === 'malformed' ? 'alert' : undefined}
          >
            {state === 'malformed' ? t('malformed') : t('hashHelp')}
          </p>
        </form>
      </section>
    </div>
  )
}
