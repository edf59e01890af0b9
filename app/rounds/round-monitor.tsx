import type { ReactNode } from 'react'
import { LEVELS } from '#app/questionnaire/instrument.ts'
import { Table } from '#app/ui/table.tsx'
import type { KeepingNotice } from './keeping/keep-until.ts'
import { KeepingLine } from './keeping/keeping-line.tsx'
import { LevelMark } from './level-mark.tsx'
import type { NextAction } from './next-action.ts'
import { NextStep } from './next-step.tsx'
import { PERSON_STATES, type Progress, type Tally } from './progress.ts'
import type { GroupProposal } from './propose-groups.ts'
import { RoundOutlook } from './round-outlook.tsx'
import { RoundPages } from './round-pages.tsx'
import { RoundSteps, type RoundStepsProps } from './round-steps.tsx'
import { StopList } from './stop-list.tsx'
import { type Outlook, whatIsShown } from './what-can-be-shown.ts'
import type { Stops } from './where-they-stop.ts'

export interface RoundMonitorProps extends RoundStepsProps {
  next: NextAction
  progress: Progress
  outlook: Outlook
  /** Groups by department; null in open mode. */
  proposal: GroupProposal | null
  /** Where those who have begun have come to; null where the round is not open. */
  stops: Stops | null
  /** That the answers are about to be deleted, or were. */
  keeping?: KeepingNotice | null
  /** The questionnaire goes on to ask about commitments. */
  asksCommitments?: boolean
}

/** The state of a round in one glance: who is missing, what the report will be able to say, and what to do next. */
export function RoundMonitor(props: RoundMonitorProps) {
  const { round, next, progress, outlook } = props
  const isOpen = round.state === 'open'
  return (
    <div className="stack-wide" data-live-round={isOpen ? `/rounds/${round.id}/live` : undefined}>
      <NextStep next={next} />
      {props.keeping && <KeepingLine roundId={round.id} notice={props.keeping} />}
      {round.state !== 'draft' && (
        <Figures progress={progress}>
          {isOpen && <LiveLine roundId={round.id} />}
          {isOpen && round.privacyMode === 'unlinked' && <InSteps />}
        </Figures>
      )}
      <div className="columns">
        <div className="stack-wide">
          {round.state !== 'draft' && <Tallies progress={progress} />}
          <RoundOutlook
            state={round.state}
            shown={
              round.state === 'closed' || round.state === 'published'
                ? whatIsShown(progress.byLevel, round)
                : null
            }
            outlook={outlook}
            proposal={props.proposal}
            promise={props.promise}
          />
        </div>
        <div className="stack-wide">
          <RoundPages asksCommitments={props.asksCommitments} round={round} answered={progress.done > 0} />
          {round.state === 'open' && progress.missing.length > 0 && <Missing progress={progress} />}
          {props.stops && <StopList stops={props.stops} />}
        </div>
      </div>
      <RoundSteps {...props} />
    </div>
  )
}

function Figures({ progress, children }: { progress: Progress; children: ReactNode }) {
  const { done, started, notStarted, invited } = progress
  return (
    <section aria-label="Progress">
      <dl className="figures">
        <Figure label="answered" value={`${done} of ${invited}`} live="answered" />
        <Figure label="started" value={String(started)} live="all.started" />
        <Figure label="not started" value={String(notStarted)} live="all.notStarted" />
      </dl>
      <progress
        className="bar"
        data-live-bar
        value={done}
        max={invited}
        aria-label={`${done} of ${invited} have answered`}
      />
      {children}
    </section>
  )
}

function Figure({ label, value, live }: { label: string; value: string; live: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-live={live}>{value}</dd>
    </div>
  )
}

function Tallies({ progress }: { progress: Progress }) {
  return (
    <section className="stack">
      <h2>Who has answered</h2>
      <TallyTable caption="By level" rows={progress.byLevel} />
      <TallyTable caption="By department" rows={progress.byDepartment} />
    </section>
  )
}

function TallyTable({ caption, rows }: { caption: string; rows: readonly Tally[] }) {
  const count = (label: string) => ({ label, align: 'end' as const })
  return (
    <Table
      caption={caption}
      narrow
      columns={[
        { label: 'Group' },
        count('Answered'),
        count('Started'),
        count('Not started'),
        count('Invited'),
      ]}
      rows={rows.map(({ key, label, done, started, notStarted, invited }) => ({
        key,
        cells: [
          nameOf(key, label),
          <Live key="done" of={`${key}.done`} value={done} />,
          <Live key="started" of={`${key}.started`} value={started} />,
          <Live key="notStarted" of={`${key}.notStarted`} value={notStarted} />,
          invited,
        ],
      }))}
    />
  )
}

function Live({ of, value }: { of: string; value: number }) {
  return <span data-live={of}>{value}</span>
}

/** Shown by the script that keeps the figures up to date; without it the page says what it said when it was loaded. */
function LiveLine({ roundId }: { roundId: string }) {
  return (
    <p className="muted small" role="status">
      <span data-live-on hidden>
        These figures keep up with the round while this page is open.
      </span>
      <span data-live-changed hidden>
        More has changed than the figures. <a href={`/rounds/${roundId}`}>Load the page again</a>
      </span>
    </p>
  )
}

/** Why a lead who says they have handed in may not be counted yet. */
function InSteps() {
  return (
    <p className="muted small">
      In an unlinked round, answers are counted once in a quarter of an hour: the clock does not tell who has
      just handed in. Until then they count as started.
    </p>
  )
}

function nameOf(key: string, label: string) {
  const level = LEVELS.find((known) => known === key)
  return level ? <LevelMark level={level} words={label} /> : label
}

function Missing({ progress }: { progress: Progress }) {
  return (
    <section>
      <h2>Still to come</h2>
      <ul className="rows">
        {progress.missing.map(({ id, name, departmentName, state }) => (
          <li key={id} data-live-person={id}>
            <span>{departmentName ? `${name}, ${departmentName}` : name}</span>
            <span className="muted small" data-live-state>
              {PERSON_STATES[state]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
