import { brandFile } from '@/lib/core/brand-pictures'
import type { CompanyContext } from '@/lib/core/context'
import type { DrawnPhoto } from '@/lib/core/draw-photo'
import { AppError } from '@/lib/core/errors'
import { storagePath } from '@/lib/core/storage-paths'

/** Stores the files of a picture that everybody may see, under a new name; the name. */
export async function storeBrandFiles(ctx: CompanyContext, files: DrawnPhoto['files']): Promise<string> {
  const fileId = crypto.randomUUID()
  for (const { size, bytes } of files) {
    const { name, extension } = brandFile(fileId, size)
    const stored = await ctx.db.storage
      .from('branding')
      .upload(storagePath(ctx.companyId, 'branding', name, extension), Uint8Array.from(bytes).buffer, {
        contentType: `image/${extension}`,
      })
    if (stored.error) throw new AppError('unavailable', { cause: stored.error })
  }
  return fileId
}
