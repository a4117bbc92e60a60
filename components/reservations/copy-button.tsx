'use client'

import { Copy } from 'lucide-react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'

/** Puts a text on the clipboard. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  return (
    <Button size="sm" onClick={() => navigator.clipboard.writeText(text).then(() => toast.success(done))}>
      <Copy aria-hidden="true" />
      {label}
    </Button>
  )
}
