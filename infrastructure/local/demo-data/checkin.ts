/** What the demo company's customers read above the questions of their check-in. */
export const checkinTitles = {
  de: 'Vor Ihrer Abholung',
  fr: 'Avant votre retrait',
  it: 'Prima del Suo ritiro',
  en: 'Before your pickup',
}
