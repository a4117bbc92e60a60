'use client'

import { CopyCheck, Ellipsis, FileUp, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuTrigger,
  MenuItem,
} from '@/components/ui/dropdown-menu'

type ListMenuProps = { canImport: boolean; canMerge: boolean; canErase: boolean }

/** What is done with customers as a whole, and seldom. */
export function ListMenu({ canImport, canMerge, canErase }: ListMenuProps) {
  const t = useTranslations('customers')
  if (!canImport && !canMerge && !canErase) return null
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button>
          <Ellipsis aria-hidden="true" />
          {t('more')}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {canImport && (
          <MenuItem asChild>
            <Link href="/dashboard/customers/import">
              <FileUp aria-hidden="true" />
              {t('import.action')}
            </Link>
          </MenuItem>
        )}
        {canMerge && (
          <MenuItem asChild>
            <Link href="/dashboard/customers/duplicates">
              <CopyCheck aria-hidden="true" />
              {t('duplicates.title')}
            </Link>
          </MenuItem>
        )}
        {canErase && (
          <MenuItem asChild>
            <Link href="/dashboard/customers/deleted">
              <Trash2 aria-hidden="true" />
              {t('data.deletedTitle')}
            </Link>
          </MenuItem>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
