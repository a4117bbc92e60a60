'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { FileOutcome } from '@/components/money/bank/file-outcome'
import { type SentFile, sendBankFile } from '@/components/money/bank/send-bank-file'
import { FileDrop } from '@/components/ui/file-drop'
import { Spinner } from '@/components/ui/spinner'

/** Takes one or several files from the bank, one after the other, and says what each brought. */
export function BankFileDrop({ currency }: { currency: string }) {
  const t = useTranslations('bank')
  const router = useRouter()
  const [sent, setSent] = useState<SentFile[]>([])
  const [isWorking, startWork] = useTransition()

  function send(files: File[]) {
    setSent([])
    startWork(async () => {
      for (const file of files) {
        const outcome = await sendBankFile(file, t('notReached'))
        setSent((before) => [...before, outcome])
      }
      router.refresh()
    })
  }

  return (
    <div className="grid gap-3">
      <FileDrop
        accept=".xml,.camt,text/xml,application/xml"
        multiple
        disabled={isWorking}
        hint={t('hint')}
        onFiles={send}
      />
      <div role="status" className="grid gap-2 empty:hidden">
        {isWorking && (
          <p className="flex items-center gap-2 text-muted text-sm">
            <Spinner className="size-4" />
            {t('reading')}
          </p>
        )}
        {sent.map((file) => (
          <FileOutcome key={file.id} file={file} currency={currency} />
        ))}
      </div>
    </div>
  )
}
