import type { FormDraft } from '@/lib/checkin/schema'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/** Writes a form; other questions or titles make a new version, and whoever has begun the old one keeps it. @throws AppError `not_found` · `invalid_input` */
export async function saveForm(ctx: CompanyContext, form: FormDraft): Promise<{ id: string }> {
  const { data, error } = await ctx.db.rpc('save_form', {
    p_names: form.names,
    p_titles: form.titles,
    p_fields: form.fields,
    p_category_ids: form.categoryIds,
    p_active: form.active,
    p_sources: form.sources,
    p_languages: form.languages,
    ...(form.id && { p_form_id: form.id }),
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'checkin.form_saved', formId: data })
  return { id: data }
}
