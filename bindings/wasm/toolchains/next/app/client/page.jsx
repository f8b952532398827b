'use client'
import { init, validate } from 'rehabplan'
import { useEffect } from 'react'

export default function Page() {
  useEffect(() => {
    const show = async () => {
      await init()
      return validate({ sag: { sagstype: 'revalidering' } }).conclusion
    }
    show().then((title) => (document.title = title), (error) => (document.title = `error: ${error.message}`))
  }, [])
  return <p>client</p>
}
