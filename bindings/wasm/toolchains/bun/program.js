import { validate } from 'rehabplan'

console.log(validate({ sag: { sagstype: 'revalidering' } }, { lang: 'en' }).conclusion)
