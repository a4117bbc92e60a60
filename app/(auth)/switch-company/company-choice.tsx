'use client'

import { useActionState } from 'react'
import { switchCompanyAction } from '@/app/(auth)/actions'
import { Alert } from '@/components/ui/alert'
import type { ActionResult } from '@/lib/core/action'

type CompanyChoiceProps = { companyId: string; name: string; role: string; note?: string | undefined }

/** One company to go on in. */
export function CompanyChoice({ companyId, name, role, note }: CompanyChoiceProps) {
  const [result, choose, pending] = useActionState<ActionResult<unknown> | null, FormData>(
    (_, form) => switchCompanyAction(form),
    null,
  )
  return (
    <form action={choose} className="grid gap-2">
      <input type="hidden" name="companyId" value={companyId} />
      <button
        type="submit"
        disabled={pending}
        className="flex min-h-14 w-full items-center justify-between gap-4 rounded border border-line-strong bg-surface px-4 py-2 text-left hover:bg-sunken disabled:opacity-50"
      >
        <span className="grid min-w-0">
          <span className="truncate font-medium text-ink text-sm">{name}</span>
          <span className="text-muted text-xs">{role}</span>
        </span>
        {note && <span className="text-muted text-xs">{note}</span>}
      </button>
      {result && !result.ok && <Alert tone="danger" title={result.error.message} />}
    </form>
  )
}
