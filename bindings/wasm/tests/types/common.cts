// The types of what CommonJS requires.
import { type Report, RehabplanError, validate } from 'rehabplan'
import * as inline from 'rehabplan/inline'

const report: Report = validate({ sag: { sagstype: 'fleksjob' } }, { only: { rules: ['P3.1.4'] } })
const same: Report = inline.validate(report)
const isOurs = (error: unknown): boolean => error instanceof RehabplanError && error.code === 'notReady'

void [same, isOurs]
