/** Where a photo of a handover is seen. */
export function photoAddress(handoverId: string, id: string, size: 'thumbnail' | 'full'): string {
  return `/api/handovers/${handoverId}/photos/${id}?size=${size}`
}
