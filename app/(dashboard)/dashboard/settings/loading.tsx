import { FormSkeleton } from '@/components/dashboard/form-skeleton'

/** A section of the settings while it is coming. */
export default function Loading() {
  return <FormSkeleton fields={8} />
}
