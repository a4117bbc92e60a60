import type { ContractPage } from '@/lib/contracts/documents/page'
import { formatDateTime, formatDay } from '@/lib/core/dates'
import { formatKm } from '@/lib/core/distance'
import { drawFacts } from '@/lib/core/documents/fact-row'
import { formatPhone } from '@/lib/core/documents/format'
import { INK, mm } from '@/lib/core/documents/sheet'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'

type Party = {
  name: string
  street?: string | null
  house_number?: string | null
  postal_code?: string | null
  town?: string | null
  email?: string | null
  phone?: string | null
}

/** Head of the contract: who, with whom, which vehicle, when. */
export function drawParties(page: ContractPage): void {
  drawHead(page)
  drawSides(page)
  drawVehicle(page)
  drawPeriod(page)
  drawDrivers(page)
}

/** Whose document it is, and what the document is called. */
export function drawHead({ sheet, facts, words }: ContractPage): void {
  const { company, contract } = facts
  sheet.drawSender(company.legal_name ?? company.name)
  sheet.draw(facts.reservation_number, sheet.left + sheet.width, sheet.y + 14, {
    size: 8,
    color: INK.quiet,
    align: 'right',
  })
  sheet.y += mm(16)
  const title = `${words.title} ${contract.number}`
  sheet.draw(title, sheet.left, sheet.y + 18, { face: sheet.fonts.semibold, size: 18 })
  sheet.y += 34
}

function linesOf(party: Party): string[] {
  return [
    party.name,
    [party.street, party.house_number].filter(Boolean).join(' '),
    [party.postal_code, party.town].filter(Boolean).join(' '),
    [formatPhone(party.phone), party.email].filter(Boolean).join(' · '),
  ].filter(Boolean)
}

/** Both parties, side by side. */
export function drawSides({ sheet, words, facts: { company, customer: renter } }: ContractPage): void {
  const lessor: Party = { ...company, name: company.legal_name ?? company.name }
  const half = sheet.width / 2
  const top = sheet.y
  const ends = [
    { label: words.lessor, lines: linesOf(lessor), x: sheet.left },
    { label: words.renter, lines: linesOf(renter), x: sheet.left + half },
  ].map(({ label, lines, x }) => {
    sheet.y = top
    sheet.draw(label, x, sheet.y + 8, { size: 8, color: INK.quiet })
    sheet.y += 12
    for (const [index, line] of lines.entries()) {
      const face = index === 0 ? sheet.fonts.semibold : sheet.fonts.regular
      sheet.paragraph(line, { x, width: half - mm(6), face })
    }
    return sheet.y
  })
  sheet.y = Math.max(...ends) + mm(4)
  sheet.rule()
  sheet.y += mm(3)
}

function drawVehicle({ sheet, facts: { vehicle }, words, language }: ContractPage): void {
  drawFacts(sheet, [
    { label: words.vehicle, value: `${vehicle.make} ${vehicle.model}`, share: 50 },
    { label: words.plate, value: vehicle.plate.replaceAll(' ', '\u00A0'), share: 30 },
    { label: words.vin, value: vehicle.vin, share: 48 },
    { label: words.category, value: labelOf(vehicle.category_names, language), share: 42 },
  ])
  sheet.y += mm(2)
}

function drawPeriod({ sheet, facts, words, language }: ContractPage): void {
  const { contract, company } = facts
  const at = (instant: string) =>
    formatDateTime(new Date(instant), { timeZone: company.time_zone, locale: language })
  const begun = [
    at(contract.starts_at),
    facts.pickup_location,
    ...(contract.picked_up_at ? [words.handedOver(at(contract.picked_up_at))] : []),
  ]
  drawFacts(sheet, [
    { label: words.pickup, value: begun.join('\n'), share: 54 },
    { label: words.return, value: `${at(contract.ends_at)}\n${facts.return_location}`, share: 54 },
    { label: words.included, value: formatKm(contract.included_km), share: 28 },
    { label: words.extraKm, value: formatMoney(contract.extra_km_rappen, contract.currency), share: 34 },
  ])
  sheet.y += mm(2)
}

/** Everybody who may drive, the one who signs first. */
function drawDrivers({ sheet, facts, words, language }: ContractPage): void {
  const drivers = facts.driver ? [facts.driver, ...facts.further_drivers] : []
  const day = (date: string) => formatDay(date, language)
  for (const [index, driver] of drivers.entries()) {
    const number = driver.licence_number ?? '–'
    const valid = driver.licence_expires_on ? `, ${words.validUntil} ${day(driver.licence_expires_on)}` : ''
    const categories =
      driver.licence_categories.length > 0 ? ` (${driver.licence_categories.join(', ')})` : ''
    const name = `${driver.first_name} ${driver.last_name}`
    drawFacts(sheet, [
      { label: index === 0 ? words.driver : words.furtherDriver, value: name, share: 50 },
      { label: words.born, value: driver.birth_date ? day(driver.birth_date) : '–', share: 30 },
      { label: words.licence, value: `${number}${categories}${valid}`, share: 90 },
    ])
  }
}
