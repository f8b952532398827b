// The plan with what it was before, so that nothing that is written is lost by one wrong key.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Draft } from './model'

/** As many steps back as a person has use for. */
const MOST = 200

interface History {
  past: Draft[]
  plan: Draft
  future: Draft[]
}

/** What is written into one field without a break is one step. */
export function useHistory() {
  const [{ past, plan, future }, set] = useState<History>({ past: [], plan: {}, future: [] })
  const place = useRef<string | undefined>(undefined)

  const change = (pointer: string, make: (plan: Draft) => Draft) => {
    const isSame = place.current === pointer
    place.current = pointer
    set(({ past, plan }) => ({ past: isSame && past.length > 0 ? past : [...past, plan].slice(-MOST), plan: make(plan), future: [] }))
  }
  const replace = (plan: Draft) => {
    place.current = undefined
    set({ past: [], plan, future: [] })
  }
  const back = () => {
    place.current = undefined
    set((history) => {
      const before = history.past.at(-1)
      return before ? { past: history.past.slice(0, -1), plan: before, future: [history.plan, ...history.future] } : history
    })
  }
  const forth = () => {
    place.current = undefined
    set((history) => {
      const [after, ...future] = history.future
      return after ? { past: [...history.past, history.plan], plan: after, future } : history
    })
  }

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
      // The browser's own would change the text of a field without the plan behind it.
      event.preventDefault()
      if (key === 'y' || event.shiftKey) forth()
      else back()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])

  return { plan, change, replace, undo: past.length > 0 ? back : undefined, redo: future.length > 0 ? forth : undefined }
}
