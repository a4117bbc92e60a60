import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { EQUIPMENT, type Equipment } from '@/lib/core/equipment'

type EquipmentChoiceProps = {
  legend: string
  /** The heading is read out only. */
  legendHidden?: boolean
  /** What is ticked: from the start, or with `onChange` now. */
  chosen: readonly string[]
  /** Which pieces there are to choose from; without it all of them. */
  pieces?: readonly Equipment[]
  onChange?: (chosen: Equipment[]) => void
}

/** Pieces of equipment to tick; in a form they are the field `equipment`, as often as there are any. */
export function EquipmentChoice({
  legend,
  legendHidden,
  chosen,
  pieces = EQUIPMENT,
  onChange,
}: EquipmentChoiceProps) {
  const t = useTranslations('fleet.equipment')
  const toggled = (piece: Equipment, isOn: boolean) =>
    EQUIPMENT.filter((one) => (one === piece ? isOn : chosen.includes(one)))
  return (
    <fieldset className="min-w-0">
      <legend className={legendHidden ? 'sr-only' : 'mb-2 font-medium text-sm'}>{legend}</legend>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3">
        {pieces.map((piece) => (
          <Checkbox
            key={piece}
            name="equipment"
            value={piece}
            label={t(piece)}
            {...(onChange
              ? {
                  checked: chosen.includes(piece),
                  onCheckedChange: (value) => onChange(toggled(piece, value === true)),
                }
              : { defaultChecked: chosen.includes(piece) })}
          />
        ))}
      </div>
    </fieldset>
  )
}
