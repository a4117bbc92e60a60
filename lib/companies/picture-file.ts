import { AppError } from '@/lib/core/errors'
import { serviceContext } from '@/lib/core/service-context'
import { storagePath } from '@/lib/core/storage-paths'

const NAME =
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-(?:logo|print|320|640|960|1280|1920))\.(png|webp)$/

/**
 * A picture of a company's site, or of a model it rents out. The bucket holds nothing but what everybody may see, so whoever knows the address gets it.
 * @throws AppError `not_found`
 */
export async function pictureFile(
  companyId: string,
  file: string,
  requestId: string,
): Promise<{ bytes: ArrayBuffer; type: string }> {
  const [, name, extension] = NAME.exec(file) ?? []
  if (!name || !extension) throw new AppError('not_found')
  const { db } = serviceContext(companyId, 'pictures', requestId)
  const { data, error } = await db.storage
    .from('branding')
    .download(storagePath(companyId, 'branding', name, extension))
  if (error) throw new AppError('not_found', { cause: error })
  return { bytes: await data.arrayBuffer(), type: `image/${extension}` }
}
