import { Section } from '@/app/gallery/section'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { PageHeader } from '@/components/ui/page-header'
import { Stat } from '@/components/ui/stat'
import { StatusBadge } from '@/components/ui/status-badge'
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs'

const facts = [
  { label: 'Vehicle', value: 'Fiat 500 Hybrid · ZH 431 254' },
  { label: 'Pickup', value: <DateTime instant="2026-11-21T13:30:00Z" timeZone="Europe/Zurich" /> },
  { label: 'Return', value: <DateTime instant="2026-11-24T08:00:00Z" timeZone="Europe/Zurich" /> },
  { label: 'Flight', value: null },
]

/** A record's page in small: head, figures, facts, tabs. */
export function RecordSection() {
  return (
    <Section title="Records">
      <PageHeader
        title="R-2026-00042"
        back={{ href: '#records', label: 'Reservations' }}
        badge={<StatusBadge kind="reservation" status="confirmed" />}
        actions={
          <>
            <Button>Change</Button>
            <Button variant="primary">Hand over</Button>
          </>
        }
      />
      <div className="grid grid-cols-2 gap-4 rounded-lg border bg-surface p-4 lg:grid-cols-4">
        <Stat
          label="Revenue"
          value={<Money amountRappen={4_812_300} currency="CHF" />}
          trend={{ percent: 12, against: 'last month' }}
        />
        <Stat label="Utilisation" value="74 %" trend={{ percent: -3, against: 'last month' }} />
        <Stat label="Overdue" value="2" trend={{ percent: -50, against: 'last week', lessIsBetter: true }} />
        <Stat label="Pickups today" value="9" trend={{ percent: 0, against: 'last Friday' }} />
      </div>
      <div className="grid gap-4 md:grid-cols-[2fr_1fr]">
        <Card title="Rental" actions={<Button size="sm">Edit</Button>}>
          <Tabs defaultValue="facts">
            <TabList aria-label="Rental">
              <Tab value="facts">Facts</Tab>
              <Tab value="history">History</Tab>
            </TabList>
            <TabPanel value="facts">
              <DataList facts={facts} />
            </TabPanel>
            <TabPanel value="history">Anna Keller booked on the site.</TabPanel>
          </Tabs>
        </Card>
        <Card title="Price">
          <DataList
            className="grid-cols-[1fr_auto] [&_dd]:text-right"
            facts={[
              { label: '3 days', value: <Money amountRappen={20_700} bare /> },
              { label: 'Child seat', value: <Money amountRappen={4_500} bare /> },
              { label: 'Discount', value: <Money amountRappen={-2_000} bare /> },
              { label: 'Total CHF', value: <Money amountRappen={23_200} bare className="font-semibold" /> },
            ]}
          />
        </Card>
      </div>
    </Section>
  )
}
