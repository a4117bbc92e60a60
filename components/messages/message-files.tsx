import { FileText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MessageFile } from '@/lib/messages/conversation'

type MessageFilesProps = {
  files: MessageFile[]
  /** Where a file is opened, before its id; without it the reader may know of it and not open it. */
  base: string | null
}

/** What came or went with a message: pictures small, papers by name, and of the rest why it is not there. */
export function MessageFiles({ files, base }: MessageFilesProps) {
  if (files.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2">
      {files.map((file) => (
        <li key={file.id} className="min-w-0 max-w-full">
          <OneFile file={file} base={base} />
        </li>
      ))}
    </ul>
  )
}

function OneFile({ file, base }: { file: MessageFile; base: string | null }) {
  const t = useTranslations('portal.messages')
  const { id, status, refusal, isPicture } = file
  const kind = isPicture ? 'photo' : 'document'
  const name = file.name ?? t(status === 'kept' ? kind : 'file')
  if (status !== 'kept') {
    const why = status === 'refused' && refusal ? t(`refused.${refusal}`, { name }) : null
    return (
      <p className="wrap-anywhere rounded border border-dashed px-2 py-1 text-muted text-xs">
        {why ?? t(status === 'deleted' ? 'deleted' : 'awaited', { name })}
      </p>
    )
  }
  const face = isPicture ? (
    <Picture name={name} src={base && `${base}/${id}?thumbnail=true`} />
  ) : (
    <span className="flex min-w-0 items-center gap-1.5 rounded border bg-surface px-2 py-1.5">
      <FileText aria-hidden="true" className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 wrap-anywhere">{name}</span>
      <span className="tabular shrink-0 text-muted text-xs">{sizeOf(file.bytes)}</span>
    </span>
  )
  if (!base) return face
  return (
    <a
      href={`${base}/${id}`}
      target="_blank"
      rel="noreferrer"
      aria-label={t('open', { name })}
      className="block rounded hover:opacity-90"
    >
      {face}
    </a>
  )
}

/** As large as it will be before it is there: what is written beneath does not jump. */
function Picture({ name, src }: { name: string; src: string | null }) {
  if (!src) return <span className="rounded border bg-surface px-2 py-1.5">{name}</span>
  return (
    <img
      src={src}
      alt={name}
      width={128}
      height={128}
      loading="lazy"
      className="size-32 rounded border bg-sunken object-cover"
    />
  )
}

function sizeOf(bytes: number | null): string {
  const kilobytes = Math.max(1, Math.round((bytes ?? 0) / 1_000))
  return kilobytes < 1_000 ? `${kilobytes} kB` : `${(kilobytes / 1_000).toFixed(1)} MB`
}
