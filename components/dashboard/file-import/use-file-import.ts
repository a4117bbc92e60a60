import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import { useAnswer } from '@/components/dashboard/use-answer'
import { MOST_LIST_BYTES } from '@/lib/core/list-file'

/**
 * A file that is looked at, then imported: what it would bring, what came of it, what went wrong. The file itself is sent
 * both times: the server trusts no preview.
 */
export function useFileImport<P, F>(
  preview: FormAction<P | { fileFault: F }>,
  run: FormAction<{ imported: number }>,
) {
  const t = useTranslations('errors.validation')
  const answered = useAnswer()
  const [file, setFile] = useState<File | null>(null)
  const [looked, setLooked] = useState<P | { fileFault: F } | null>(null)
  const [imported, setImported] = useState<number | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isWorking, startWork] = useTransition()

  function look(given: File | undefined) {
    if (!given) return
    setFile(given)
    setLooked(null)
    // What is larger than a request may be would not get as far as the check.
    const isTooLarge = given.size > MOST_LIST_BYTES
    setFailure(isTooLarge ? t('file_too_large') : null)
    if (isTooLarge) return
    startWork(async () => {
      const answer = await answered(preview({ file: given }))
      if (answer.ok) setLooked(answer.data)
      else setFailure(answer.error.fields?.file ?? answer.error.message)
    })
  }

  function importAll() {
    startWork(async () => {
      const answer = await answered(run({ file }))
      if (answer.ok) setImported(answer.data.imported)
      else setFailure(answer.error.message)
    })
  }

  return { look, importAll, looked, imported, failure, isWorking }
}
