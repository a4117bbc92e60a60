'use client'

import { useTranslations } from 'next-intl'
import { placesFor } from '@/components/shell/navigation'
import type { ShellContext } from '@/components/shell/shell-context'
import { useModKey } from '@/components/shell/use-mod-key'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'

type ShortcutsHelpProps = { context: ShellContext; open: boolean; onOpenChange: (open: boolean) => void }

/** Every key and what it does. */
export function ShortcutsHelp({ context, open, onOpenChange }: ShortcutsHelpProps) {
  const t = useTranslations('shell')
  const modKey = useModKey()
  const places = placesFor(context).flatMap((group) => group.places)
  const rows = [
    { label: t('shortcuts.palette'), keys: [modKey, 'K'] },
    { label: t('shortcuts.create'), keys: ['C'] },
    { label: t('shortcuts.help'), keys: ['?'] },
    { label: t('shortcuts.filter'), keys: ['/'] },
    { label: t('shortcuts.rows'), keys: ['J', 'K'] },
    { label: t('shortcuts.select'), keys: ['X'] },
    { label: t('shortcuts.open'), keys: ['Enter'] },
    { label: t('shortcuts.openPage'), keys: ['O'] },
    { label: t('shortcuts.close'), keys: ['Esc'] },
    ...places.map(({ name, key }) => ({ label: t(`places.${name}`), keys: ['G', key] })),
  ]
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t('shortcuts.title')} description={t('shortcuts.text')} size="sm">
        <dl className="grid text-sm">
          {rows.map(({ label, keys }) => (
            <div
              key={label}
              className="flex items-center justify-between gap-4 border-b py-2 last:border-b-0"
            >
              <dt>{label}</dt>
              <dd className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  )
}
