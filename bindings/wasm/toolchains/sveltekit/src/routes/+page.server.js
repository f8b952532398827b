import { validate } from 'rehabplan'

export const load = () => ({ conclusion: validate({ sag: { sagstype: 'revalidering' } }, { lang: 'en' }).conclusion })
