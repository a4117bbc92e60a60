import { Camera } from 'lucide-react'
import { Section } from '@/app/gallery/section'
import { BottomBar } from '@/components/ui/bottom-bar'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Stepper } from '@/components/ui/stepper'

/** A handover's screen: one task, room for fingers, the next step under the thumb. */
export function PhoneSection() {
  return (
    <Section title="Phone">
      <div
        data-density="touch"
        className="mx-auto flex min-h-140 w-full max-w-90 flex-col overflow-hidden rounded-lg border bg-canvas"
      >
        <div className="grid flex-1 content-start gap-5 p-4">
          <Stepper step={3} of={8} label="Odometer" />
          <Field label="Kilometres" help="At the last return: 76'126 km">
            <Input inputMode="numeric" suffix="km" defaultValue="76130" />
          </Field>
          <Button size="lg" className="w-full">
            <Camera />
            Photo of the dashboard
          </Button>
        </div>
        <BottomBar summary="All saved on this phone, 2 photos on their way.">
          <Button size="xl">Back</Button>
          <Button size="xl" variant="primary">
            Next: fuel
          </Button>
        </BottomBar>
      </div>
    </Section>
  )
}
