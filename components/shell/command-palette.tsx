'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Content, Description, Overlay, Portal, Root, Title } from 'radix-ui/dialog'
import type { ReactNode } from 'react'
import type { PaletteEntry } from '@/components/shell/palette-entries'
import { Kbd } from '@/components/ui/kbd'
import { menuItemStyle, scrimStyle } from '@/components/ui/overlay-style'

type CommandPaletteProps = {
  groups: { heading: string; entries: PaletteEntry[] }[]
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Every place and action by typing a few letters of it. */
export function CommandPalette({ groups, open, onOpenChange }: CommandPaletteProps) {
  const t = useTranslations('shell.palette')
  const router = useRouter()

  function run(entry: PaletteEntry) {
    onOpenChange(false)
    if ('href' in entry) router.push(entry.href)
    else entry.act()
  }

  return (
    <Root open={open} onOpenChange={onOpenChange}>
      <Portal>
        <Overlay className={scrimStyle} />
        <Content className="fixed inset-x-2 top-2 z-50 mx-auto max-w-xl overflow-hidden rounded-lg border border-line-strong bg-raised shadow-float outline-none data-[state=open]:animate-pop-in sm:top-[15vh]">
          <Title className="sr-only">{t('title')}</Title>
          <Description className="sr-only">{t('description')}</Description>
          <Command label={t('title')} loop>
            <div className="flex items-center gap-2.5 border-b px-4">
              <Search aria-hidden="true" className="size-4 shrink-0 text-faint" />
              <Command.Input
                placeholder={t('placeholder')}
                className="h-12 w-full bg-transparent text-lg outline-none focus-visible:outline-none"
              />
              <Kbd>Esc</Kbd>
            </div>
            <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-8 text-center text-muted text-sm">{t('empty')}</Command.Empty>
              {groups.map(({ heading, entries }) => (
                <Group key={heading} heading={heading}>
                  {entries.map((entry) => (
                    <Entry key={entry.label} entry={entry} onSelect={() => run(entry)} />
                  ))}
                </Group>
              ))}
            </Command.List>
          </Command>
        </Content>
      </Portal>
    </Root>
  )
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Command.Group>
  )
}

function Entry({
  entry: { icon: Icon, label, keys },
  onSelect,
}: {
  entry: PaletteEntry
  onSelect: () => void
}) {
  return (
    <Command.Item value={label} onSelect={onSelect} className={menuItemStyle}>
      <Icon aria-hidden="true" strokeWidth={1.75} />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {keys?.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </Command.Item>
  )
}
