import { validate } from 'rehabplan'

export default function Page() {
  return <p>{validate({ sag: { sagstype: 'revalidering' } }, { lang: 'en' }).conclusion}</p>
}
