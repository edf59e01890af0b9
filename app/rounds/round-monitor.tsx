import { LEVELS } from '#app/questionnaire/instrument.ts'
import { Table } from '#app/ui/table.tsx'
import { LevelMark } from './level-mark.tsx'
import type { NextAction } from './next-action.ts'
import { NextStep } from './next-step.tsx'
import type { Progress, Tally } from './progress.ts'
import { RoundSteps, type RoundStepsProps } from './round-steps.tsx'
import type { Outlook } from './what-can-be-shown.ts'

export interface RoundMonitorProps extends RoundStepsProps {
  next: NextAction
  progress: Progress
  outlook: Outlook
}

/** The state of a round in one glance: who is missing, what the report will be able to say, and what to do next. */
export function RoundMonitor(props: RoundMonitorProps) {
  const { round, next, progress, outlook } = props
  return (
    <div className="stack-wide">
      <NextStep next={next} />
      {round.state !== 'draft' && <Figures progress={progress} />}
      <div className="columns">
        <div className="stack-wide">
          {round.state !== 'draft' && <Tallies progress={progress} />}
          <OutlookList outlook={outlook} />
        </div>
        <div className="stack-wide">
          <RoundPages round={round} answered={progress.done > 0} />
          {round.state === 'open' && progress.missing.length > 0 && <Missing progress={progress} />}
        </div>
      </div>
      <RoundSteps {...props} />
    </div>
  )
}

function Figures({ progress }: { progress: Progress }) {
  const { done, started, notStarted, invited } = progress
  return (
    <section aria-label="Progress">
      <dl className="figures">
        <Figure label="answered" value={`${done} of ${invited}`} />
        <Figure label="started" value={String(started)} />
        <Figure label="not started" value={String(notStarted)} />
      </dl>
      <progress
        className="bar"
        value={done}
        max={invited}
        aria-label={`${done} of ${invited} have answered`}
      />
    </section>
  )
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
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
        cells: [nameOf(key, label), done, started, notStarted, invited],
      }))}
    />
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
          <li key={id}>
            <span>{departmentName ? `${name}, ${departmentName}` : name}</span>
            <span className="muted small">{state === 'started' ? 'started' : 'not started'}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function OutlookList({ outlook }: { outlook: Outlook }) {
  return (
    <section className="stack">
      <h2>What the report will be able to show</h2>
      <ul>
        {outlook.levels.map(({ level, sentence }) => (
          <li key={level}>{sentence}</li>
        ))}
        {!outlook.compared && <li>The two levels cannot be set side by side.</li>}
      </ul>
    </section>
  )
}

function RoundPages({ round, answered }: { round: RoundMonitorProps['round']; answered: boolean }) {
  const base = `/rounds/${round.id}`
  const isOver = round.state === 'closed' || round.state === 'published'
  const pages = [
    {
      href: `${base}/preview`,
      label: 'Preview',
      text: 'the questionnaire as each level sees it',
      here: true,
    },
    {
      href: `${base}/edit`,
      label: 'Settings',
      text: 'questionnaire, days, privacy',
      here: round.state === 'draft',
    },
    { href: `${base}/mail`, label: 'Mail', text: 'invitations and reminders', here: round.state === 'open' },
    {
      href: `${base}/mail/texts`,
      label: 'Mail texts',
      text: 'what leads read first',
      here: round.state === 'draft',
    },
    { href: `${base}/links`, label: 'Links', text: 'one for each lead', here: round.state === 'open' },
    { href: `${base}/themes`, label: 'Themes', text: 'what was said, sorted', here: isOver && answered },
    { href: `${base}/report`, label: 'Report', text: 'read it and publish it', here: isOver && answered },
    {
      href: `${base}/exports`,
      label: 'Exports',
      text: 'tables, answers, charts, slides',
      here: isOver && answered,
    },
    {
      href: `${base}/shares`,
      label: 'Sponsor’s links',
      text: 'who may read the report',
      here: round.state === 'published',
    },
  ]
  return (
    <nav aria-label="Pages of this round">
      <ul className="rows">
        {pages
          .filter(({ here }) => here)
          .map(({ href, label, text }) => (
            <li key={href}>
              <a className="main-link" href={href}>
                {label}
              </a>
              <span className="muted small">{text}</span>
            </li>
          ))}
      </ul>
    </nav>
  )
}
