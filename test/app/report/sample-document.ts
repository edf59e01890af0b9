import { constructStrip } from '#app/charts/construct-strip.ts'
import { levelDumbbell } from '#app/charts/level-dumbbell.ts'
import { lollipop } from '#app/charts/lollipop.ts'
import { ownershipStrip } from '#app/charts/ownership-strip.ts'
import { stackedSignals } from '#app/charts/stacked-signals.ts'
import type { Block, ReportDocument } from '#app/report/document.ts'

const people = (count: number, of: number) => ({ count, shown: `${count} of ${of}` })

const STRIP: Block = {
  kind: 'figure',
  note: 'Bars show the range the figure may lie in. Nine leads of departments and seven members of the senior team answered.',
  scene: constructStrip(
    ['Shared priorities', 'Focus', 'Owners', 'Decisions', 'Rhythm', 'Outcomes'].flatMap((label, index) => [
      {
        label,
        level: 'senior' as const,
        strength: 71 - index * 6,
        agreement: 58 + index * 3,
        range: [34 + index, 80] as [number, number],
        chance: 31,
        n: 7,
        note: 'mixed',
      },
      {
        label,
        level: 'department' as const,
        strength: index === 4 ? null : 44 + index * 3,
        agreement: index === 4 ? null : 12 + index * 4,
        range: index === 4 ? null : ([0, 31 + index * 4] as [number, number]),
        chance: 27,
        n: 9,
        note: index === 4 ? 'fewer than 5 people answered: not shown' : 'divergent',
      },
    ]),
    480,
    'The senior team agrees on priorities; the department leads do not',
  ),
}

