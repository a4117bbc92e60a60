/** What stands in the way of a change. */
export function ChangeProblem({ text }: { text: string }) {
  return (
    <p role="alert" className="rounded border border-overdue/40 bg-overdue-soft px-4 py-3 text-overdue-text">
      {text}
    </p>
  )
}
