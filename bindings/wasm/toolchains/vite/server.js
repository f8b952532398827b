import { validate } from 'rehabplan'

export const conclusion = () => validate({ sag: { sagstype: 'revalidering' } }, { lang: 'en' }).conclusion

console.log(conclusion())
