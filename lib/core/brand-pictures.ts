/** The widths a hero photo is kept in; browsers choose. */
export const HERO_WIDTHS = [640, 1280, 1920] as const

/** A company's picture as its site shows it. `ground`: on what a logo can be seen. */
export type BrandPicture = {
  url: string
  width: number
  height: number
  ground: 'any' | 'light' | 'dark'
}

/** The files of a picture: a logo for screens and for paper, a photo by its widths. */
export type BrandSize = 'logo' | 'print' | (typeof HERO_WIDTHS)[number]

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
  return HERO_WIDTHS.map((width) => `${brandUrl(companyId, fileId, width)} ${width}w`).join(', ')
}
