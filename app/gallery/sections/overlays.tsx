'use client'

import { Copy, Ellipsis, Trash } from 'lucide-react'
import { toast } from 'sonner'
import { Section } from '@/app/gallery/section'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DataList } from '@/components/ui/data-list'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuTrigger,
  MenuItem,
  MenuLabel,
  MenuSeparator,
} from '@/components/ui/dropdown-menu'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { MoneyInput } from '@/components/ui/money-input'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/sheet'
import { Tooltip } from '@/components/ui/tooltip'

/** What floats over the page. `open` names the one that is open from the start. */
export function OverlaySection({ open }: { open?: string }) {
  return (
    <Section title="Overlays">
      <div className="flex flex-wrap gap-2">
        <Dialog defaultOpen={open === 'dialog'}>
          <DialogTrigger asChild>
            <Button>Dialog</Button>
          </DialogTrigger>
          <DialogContent
            title="Record a payment"
            description="For invoice 2026-00117, CHF 412.50 open."
            footer={
              <>
                <DialogClose asChild>
                  <Button>Cancel</Button>
                </DialogClose>
                <Button variant="primary">Record CHF 412.50</Button>
              </>
            }
          >
            <Field label="Amount">
              <MoneyInput currency="CHF" defaultValue={41_250} />
            </Field>
          </DialogContent>
        </Dialog>
        <Sheet defaultOpen={open === 'sheet'}>
          <SheetTrigger asChild>
            <Button>Sheet</Button>
          </SheetTrigger>
          <SheetContent
            title="R-2026-00042"
            description="Anna Keller"
            footer={<Button variant="primary">Hand over</Button>}
          >
            <DataList
              facts={[
                { label: 'Vehicle', value: 'Fiat 500 Hybrid' },
                { label: 'Flight', value: '' },
              ]}
            />
          </SheetContent>
        </Sheet>
        <ConfirmDialog
          trigger={<Button variant="danger">Cancel reservation</Button>}
          title="Cancel R-2026-00042?"
          consequences={[
            'Refunds CHF 120.00 to the card ending in 42.',
            'Frees ZH 431 254 from 21 to 24 Nov.',
            'Tells Anna Keller by e-mail.',
          ]}
          confirmLabel="Cancel reservation"
          onConfirm={() => new Promise((done) => setTimeout(done, 800))}
        />
        <DropdownMenu defaultOpen={open === 'menu'}>
          <DropdownMenuTrigger asChild>
            <IconButton label="More" variant="secondary">
              <Ellipsis />
            </IconButton>
          </DropdownMenuTrigger>
          <DropdownMenuContent>
            <MenuLabel>Reservation</MenuLabel>
            <MenuItem>
              <Copy /> Copy
            </MenuItem>
            <MenuItem disabled>Not now</MenuItem>
            <MenuSeparator />
            <MenuItem tone="danger">
              <Trash /> Cancel
            </MenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
        <Popover defaultOpen={open === 'popover'}>
          <PopoverTrigger asChild>
            <Button>Why 412.50?</Button>
          </PopoverTrigger>
          <PopoverContent aria-label="Price">3 days at 69.00, one child seat at 15.00 a day.</PopoverContent>
        </Popover>
        <Tooltip label="Inspection due on 19 Oct 2028">
          <Button variant="ghost">Tooltip</Button>
        </Tooltip>
        <Button onClick={() => toast.success('Saved', { description: 'R-2026-00042 now ends on 25 Nov.' })}>
          Toast
        </Button>
        <Button onClick={() => toast.error('Not saved', { description: 'ZH 431 254 is taken on 25 Nov.' })}>
          Toast, refused
        </Button>
      </div>
    </Section>
  )
}
