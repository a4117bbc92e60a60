import { notFound } from 'next/navigation'

/** Any other address of the site: the company's own "does not exist" rather than a page without a face. */
export default function Anything() {
  notFound()
}
