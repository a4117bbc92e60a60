import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { isMemoryHere } from '@/lib/handover/offline/memory'

type LogOutWarningProps = { count: number; onClose: () => void; onLogOut: () => Promise<void> }

/** Before somebody leaves who has handed vehicles over without network: it waits for them, and for nobody else. */
export function LogOutWarning({ count, onClose, onLogOut }: LogOutWarningProps) {
  const t = useTranslations('shell.unsent')
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('title')}
      consequences={[t('waits', { count }), t('onlyHere')]}
      confirmLabel={t('logOut')}
      onConfirm={onLogOut}
    />
  )
}

/** How much of somebody's handovers waits on this device; what cannot be asked counts as nothing. */
export async function countUnsentHere(userId: string): Promise<number> {
  try {
    if (!(await isMemoryHere())) return 0
    const [{ openPhoneDatabase }, { countUnsentOf }] = await Promise.all([
      import('@/lib/handover/offline/database'),
      import('@/lib/handover/offline/log'),
    ])
    const db = await openPhoneDatabase()
    const count = await countUnsentOf(db, userId)
    db.close()
    return count
  } catch {
    return 0
  }
}
