import { z } from 'zod'
import { signedUrl } from '@/lib/checkin/files'
import { type Checkin, CheckinAnswer, FormField, FormLanguage } from '@/lib/checkin/schema'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { serviceContext } from '@/lib/core/service-context'

const Names = z.record(z.string(), z.string())

/** The company's check-in forms, those in use first. */
export async function listForms(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('forms')
    .select('id, names, category_ids, sources, languages, active, version, updated_at')
    .eq('company_id', ctx.companyId)
    .order('active', { ascending: false })
    .order('created_at')
    .limit(200)
  if (error) throw fromPostgres(error)
  return data.map((row) => ({
    id: row.id,
    names: Names.parse(row.names),
    categoryIds: row.category_ids,
    sources: row.sources,
    languages: z.array(FormLanguage).parse(row.languages),
    isActive: row.active,
    version: row.version,
    changedAt: row.updated_at,
  }))
}

/** A form with the titles and fields of its present version. @throws AppError `not_found` */
export async function getForm(ctx: CompanyContext, id: string) {
  const form = (await listForms(ctx)).find((one) => one.id === id)
  if (!form) throw new AppError('not_found')
  const { data, error } = await ctx.db
    .from('form_versions')
    .select('titles, fields')
    .eq('company_id', ctx.companyId)
    .eq('form_id', id)
    .eq('version', form.version)
    .single()
  if (error) throw fromPostgres(error)
  return { ...form, titles: Names.parse(data.titles), fields: z.array(FormField).parse(data.fields) }
}

/** The check-in of a reservation; null where nothing is asked. @throws AppError `not_found` · `forbidden` */
export async function getReservationCheckin(
  ctx: CompanyContext,
  reservationId: string,
): Promise<Checkin | null> {
  const { data, error } = await ctx.db.rpc('reservation_checkin', { p_reservation_id: reservationId })
  if (error) throw fromPostgres(error)
  return data === null ? null : CheckinAnswer.parse(data)
}

/** A short-lived address of a file of a check-in; who looks leaves a trace. @throws AppError `not_found` · `forbidden` */
export async function memberFileUrl(ctx: CompanyContext, fileId: string): Promise<string> {
  const { data, error } = await ctx.db.rpc('note_form_file_view', { p_form_file_id: fileId })
  if (error) throw fromPostgres(error)
  // The look is noted; nobody but our own machine can read the file.
  return signedUrl(serviceContext(ctx.companyId, 'checkin', ctx.requestId).db, data)
}
