import { Sample, Section } from '@/app/gallery/section'
import { Checkbox } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/fieldset'
import { Money } from '@/components/ui/money'
import { Radio, RadioGroup } from '@/components/ui/radio-group'
import { Switch } from '@/components/ui/switch'

/** Everything that is chosen. */
export function ChoiceSection() {
  return (
    <Section title="Choices">
      <div className="grid gap-8 md:grid-cols-3">
        <Sample name="Checkbox" className="grid gap-3">
          <Checkbox label="Remember this card" />
          <Checkbox label="The licence was seen" help="Number, categories and expiry match." defaultChecked />
          <Checkbox label="Some of the list" checked="indeterminate" />
          <Checkbox label="Not now" disabled />
        </Sample>
        <Fieldset legend="Excess">
          <RadioGroup defaultValue="reduced" aria-label="Excess">
            <Radio
              value="full"
              label="CHF 2'000.00"
              help="Included"
              aside={<Money amountRappen={0} currency="CHF" />}
            />
            <Radio
              value="reduced"
              label="CHF 500.00"
              help="Per day"
              aside={<Money amountRappen={1_450} currency="CHF" />}
            />
            <Radio value="none" label="None" disabled aside={<Money amountRappen={2_900} currency="CHF" />} />
          </RadioGroup>
        </Fieldset>
        <Sample name="Switch" className="grid gap-4">
          <Switch
            label="Bookings from the site"
            help="Customers can book without being called back."
            defaultChecked
          />
          <Switch label="Unattended return" />
          <Switch label="Not in this plan" disabled />
        </Sample>
      </div>
    </Section>
  )
}
