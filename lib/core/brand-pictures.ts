import { z } from 'zod'

/** The widths a hero photo is kept in; browsers choose. */
export const HERO_WIDTHS = [640, 960, 1280, 1920] as const

/** The widths a vehicle's photo is kept in. */
export const VEHICLE_WIDTHS = [320, 640, 1280] as const

/** A company's picture as its site shows it. `ground`: on what a logo can be seen. */
export type BrandPicture = {
  url: string
  width: number
  height: number
  ground: 'any' | 'light' | 'dark'
}

/** The files of a picture: a logo for screens and for paper, a photo by its widths. */
export type BrandSize = 'logo' | 'print' | (typeof HERO_WIDTHS)[number] | (typeof VEHICLE_WIDTHS)[number]

/** The name of one of a picture's files, in storage and in its address. */
export function brandFile(fileId: string, size: BrandSize): { name: string; extension: 'png' | 'webp' } {
  return { name: `${fileId}-${size}`, extension: typeof size === 'number' ? 'webp' : 'png' }
}

/** Where one of a company's pictures is seen, on every host. */
export function brandUrl(companyId: string, fileId: string, size: BrandSize): string {
  const { name, extension } = brandFile(fileId, size)
  return `/pictures/${companyId}/${name}.${extension}`
}

/** A photo's addresses by width, as `srcset`. */
export function heroSources(companyId: string, fileId: string): string {
  return sourcesOf(companyId, fileId, HERO_WIDTHS)
}

/** Reads the photo of a vehicle's model as the database tells it. */
export const VehiclePhoto = z
  .object({ company_id: z.string(), file: z.string(), width: z.number(), height: z.number() })
  .transform(({ company_id, file, width, height }) => ({
    url: brandUrl(company_id, file, 640),
    sources: sourcesOf(company_id, file, VEHICLE_WIDTHS),
    width,
    height,
  }))

/** A vehicle's photo as pages show it. */
export type VehiclePhoto = z.infer<typeof VehiclePhoto>

function sourcesOf(companyId: string, fileId: string, widths: readonly BrandSize[]): string {
  return widths.map((width) => `${brandUrl(companyId, fileId, width)} ${width}w`).join(', ')
}
