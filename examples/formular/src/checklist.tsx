import { type FormRequirement, type ParagraphRequirements, type Report, sortOut } from 'rehabplan/inline'
import { Lifted } from './fields'
import { fields, patternOf } from './model'
import { paragraphName, statuses } from './texts'

interface Props {
  report: Report
  paragraphs: ParagraphRequirements[]
  /** Whether the person knows of what is missing at a place. */
  isTold(pointer: string): boolean
  go(pointer: string): void
}

const SYMBOLS = { met: '✓', missing: '!', partMissing: '!', warning: '!', undetermined: '?', review: '◦', exempt: '–', later: '', notNow: '', notRelevant: '' }

/** Every requirement of the case, paragraph by paragraph, with how far the plan has come. */
export function Checklist({ report, paragraphs: all, isTold, go }: Props) {
  const required = all.reduce((sum, { required }) => sum + required, 0)
  const met = all.reduce((sum, { met }) => sum + met, 0)
  const { reviews, warnings, undetermined } = sortOut(report)
  const hidden = all.flatMap(({ requirements }) => requirements).filter((one) => !isShown(one))
  const later = hidden.filter(({ status }) => status === 'later').length
  const document = report.input
  if (report.variant === null) return <p class="empty">Når sagens type er valgt, står kravene her, paragraf for paragraf.</p>
  return (
    <>
      <div class="overall">
        <p>
          <strong>
            {met} af {required}
          </strong>{' '}
          krav er opfyldt
        </p>
        <progress max={required || 1} value={met} aria-label="Opfyldte krav" />
        <ul class="sums">
          {warnings.length > 0 && <li class="warning">{warnings.length} bør ses efter</li>}
          {undetermined.length > 0 && <li class="undetermined">{undetermined.length} kan ikke afgøres</li>}
          {reviews.length > 0 && <li class="review">{reviews.length} vurderes af dig</li>}
        </ul>
      </div>
      {document.length > 0 && (
        <details class="paragraph document" open>
          <summary>
            <span class="title">Dokumentet</span> <span class="count wanting">{document.length}</span>
          </summary>
          <ul>
            {document.map(({ path, code, severity, message, remedy }) => (
              <li key={`${code}${path}`} class={severity === 'error' ? 'missing' : 'warning'}>
                <Item symbol="!" word={severity === 'error' ? 'Mangel' : 'Bør ses efter'} text={message} detail={`${placeName(path)}. ${remedy}`} go={() => go(path)} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {all
        .filter(({ requirements }) => requirements.some(isShown))
        .map(({ paragraf, requirements, required, met }) => (
          <details key={paragraf} class="paragraph" open={met < required}>
            <summary>
              <span class="title">
                § {paragraf} {paragraphName(paragraf)}
              </span>
              <Count required={required} met={met} isLifted={requirements.filter(isShown).every(({ status }) => status === 'exempt')} />
            </summary>
            <ul>
              {requirements.filter(isShown).map((one) => (
                <li key={one.rule} class={one.isRequired && !one.paths.some(isTold) && one.status !== 'met' ? 'open' : one.status}>
                  <Item
                    symbol={SYMBOLS[one.status]}
                    word={statuses[one.status]}
                    text={['missing', 'warning', 'review'].includes(one.status) ? one.message : one.demand}
                    detail={one.status === 'undetermined' ? `${one.citation}. ${one.message}` : one.citation}
                    go={() => go(one.dependsOn ?? one.paths[0]!)}
                  >
                    {one.exemption && <Lifted exemption={one.exemption} exemptedBy={one.exemptedBy} />}
                  </Item>
                </li>
              ))}
            </ul>
          </details>
        ))}
      {hidden.length > 0 && (
        <p class="rest">
          {later > 0 && `${later} krav gælder først i en senere fase. `}
          {hidden.length - later > 0 && `${hidden.length - later} gælder ikke i denne sag.`}
        </p>
      )}
    </>
  )
}

interface AheadProps {
  now: ParagraphRequirements[]
  then: ParagraphRequirements[]
  /** The next phase in words. */
  phase: string
  go(pointer: string): void
}

/** What the plan will lack when the case has come one phase further, and does not lack yet. */
export function Ahead({ now, then, phase, go }: AheadProps) {
  const isOpen = ({ isRequired, status }: FormRequirement) => isRequired && status !== 'met'
  const known = new Set(now.flatMap(({ requirements }) => requirements.filter(isOpen).map(({ rule }) => rule)))
  const ahead = then.flatMap(({ requirements }) => requirements.filter((one) => isOpen(one) && !known.has(one.rule)))
  return (
    <details class="paragraph">
      <summary>
        <span class="title">Næste fase: {phase}</span> <span class="count">{ahead.length}</span>
      </summary>
      {ahead.length === 0 && <p class="empty">Næste fase kræver ikke andet end det, der står ovenfor.</p>}
      <ul>
        {ahead.map((one) => (
          <li key={one.rule} class="open">
            <Item symbol="" word="Mangler til næste fase" text={one.demand} detail={one.citation} go={() => go(one.dependsOn ?? one.paths[0]!)} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What is not relevant, or only later, is counted and not listed; nor is a demand of a part that is missing. */
const isShown = ({ status, isRequired }: FormRequirement) =>
  status === 'partMissing' ? isRequired : !['later', 'notNow', 'notRelevant'].includes(status)

/** Where something stands, in the words of the form. */
export function placeName(pointer: string): string {
  const steps = pointer.split('/').slice(1)
  const names = steps.map((step, place) => fields.get(patternOf(`/${steps.slice(0, place + 1).join('/')}`))?.title ?? (/^\d+$/.test(step) ? String(Number(step) + 1) : `»${step}«`))
  return names.slice(-3).join(' › ')
}

function Count({ required, met, isLifted }: { required: number; met: number; isLifted: boolean }) {
  if (required === 0) return isLifted ? <span class="count">fritaget</span> : null
  return (
    <span class={met < required ? 'count' : 'count done'}>
      {met}/{required}
      <span class="visually-hidden"> opfyldt</span>
    </span>
  )
}

function Item({ symbol, word, text, detail, go, children }: { symbol: string; word: string; text: string; detail: string; go(): void; children?: unknown }) {
  return (
    <>
      <span class="symbol" aria-hidden="true">
        {symbol}
      </span>
      <span>
        <button type="button" class="to-field" onClick={go}>
          <span class="visually-hidden">{word}: </span>
          {text}
        </button>
        <span class="detail">
          {detail}
          {children as never}
        </span>
      </span>
    </>
  )
}
