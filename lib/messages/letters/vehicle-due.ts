import { formatDate } from '@/lib/core/dates'
import { formatKm } from '@/lib/core/distance'
import { type Fact, type Letter, paragraph } from '@/lib/messages/letter'
import { textsIn } from '@/lib/messages/texts/by-language'
import type { VehicleDueFacts } from '@/lib/messages/vehicle-due-facts'

/** Reminds the company of a service, inspection or insurance that falls due. `url` is the vehicle's page. */
export function vehicleDueLetter(facts: VehicleDueFacts, url: string): Letter {
  const texts = textsIn(facts.language)
  const own = texts.vehicleDue
  const item = own.items[facts.item]
  const vehicle = `${facts.vehicle}, ${facts.plate}`
  return {
    subject: own.subject({ item, plate: facts.plate }),
    preview: own.intro({ vehicle }),
    heading: (facts.isOverdue ? own.headingOverdue : own.heading)({ item }),
    blocks: [
      paragraph(own.intro({ vehicle })),
      { kind: 'facts', rows: rowsOf(facts) },
      { kind: 'button', label: own.button, url },
      paragraph(own.once),
    ],
    sender: { name: facts.company, accentColor: facts.accentColor, contact: [] },
  }
}

function rowsOf(facts: VehicleDueFacts): Fact[] {
  const { rows, vehicleDue } = textsIn(facts.language)
  return [
    { label: rows.vehicle, value: facts.vehicle, detail: facts.plate },
    // A calendar day belongs to no zone: read and written in the same one, it stays itself.
    ...(facts.dueOn
      ? [{ label: vehicleDue.due, value: day(facts.dueOn, facts.language), strong: true }]
      : []),
    ...(facts.dueKm === null
      ? []
      : [
          { label: vehicleDue.dueKm, value: formatKm(facts.dueKm), strong: true },
          { label: vehicleDue.odometer, value: formatKm(facts.odometerKm) },
        ]),
    ...(facts.item === 'insurance' && facts.policy
      ? [{ label: vehicleDue.policy, value: facts.policy }]
      : []),
  ]
}

function day(date: string, locale: string): string {
  return formatDate(new Date(`${date}T12:00:00Z`), { timeZone: 'UTC', locale })
}
