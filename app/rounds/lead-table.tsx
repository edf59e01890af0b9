import { LEVELS } from '#app/questionnaire/instrument.ts'
import { Table } from '#app/ui/table.tsx'
import { LEVEL_NAMES } from './count-words.ts'
import type { Engagement, Lead } from './engagement.ts'
import { LevelMark } from './level-mark.tsx'

/** All leads, one table a level, with what makes them findable. */
export function LeadTable({ leads, engagement }: { leads: readonly Lead[]; engagement: Engagement }) {
  const levels = LEVELS.filter((level) => leads.some((lead) => lead.level === level))
  return levels.map((level) => {
    const own = leads.filter((lead) => lead.level === level)
    return (
      <div key={level} className="level-group">
        <h3>
          <LevelMark level={level} words={`${LEVEL_NAMES[level]} (${own.length})`} />
        </h3>
        <Table
          caption={LEVEL_NAMES[level]}
          captionUnseen
          columns={[{ label: 'Name' }, { label: 'Department' }, { label: 'Title' }, { label: 'E-mail' }]}
          rows={own.map((lead) => ({ key: lead.id, cells: cellsOf(lead, engagement) }))}
        />
      </div>
    )
  })
}

function cellsOf(lead: Lead, engagement: Engagement) {
  const department = engagement.departments.find(({ id }) => id === lead.departmentId)
  return [
    <a key="name" href={`/engagements/${engagement.id}/leads/${lead.id}`}>
      {lead.name}
    </a>,
    department?.name ?? '',
    lead.jobTitle,
    lead.email,
  ]
}