const PAGES: ReportDocument['pages'] = [
  {
    id: 'answer-first',
    title: 'You agree on the goal and not on what gives way',
    blocks: [
      {
        kind: 'statement',
        text: 'Nine department leads named fourteen priorities, and two of them are shared by a majority. The senior team believes that eight in ten agree.',
        confidence: 'Clear: the 95 % range stays on one side of the threshold.',
      },
      { kind: 'heading', text: 'Three findings' },
      {
        kind: 'list',
        ordered: true,
        items: [
          {
            text: 'Six of nine department leads cannot name one thing that was stopped for the first priority.',
            source: {
              rule: 'trade-offs',
              why: 'n 9, 6 of 9 without a specific stop, threshold: a majority',
            },
          },
          {
            text: 'Zoë Łódź and Σωκράτης Παπαδόπουλος are both named as the owner of customer renewal; Кирилл is named by two more.',
            source: { rule: 'owner-contested', why: 'n 16, pairs that match 31 of 100, threshold 50' },
          },
          { text: 'The monthly review repeats the weekly one.' },
        ],
      },
      { kind: 'heading', text: 'Strength and agreement' },
      STRIP,
    ],
  },
  {
    id: 'how-to-read',
    title: 'Sixteen people answered: differences under 12 points are noise',
    blocks: [
      {
        kind: 'paragraph',
        sentences: [
          {
            text: 'Agreement is one less the distance of two people’s answers over the distance that random answers have.',
          },
          {
            text: 'It is 100 where everybody said the same and 0 where the answers might have been drawn by lot.',
            source: {
              rule: 'agreement',
              why: 'S = 1 − D / D0, n 9, agreement 12 of 100 (0 to 31), threshold 30',
            },
          },
          {
            text: 'A level of fewer than five people is never shown, and no count stands for a single person.',
          },
        ],
      },
      {
        kind: 'facts',
        facts: [
          { label: 'Invited', value: '18 people: 8 of the senior team, 10 department leads' },
          { label: 'Answered', value: '16 people' },
          { label: 'Smallest group shown', value: '5 people' },
        ],
      },
      { kind: 'note', text: 'Fewer than five people of the department Logistics answered: not shown.' },
      { kind: 'heading', text: 'What each measure says' },
      {
        kind: 'list',
        ordered: false,
        items: [
          { text: 'Strength: is it healthy?' },
          { text: 'Agreement: do people say the same?' },
          { text: 'Gap: what is lost between the levels?' },
        ],
      },
    ],
  },
  {
    id: 'priorities',
    title: 'Nine leaders named fourteen priorities; two are shared by a majority',
    blocks: [
      {
        kind: 'figure',
        note: 'Department leads, n 9. Seven more priorities, each named by one person, are not listed.',
        scene: lollipop(
          [
            { label: 'Win back mid-market customers', count: 6, first: 3, shown: '6 of 9', names: null },
            {
              label: 'Bring the billing systems together before the spring price change',
              count: 5,
              first: 2,
              shown: '5 of 9',
              names: null,
            },
            { label: 'Open the Kraków office', count: 2, first: 0, shown: '2 of 9', names: null },
            { label: 'Shorten delivery times', count: 1, first: null, shown: 'at most one', names: null },
          ],
          9,
          480,
          'Two priorities are named by more than half of the department leads',
        ),
      },
      {
        kind: 'figure',
        note: 'Share of each level that named the priority.',
        scene: levelDumbbell(
          [
            {
              label: 'Win back mid-market customers',
              senior: { share: 6 / 7, shown: 'all or all but one' },
              department: { share: 6 / 9, shown: '6 of 9' },
            },
            {
              label: 'Shorten delivery times',
              senior: { share: 4 / 7, shown: '4 of 7' },
              department: { share: 0.05, shown: 'at most one' },
            },
            {
              label: 'Open the Kraków office',
              senior: { share: 3 / 7, shown: '3 of 7' },
              department: null,
            },
          ],
          480,
          'Department leads do not know that delivery times come second',
        ),
      },
      {
        kind: 'paragraph',
        sentences: [
          {
            text: 'Shorter delivery times are a priority of four of seven in the senior team, and of at most one of nine department leads.',
            source: { rule: 'coverage', why: 'senior 4 of 7, department at most one of 9' },
          },
          { text: 'Nobody of either level put it first.' },
        ],
      },
    ],
  },
  {
    id: 'signals',
    title: 'Two of the four signals are present',
    blocks: [
      {
        kind: 'figure',
        note: '',
        scene: stackedSignals(
          [
            {
              label: 'Work is restarted because the direction changed',
              low: people(2, 16),
              middle: people(3, 16),
              high: people(11, 16),
              cantSay: { count: 0, shown: 'at most one' },
              n: 16,
            },
            {
              label: 'Decisions wait for one person',
              low: people(9, 15),
              middle: people(4, 15),
              high: people(2, 15),
              cantSay: people(2, 17),
              n: 15,
            },
          ],
          480,
          'Two of the four signals are present',
        ),
      },
      { kind: 'heading', text: 'Owners' },
      {
        kind: 'figure',
        note: 'An owner is agreed where most name the same role.',
        scene: ownershipStrip(
          [
            {
              label: 'Who decides when two departments want the same people?',
              state: 'contested',
              parts: [
                { label: 'Chief operating officer', count: 4, shown: '4 of 9' },
                { label: 'shared by several', count: 3, shown: '3 of 9' },
                { label: 'Chief financial officer', count: 2, shown: '2 of 9' },
              ],
              n: 9,
            },
            {
              label: 'Who owns the customer renewal rate?',
              state: 'agreed',
              parts: [
                { label: 'Head of sales', count: 8, shown: 'all or all but one' },
                { label: 'cannot say', count: 1, shown: 'at most one' },
              ],
              n: 9,
            },
          ],
          480,
          'Three owners are named for one outcome',
        ),
      },
    ],
  },
  {
    id: 'decisions',
    title: 'Decide these three in the next meeting',
    blocks: [
      {
        kind: 'table',
        caption: 'Decisions and the first 30 days',
        columns: [
          { label: 'Action', align: 'start' },
          { label: 'Owner role', align: 'start' },
          { label: 'By', align: 'start' },
          { label: 'Effect', align: 'start' },
        ],
        rows: [
          [
            'Name three priorities and stop what is not among them',
            'Chief executive',
            '12 January 2027',
            'Department leads can say what gave way',
          ],
          [
            'Give customer renewal one owner',
            'Chief operating officer',
            '19 January 2027',
            'One name instead of three',
          ],
          [
            'Fold the monthly review into the weekly one',
            'Chief of staff',
            '1 February 2027',
            'Four hours a month',
          ],
        ],
      },
      {
        kind: 'table',
        caption: 'Every item: people and agreement',
        columns: [
          { label: 'Item', align: 'start' },
          { label: 'n', align: 'end' },
          { label: 'Agreement', align: 'end' },
        ],
        rows: Array.from({ length: 80 }, (_, index) => [
          `Item ${index + 1}: how often a decision that was made is opened again`,
          String(5 + (index % 12)),
          `${(index * 7) % 100} (${(index * 5) % 60} to 92)`,
        ]),
      },
    ],
  },
]

export const SAMPLE_DOCUMENT: ReportDocument = {
  format: 'plumbline-report/1',
  documentId: 'PL-7Q4M-2K9X',
  language: 'en',
  clientName: 'Zażółć & Søn Logistics',
  roundTitle: 'Round one, winter 2026',
  consultantName: 'Zoë Łukaszewska',
  issuedOn: '2026-12-03',
  privacyPromise:
    'Your consultant can read individual answers. Nobody else can: the report shows groups of at least five people and quotes nobody by name.',
  softwareVersion: '0.1.0',
  cover: {
    facts: [
      { label: 'Client', value: 'Zażółć & Søn Logistics' },
      { label: 'Round', value: 'Round one, winter 2026' },
      { label: 'Answered', value: '16 November to 27 November 2026' },
      { label: 'Senior team', value: '7 of 8 answered' },
      { label: 'Department leads', value: '9 of 10 answered' },
      { label: 'Privacy', value: 'Confidential' },
      { label: 'Prepared by', value: 'Zoë Łukaszewska' },
      { label: 'Issued on', value: '3 December 2026' },
      { label: 'Document', value: 'PL-7Q4M-2K9X' },
    ],
  },
  pages: PAGES,
}
