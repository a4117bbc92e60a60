import { Section } from '@/app/gallery/section'
import { VehicleSilhouette } from '@/components/icons/vehicle-silhouette'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'

const tones = ['neutral', 'info', 'success', 'warning', 'danger'] as const

/** What the product says when there is nothing, something wrong, or something to wait for. */
export function MessageSection() {
  return (
    <Section title="Messages">
      <div className="grid gap-2">
        {tones.map((tone) => (
          <Alert
            key={tone}
            tone={tone}
            title="The deposit is held until 28 Nov."
            actions={<Button size="sm">Look</Button>}
          >
            It is released when the contract closes.
          </Alert>
        ))}
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        <Card flush>
          <EmptyState
            picture={<VehicleSilhouette body="compact" className="w-40" />}
            title="No vehicles yet"
            actions={
              <>
                <Button variant="primary">Import a list</Button>
                <Button>Add one</Button>
              </>
            }
          >
            Your fleet stands here. Bring it in from a spreadsheet, with rates and inspection dates, in one
            go.
          </EmptyState>
        </Card>
        <Card flush>
          <ErrorState requestId="01JD4Z6K9T" actions={<Button>Try once more</Button>} />
        </Card>
      </div>
      <Card title="Coming">
        <div className="grid gap-3">
          <Skeleton className="w-1/3" />
          <Skeleton />
          <Skeleton className="w-2/3" />
        </div>
      </Card>
    </Section>
  )
}
