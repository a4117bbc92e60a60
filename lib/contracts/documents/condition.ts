import { rgb } from 'pdf-lib'
import type { ContractDamage, ContractHandover } from '@/lib/contracts/documents/contract-facts'
import { type ContractPage, drawTitle } from '@/lib/contracts/documents/page'
import { formatKm } from '@/lib/core/distance'
import { chargeLabel } from '@/lib/core/documents/charge-label'
import { CHARGE_WORDS } from '@/lib/core/documents/charge-words'
import { drawFacts } from '@/lib/core/documents/fact-row'
import { mm } from '@/lib/core/documents/sheet'
import { drawTable } from '@/lib/core/documents/table'
import { formatMoney } from '@/lib/core/money'

const SKETCH = mm(58)
/** A mark's colour says how bad it is. */
export const DAMAGE_INKS = {
  minor: rgb(0.72, 0.45, 0.02),
  medium: rgb(0.78, 0.3, 0.05),
  major: rgb(0.75, 0.1, 0.12),
}

/** Odometer, fuel, cleanliness, what goes along, and every mark on the vehicle: on the sketch by number, beneath it in words. */
export async function drawCondition(page: ContractPage, pickup: ContractHandover): Promise<void> {
  const { sheet, words } = page
  drawTitle(page, words.condition)
  const km = pickup.odometer_km === null ? '–' : formatKm(pickup.odometer_km)
  drawFacts(sheet, [
    { label: words.odometer, value: km, share: 40 },
    { label: words.fuel, value: fuelOf(page, pickup), share: 82 },
    { label: words.cleanliness, value: pickup.clean === false ? words.notClean : words.clean, share: 48 },
  ])
  const along = alongOf(page, pickup)
  if (along.length > 0) drawFacts(sheet, [{ label: words.along, value: along.join(', '), share: 1 }])
  if (pickup.notes) {
    sheet.y += mm(2)
    sheet.paragraph(`${words.notes}: ${pickup.notes}`)
  }
  sheet.y += mm(2)
  await drawMarks(page, pickup.damages)
}

function fuelOf({ facts, words }: ContractPage, { fuel_percent: percent }: ContractHandover): string {
  if (percent === null) return '–'
  const { contract, vehicle } = facts
  if (vehicle.tank_litres === 0) return eighths(percent)
  const [unit, rappen] =
    vehicle.fuel === 'electric'
      ? (['kwh', contract.charge_price_rappen] as const)
      : (['litre', contract.fuel_price_rappen] as const)
  return `${eighths(percent)}, ${words.refill[unit](formatMoney(rappen, contract.currency))}`
}

/** Keys and accessories that were counted; one of the company's own extras has the name it was booked by. */
export function alongOf({ facts, words, language }: ContractPage, { checklist }: ContractHandover): string[] {
  if (!checklist) return []
  const nameOf = (code: string) => {
    const booked = facts.lines.find((line) => line.kind === 'extra' && line.code === code)
    if (booked) return chargeLabel(booked, language)
    return words.accessories[code as keyof typeof words.accessories] ?? code
  }
  return [
    ...(checklist.keys == null ? [] : [words.keys(checklist.keys)]),
    ...(checklist.accessories ?? []).map(nameOf),
  ]
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
