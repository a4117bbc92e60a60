import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { VehicleForm } from '@/components/fleet/vehicle-form'
import { PageHeader } from '@/components/ui/page-header'
import { listCategories, listLocations } from '@/lib/fleet/queries/catalogue'
import { getVehicle } from '@/lib/fleet/queries/vehicle'

export const generateMetadata = pageTitle('fleet', 'detail.edit')

/** Corrects what is known of a vehicle. */
export default async function EditVehiclePage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext('fleet.edit')
  const { id } = await params
  const vehicle = await orNotFound(getVehicle(ctx, id))
  const [t, categories, locations] = await Promise.all([
    getTranslations('fleet.form'),
    listCategories(ctx),
    listLocations(ctx),
  ])
  return (
    <div className="grid max-w-2xl gap-5">
      <PageHeader
        back={{ href: `/dashboard/fleet/${id}`, label: vehicle.plate }}
        title={t('editTitle', { plate: vehicle.plate })}
      />
      <VehicleForm {...{ vehicle, categories, locations }} currency={ctx.company.currency} />
    </div>
  )
}
