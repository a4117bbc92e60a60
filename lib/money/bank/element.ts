/** A piece of an XML document: only names, texts and the currency of amounts, which is all that a bank's file needs. */
export type Element = { name: string; text: string; currency: string | null; children: Element[] }

/** The first descendant on a path of names such as `Refs/EndToEndId`. */
export function find(element: Element, path: string): Element | undefined {
  let found: Element | undefined = element
  for (const name of path.split('/')) found = found?.children.find((child) => child.name === name)
  return found
}

/** The text at a path, trimmed; undefined where there is none. */
export function textAt(element: Element, ...paths: string[]): string | undefined {
  for (const path of paths) {
    const text = find(element, path)?.text.trim()
    if (text) return text
  }
  return undefined
}

/** All children of a name, wherever their parents of another name repeat: `all(entry, 'NtryDtls', 'TxDtls')`. */
export function all(element: Element, ...names: string[]): Element[] {
  return names.reduce(
    (parents, name) => parents.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  )
}
