import { rgb } from 'pdf-lib'
import type { ContractDamage, ContractHandover } from '@/lib/contracts/documents/contract-facts'
import { type ContractPage, drawTitle } from '@/lib/contracts/documents/page'
import { formatKm } from '@/lib/core/distance'
import { CHARGE_WORDS } from '@/lib/core/documents/charge-words'
import { drawFacts } from '@/lib/core/documents/fact-row'
import { mm } from '@/lib/core/documents/sheet'
import { drawTable } from '@/lib/core/documents/table'

const SKETCH = mm(58)
/** A mark's colour says how bad it is. */
export const DAMAGE_INKS = {
  minor: rgb(0.72, 0.45, 0.02),
  medium: rgb(0.78, 0.3, 0.05),
  major: rgb(0.75, 0.1, 0.12),
}

/** Odometer, fuel, cleanliness, and every mark on the vehicle: on the sketch by number, beneath it in words. */
export async function drawCondition(page: ContractPage, pickup: ContractHandover): Promise<void> {
  const { sheet, words } = page
  drawTitle(page, words.condition)
  const km = pickup.odometer_km === null ? '–' : formatKm(pickup.odometer_km)
  drawFacts(sheet, [
    { label: words.odometer, value: km, share: 50 },
    {
      label: words.fuel,
      value: pickup.fuel_percent === null ? '–' : eighths(pickup.fuel_percent),
      share: 50,
    },
    { label: words.cleanliness, value: pickup.clean === false ? words.notClean : words.clean, share: 70 },
  ])
  if (pickup.notes) {
    sheet.y += mm(2)
    sheet.paragraph(`${words.notes}: ${pickup.notes}`)
  }
  sheet.y += mm(2)
  await drawMarks(page, pickup.damages)
}

/** Marks on the vehicle: on the sketch by number, beneath it in words. */
export async function drawMarks(page: ContractPage, damages: ContractDamage[]): Promise<void> {
  if (damages.length === 0) return page.sheet.paragraph(page.words.noDamage)
  await drawSketch(page, damages)
  drawDamages(page, damages)
}

/** Fuel gauges are read in eighths; what lies between is given as it was entered. */
export function eighths(percent: number): string {
  const share = Math.round((percent / 100) * 8)
  return Math.abs((share / 8) * 100 - percent) <= 1 ? `${share}/8` : `${percent}\u00A0%`
}

async function drawSketch({ sheet, pictures }: ContractPage, damages: ContractDamage[]): Promise<void> {
  if (!pictures.sketch) return
  sheet.ensure(SKETCH + mm(4))
  const x = sheet.left + (sheet.width - SKETCH) / 2
  await sheet.picture(pictures.sketch, x, sheet.y, { width: SKETCH, height: SKETCH })
  for (const [index, damage] of damages.entries()) {
    if (damage.view === 'interior') continue
    const at = { x: x + damage.x * SKETCH, y: sheet.y + damage.y * SKETCH }
    sheet.mark(at.x, at.y, String(index + 1), DAMAGE_INKS[damage.severity])
  }
  sheet.y += SKETCH + mm(4)
}

function drawDamages({ sheet, words, language }: ContractPage, damages: ContractDamage[]): void {
  const { damages: kinds } = CHARGE_WORDS[language]
  const columns = [
    { title: '', width: mm(10) },
    { title: words.damage.place, width: mm(28) },
    { title: words.damage.kind, width: mm(34) },
    { title: words.damage.severity, width: mm(26) },
    { title: words.damage.note, width: sheet.width - mm(98) },
  ]
  const rows = damages.map(({ view, kind, severity, note }, index) => ({
    cells: [String(index + 1), words.views[view], kinds[kind], words.severities[severity], note ?? ''],
  }))
  drawTable(sheet, columns, rows)
}
