import { CalendarPlus, Ellipsis, Plus } from 'lucide-react'
import { Sample, Section } from '@/app/gallery/section'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { TextLink } from '@/components/ui/text-link'

const variants = ['primary', 'secondary', 'ghost', 'danger', 'link'] as const

/** Everything that is pressed. */
export function ButtonSection() {
  return (
    <Section title="Buttons">
      {variants.map((variant) => (
        <Sample key={variant} name={variant}>
          <Button variant={variant}>Confirm</Button>
          <Button variant={variant}>
            <CalendarPlus />
            Reserve
          </Button>
          <Button variant={variant} size="sm">
            Small
          </Button>
          <Button variant={variant} loading>
            Confirm
          </Button>
          <Button variant={variant} disabled>
            Disabled
          </Button>
        </Sample>
      ))}
      <Sample name="Sizes" className="items-end">
        <Button size="sm">sm</Button>
        <Button>md</Button>
        <Button size="lg">lg</Button>
        <Button size="xl" variant="primary">
          xl, for the thumb
        </Button>
        <IconButton label="Add">
          <Plus />
        </IconButton>
        <IconButton label="More" variant="secondary">
          <Ellipsis />
        </IconButton>
      </Sample>
      <Sample name="Link, badge, avatar">
        <TextLink href="#buttons">R-2026-00042</TextLink>
        <Badge>Professional</Badge>
        <Badge>3 km</Badge>
        <Avatar name="Anna Keller" size="sm" />
        <Avatar name="Anna Keller" />
        <Avatar name="Alpenmobil" shape="square" size="lg" />
      </Sample>
    </Section>
  )
}
