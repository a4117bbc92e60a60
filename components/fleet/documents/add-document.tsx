'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'
import { toast } from 'sonner'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FileDrop } from '@/components/ui/file-drop'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'

const KINDS = ['registration', 'insurance', 'inspection', 'invoice', 'other']

/** Adds a paper to a vehicle; the file goes as it is, because a form would carry no more than a megabyte. */
export function AddDocument({ vehicleId }: { vehicleId: string }) {
  const t = useTranslations('fleet.documents')
  const [isOpen, setOpen] = useState(false)
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm">{t('add')}</Button>
      </DialogTrigger>
      <DialogContent title={t('add')} description={t('addText')}>
        <DocumentForm vehicleId={vehicleId} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}

/** What is chosen goes with the dialog: one that opens again is empty. */
function DocumentForm({ vehicleId, onDone }: { vehicleId: string; onDone: () => void }) {
  const t = useTranslations('fleet.documents')
  const router = useRouter()
  const [file, setFile] = useState<File | null>(null)
  const [name, setName] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [isSending, startSending] = useTransition()

  function choose(given: File | undefined) {
    setFile(given ?? null)
    setFailure(null)
    // The file's own name is the best first guess; who typed one keeps it.
    if (given && name === '') setName(given.name.replace(/\.[^.]+$/, '').slice(0, 120))
  }

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const kind = String(new FormData(event.currentTarget).get('kind'))
    if (!file || name.trim() === '') return setFailure(t(file ? 'nameMissing' : 'fileMissing'))
    startSending(async () => {
      const said = await upload(
        `/api/vehicles/${vehicleId}/documents?${new URLSearchParams({ kind, name })}`,
        file,
      )
      if (said !== null) return setFailure(said || t('failed'))
      toast.success(t('added'))
      onDone()
      router.refresh()
    })
  }

  return (
    <form onSubmit={send} noValidate className="grid gap-4">
      {failure && <Alert tone="danger" role="alert" title={failure} />}
      <Field label={t('file')} name="file" required>
        <FileDrop
          accept=".pdf,application/pdf,image/jpeg,image/png,image/webp"
          hint={t('hint')}
          onFiles={([given]) => choose(given)}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('kind')} name="kind" required>
          <Select>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('name')} name="name" required>
          <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
      </div>
      <SubmitButton loading={isSending} className="justify-self-start">
        {t('add')}
      </SubmitButton>
    </form>
  )
}

/** Sends the file's bytes; what was wrong comes back, null when nothing was. */
async function upload(address: string, file: File): Promise<string | null> {
  try {
    const response = await fetch(address, { method: 'POST', body: file })
    if (response.ok) return null
    const answer = (await response.json()) as { error?: { message?: string } }
    return answer.error?.message ?? ''
  } catch {
    return ''
  }
}
