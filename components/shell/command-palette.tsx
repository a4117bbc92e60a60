'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Content, Description, Overlay, Portal, Root, Title } from 'radix-ui/dialog'
import { type ReactNode, useState } from 'react'
import { hitKinds } from '@/components/shell/hit-kinds'
import type { PaletteEntry } from '@/components/shell/palette-entries'
import { useSearch } from '@/components/shell/use-search'
import { Kbd } from '@/components/ui/kbd'
import { menuItemStyle, scrimStyle } from '@/components/ui/overlay-style'
import { Spinner } from '@/components/ui/spinner'
import { KINDS } from '@/lib/search/schema'

type CommandPaletteProps = {
  groups: { heading: string; entries: PaletteEntry[] }[]
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Every record, place and action by typing a few letters of it. */
export function CommandPalette({ groups, open, onOpenChange }: CommandPaletteProps) {
  const t = useTranslations('shell.palette')
  return (
    <Root open={open} onOpenChange={onOpenChange}>
      <Portal>
        <Overlay className={scrimStyle} />
        <Content className="fixed inset-x-2 top-2 z-50 mx-auto max-w-xl overflow-hidden rounded-lg border border-line-strong bg-raised shadow-float outline-none data-[state=open]:animate-pop-in sm:top-[15vh]">
          <Title className="sr-only">{t('title')}</Title>
          <Description className="sr-only">{t('description')}</Description>
          <Palette groups={groups} onClose={() => onOpenChange(false)} />
        </Content>
      </Portal>
    </Root>
  )
}

/** Lives as long as the palette is open, so that it opens empty. */
function Palette({ groups, onClose }: Pick<CommandPaletteProps, 'groups'> & { onClose: () => void }) {
  const t = useTranslations('shell.palette')
  const router = useRouter()
  const [text, setText] = useState('')
  const { hits, isSearching, hasFailed } = useSearch(text)
  const matching = groups
    .map(({ heading, entries }) => ({ heading, entries: entries.filter(({ label }) => fits(label, text)) }))
    .filter(({ entries }) => entries.length > 0)

  function run(entry: PaletteEntry) {
    onClose()
    if ('href' in entry) router.push(entry.href)
    else entry.act()
  }

  return (
    // The database decides what fits; what it found although it is misspelt must not be sorted out again.
    <Command label={t('title')} loop shouldFilter={false}>
      <div className="flex items-center gap-2.5 border-b px-4">
        {isSearching ? (
          <Spinner className="size-4 shrink-0" />
        ) : (
          <Search aria-hidden="true" className="size-4 shrink-0 text-faint" />
        )}
        <Command.Input
          value={text}
          onValueChange={setText}
          maxLength={100}
          placeholder={t('placeholder')}
          className="h-12 w-full bg-transparent text-lg outline-none focus-visible:outline-none"
        />
        <Kbd>Esc</Kbd>
      </div>
      <Command.List className="max-h-[min(28rem,65dvh)] overflow-y-auto p-1.5">
        {!isSearching && hits.length === 0 && matching.length === 0 && (
          // A list of options takes nothing else as a child.
          <p role="presentation" className="px-3 py-8 text-center text-muted text-sm">
            {t(hasFailed ? 'failed' : 'empty')}
          </p>
        )}
        {KINDS.map((kind) => {
          const found = hits.filter((hit) => hit.kind === kind)
          if (found.length === 0) return null
          const { icon, href } = hitKinds[kind]
          return (
            <Group key={kind} heading={t(`kinds.${kind}`)}>
              {found.map(({ id, title, detail }) => (
                <Entry
                  key={id}
                  value={`${kind}-${id}`}
                  entry={{ icon, label: title, href: href(id) }}
                  detail={detail}
                  onSelect={() => run({ icon, label: title, href: href(id) })}
                />
              ))}
            </Group>
          )
        })}
        {matching.map(({ heading, entries }) => (
          <Group key={heading} heading={heading}>
            {entries.map((entry) => (
              <Entry key={entry.label} value={entry.label} entry={entry} onSelect={() => run(entry)} />
            ))}
          </Group>
        ))}
      </Command.List>
    </Command>
  )
}

/** Whether every typed word begins a word of the label. */
function fits(label: string, text: string): boolean {
  const words = label.toLowerCase().split(/\s+/)
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)))
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

type EntryProps = { value: string; entry: PaletteEntry; detail?: string; onSelect: () => void }

function Entry({ value, entry: { icon: Icon, label, keys }, detail, onSelect }: EntryProps) {
  return (
    <Command.Item value={value} onSelect={onSelect} className={menuItemStyle}>
      <Icon aria-hidden="true" strokeWidth={1.75} />
      <span className="tabular min-w-0 flex-1 truncate text-ink">
        {label}
        {detail && <span className="ml-2 text-muted">{detail}</span>}
      </span>
      {keys?.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </Command.Item>
  )
}
