/** Inside a form that changes a record: when that was last changed, so that nobody's newer change is overwritten. */
export function SeenAtField({ at }: { at: string }) {
  return <input type="hidden" name="seenAt" value={at} />
}
