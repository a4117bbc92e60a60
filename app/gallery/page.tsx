import type { Metadata } from 'next'
import { ButtonSection } from '@/app/gallery/sections/buttons'
import { ChoiceSection } from '@/app/gallery/sections/choices'
import { FieldSection } from '@/app/gallery/sections/fields'
import { FoundationSection } from '@/app/gallery/sections/foundation'
import { ListSection } from '@/app/gallery/sections/lists'
import { MessageSection } from '@/app/gallery/sections/messages'
import { OverlaySection } from '@/app/gallery/sections/overlays'
import { PhoneSection } from '@/app/gallery/sections/phone'
import { RecordSection } from '@/app/gallery/sections/records'
import { StateSection } from '@/app/gallery/sections/states'
import { VehicleSection } from '@/app/gallery/sections/vehicles'
import { PageHeader } from '@/components/ui/page-header'
import { Toaster } from '@/components/ui/toaster'

export const metadata: Metadata = { title: 'Gallery', robots: { index: false } }

type GalleryPageProps = { searchParams: Promise<{ open?: string }> }

/** Every component in every state; `?open=dialog` and its like open what floats, for pictures of it. */
export default async function GalleryPage({ searchParams }: GalleryPageProps) {
  const { open } = await searchParams
  if (open)
    return (
      <main className="mx-auto max-w-5xl px-4 py-8">
        <h1 className="mb-6 font-semibold text-xl">Gallery</h1>
        <OverlaySection open={open} />
        <Toaster />
      </main>
    )
  return (
    <main className="mx-auto grid max-w-5xl gap-8 px-4 py-8">
      <PageHeader title="Gallery" description="Every component of the product in every state it can be in." />
      <FoundationSection />
      <StateSection />
      <ButtonSection />
      <FieldSection />
      <ChoiceSection />
      <ListSection />
      <RecordSection />
      <MessageSection />
      <OverlaySection />
      <PhoneSection />
      <VehicleSection />
      <Toaster />
    </main>
  )
}
