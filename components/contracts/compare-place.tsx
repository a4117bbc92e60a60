'use client'

import { useTranslations } from 'next-intl'
import { ComparePictures, type Picture } from '@/components/handover/photos/compare-pictures'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'

/** Opens the two pictures of a place, to be held against each other. */
export function ComparePlace({ title, before, after }: { title: string; before: Picture; after: Picture }) {
  const t = useTranslations('handover.photos')
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button variant="ghost" size="sm" aria-label={title}>
          {t('way')}
        </Button>
      </DialogTrigger>
      <DialogContent size="lg" title={title}>
        <ComparePictures before={before} after={after} />
      </DialogContent>
    </Dialog>
  )
}
