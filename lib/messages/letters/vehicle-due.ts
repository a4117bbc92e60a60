import { formatDate } from '@/lib/core/dates'
import { formatKm } from '@/lib/core/distance'
import { appUrl } from '@/lib/core/hosts'
import { type Fact, type Letter, paragraph } from '@/lib/messages/letter'
import { textsIn } from '@/lib/messages/texts/by-language'
import type { DueItem, VehicleDueFacts } from '@/lib/messages/vehicle-due-facts'

/** Reminds the company of the services, inspections and insurances that fall due: one by itself, several as a list. */
export function vehicleDueLetter(facts: VehicleDueFacts): Letter {
  const { once } = textsIn(facts.language).vehicleDue
  const { intro, rows, button, ...head } = facts.items.length === 1 ? oneDue(facts) : severalDue(facts)
  return {
    ...head,
    preview: intro,
    blocks: [paragraph(intro), { kind: 'facts', rows }, { kind: 'button', ...button }, paragraph(once)],
    sender: { name: facts.company, accentColor: facts.accentColor, contact: [] },
  }
}

function oneDue({ items: [due], language }: VehicleDueFacts) {
  const { rows, vehicleDue: own } = textsIn(language)
  const item = own.items[due.item]
  return {
    subject: own.subject({ item, plate: due.plate }),
    heading: (due.isOverdue ? own.headingOverdue : own.heading)({ item }),
    intro: own.intro({ vehicle: `${due.vehicle}, ${due.plate}` }),
    rows: [{ label: rows.vehicle, value: due.vehicle, detail: due.plate }, ...factsOf(due, language)],
    button: { label: own.button, url: appUrl(`/dashboard/fleet/${due.vehicleId}`) },
  }
}

function severalDue({ items, language }: VehicleDueFacts) {
  const { vehicleDue: own } = textsIn(language)
  const count = items.length
  return {
    subject: own.several.subject({ count }),
    heading: own.several.heading({ count }),
    intro: own.several.intro,
    rows: items.map((due) => ({
      label: own.items[due.item],
      value: `${due.vehicle}, ${due.plate}`,
      detail: [
        ...(due.isOverdue ? [own.several.overdue] : []),
        ...factsOf(due, language).map(({ label, value }) => `${label} ${value}`),
      ].join(' · '),
    })),
    button: { label: own.several.button, url: appUrl('/dashboard') },
  }
}

function factsOf(
  { item, dueOn, dueKm, odometerKm, policy }: DueItem,
  language: VehicleDueFacts['language'],
): Fact[] {
  const { vehicleDue: own } = textsIn(language)
  return [
    // A calendar day belongs to no zone: read and written in the same one, it stays itself.
    ...(dueOn ? [{ label: own.due, value: day(dueOn, language), strong: true }] : []),
    ...(dueKm === null
      ? []
      : [
          { label: own.dueKm, value: formatKm(dueKm), strong: true },
          { label: own.odometer, value: formatKm(odometerKm) },
        ]),
    ...(item === 'insurance' && policy ? [{ label: own.policy, value: policy }] : []),
  ]
}

function day(date: string, locale: string): string {
  return formatDate(new Date(`${date}T12:00:00Z`), { timeZone: 'UTC', locale })
}
