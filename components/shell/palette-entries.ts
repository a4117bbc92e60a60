import { HelpCircle, type LucideIcon, SunMoon } from 'lucide-react'
import { creationsFor } from '@/components/shell/creations'
import { placesFor } from '@/components/shell/navigation'
import type { ShellContext } from '@/components/shell/shell-context'
import { chooseTheme, currentTheme } from '@/components/shell/theme'

export type PaletteEntry = { label: string; icon: LucideIcon; keys?: string[] } & (
  | { href: string }
  | { act: () => void }
)

type Words = (key: string) => string

/** What the palette lists: where one can go, what one can start, what else the frame does. */
export function paletteGroups(context: ShellContext, t: Words, showHelp: () => void) {
  const places = placesFor(context).flatMap((group) => group.places)
  return [
    {
      heading: t('palette.create'),
      entries: creationsFor(context).map(({ name, href, icon }) => ({
        label: t(`create.${name}`),
        href,
        icon,
      })),
    },
    {
      heading: t('palette.places'),
      entries: places.map(({ name, href, icon, key }) => ({
        label: t(`places.${name}`),
        href,
        icon,
        keys: ['G', key],
      })),
    },
    {
      heading: t('palette.more'),
      entries: [
        { label: t('theme.toggle'), icon: SunMoon, act: toggleTheme },
        { label: t('shortcuts.title'), icon: HelpCircle, keys: ['?'], act: showHelp },
      ],
    },
  ].filter(({ entries }) => entries.length > 0) as { heading: string; entries: PaletteEntry[] }[]
}

/** From whatever is shown to the other one. */
function toggleTheme() {
  chooseTheme(currentTheme() === 'dark' ? 'light' : 'dark')
}
