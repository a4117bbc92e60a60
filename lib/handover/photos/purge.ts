import 'server-only'
import { fromPostgres } from '@/lib/core/errors'
import { createAdminClient } from '@/lib/supabase/admin'

const BATCH = 100

/**
 * Deletes pictures of licences whose time is over, files first: what fails in between is still due and tried again.
 * Safe to run twice, late or in parallel. Gives how many went.
 */
export async function purgeLicencePhotos(requestId: string): Promise<number> {
  const db = createAdminClient({ purpose: 'sweep' }, requestId)
  for (let purged = 0; ; ) {
    const { data: due, error } = await db.rpc('due_licence_photos', { p_limit: BATCH })
    if (error) throw fromPostgres(error)
    const files = due.flatMap(({ storage_path, thumbnail_path }) => [storage_path, thumbnail_path])
    if (files.length > 0) {
      const removed = await db.storage.from('evidence').remove(files)
      if (removed.error)
        throw new Error(`Pictures of licences could not be deleted: ${removed.error.message}`)
    }
    for (const { company_id, id } of due) {
      const marked = await db.rpc('mark_licence_purged', { p_company_id: company_id, p_id: id })
      if (marked.error) throw fromPostgres(marked.error)
    }
    purged += due.length
    if (due.length < BATCH) return purged
  }
}
