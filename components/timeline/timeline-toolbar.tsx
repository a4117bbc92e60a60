import { ChevronLeft, ChevronRight, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { Equipment } from '@/lib/core/equipment'
import { GROUPINGS, type Grouping, ZOOMS, type Zoom } from '@/lib/timeline/schema'

type TimelineToolbarProps = {
  zoom: Zoom
  group: Grouping
  text: string
  /** What the vehicles that are shown have; of what the fleet has. */
  equipment: Equipment | null
  fleetEquipment: Equipment[]
  search: RefObject<HTMLInputElement | null>
  onZoom: (zoom: Zoom) => void
  onGroup: (group: Grouping) => void
  onText: (text: string) => void
  onEquipment: (equipment: Equipment | null) => void
  /** -1 back, 0 to today, 1 on. */
  onStep: (step: -1 | 0 | 1) => void
}

/** What is shown of the fleet's calendar: which stretch of time, how closely, in which groups, and whom one looks for. */
export function TimelineToolbar({
  zoom,
  group,
  text,
  equipment,
  fleetEquipment,
  search,
  onZoom,
  onGroup,
  onText,
  onEquipment,
  onStep,
}: TimelineToolbarProps) {
  const t = useTranslations('timeline')
  const words = useTranslations('fleet.equipment')
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <search className="w-full sm:w-64">
        <Input
          ref={search}
          type="search"
          value={text}
          onChange={({ target }) => onText(target.value)}
          aria-label={t('search')}
          placeholder={t('search')}
          prefix={<Search className="size-3.5" />}
          className="h-(--control-height-small) pl-9"
        />
      </search>
      {fleetEquipment.length > 0 && (
        <div className="w-full sm:w-44">
          <Select
            value={equipment ?? ''}
            onChange={({ target }) =>
              onEquipment(fleetEquipment.find((piece) => piece === target.value) ?? null)
            }
            aria-label={t('equipment')}
            className="h-(--control-height-small)"
          >
            <option value="">{t('anyEquipment')}</option>
            {fleetEquipment.map((piece) => (
              <option key={piece} value={piece}>
                {words(piece)}
              </option>
            ))}
          </Select>
        </div>
      )}
      <Choice
        label={t('group')}
        values={GROUPINGS}
        chosen={group}
        word={(one) => t(`groups.${one}`)}
        onChoose={onGroup}
      />
      <div className="max-sm:order-last">
        <Choice
          label={t('zoom')}
          values={ZOOMS}
          chosen={zoom}
          word={(one) => t(`zooms.${one}`)}
          onChoose={onZoom}
        />
      </div>
      <div className="ml-auto flex items-center gap-1">
        <Button size="icon" onClick={() => onStep(-1)} aria-label={t('earlier')}>
          <ChevronLeft aria-hidden="true" />
        </Button>
        <Button size="sm" onClick={() => onStep(0)}>
          {t('today')}
        </Button>
        <Button size="icon" onClick={() => onStep(1)} aria-label={t('later')}>
          <ChevronRight aria-hidden="true" />
        </Button>
      </div>
    </div>
  )
}

type ChoiceProps<T extends string> = {
  label: string
  values: readonly T[]
  chosen: T
  word: (value: T) => string
  onChoose: (value: T) => void
}

function Choice<T extends string>({ label, values, chosen, word, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset aria-label={label} className="flex rounded border border-line-strong bg-surface p-0.5">
      {values.map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
          className={cn(
            'h-[calc(var(--control-height-small)-0.375rem)] rounded-sm px-2 text-(length:--button-text)',
            value === chosen ? 'bg-pressed font-medium text-ink' : 'text-muted hover:text-ink',
          )}
        >
          {word(value)}
        </button>
      ))}
    </fieldset>
  )
}
