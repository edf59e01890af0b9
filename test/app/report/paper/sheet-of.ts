import { spawnSync } from 'node:child_process'
import type { ReportDocument } from '#app/report/document.ts'
import { renderReportPdf } from '#app/report/render-report-pdf.server.ts'
import { SAMPLE_DOCUMENT } from '../sample-document.ts'

/** What a lead might write, in each script that paper covers. */
export const SCRIPTS = {
  Latin: 'Łódź, naïve, Ísland: “don’t”.',
  Greek: 'Η στρατηγική δεν είναι σαφής.',
  Cyrillic: 'Стратегия непонятна, Їжак.',
  Hebrew: 'האסטרטגיה שלנו לא ברורה, רק 3 מתוך 10 מבינים אותה',
  'Hebrew with vowels': 'בְּרֵאשִׁית בָּרָא אֱלֹהִים',
  Arabic: 'الاستراتيجية غير واضحة، و12 من 20 مديراً لا يعرفون الخطة أو ٣ أهداف',
  Persian: 'ما نمی\u200cخواهیم برنامه\u200cها را تغییر دهیم',
  Devanagari: 'हमारी रणनीति स्पष्ट नहीं है। क्षेत्रीय कार्यालय और श्री शर्मा (2026)',
  Thai: 'กลยุทธ์ของเราไม่ชัดเจน ผู้จัดการส่วนใหญ่ไม่เข้าใจเป้าหมายที่แท้จริงและน้ำใจของทีมก็ลดลง',
  Chinese: '我们的战略不清晰，十位经理中只有三位理解“计划”。繁體中文：策略與執行之間有落差。',
  Japanese: '戦略が明確ではありません。「アクメ」プロジェクトの責任者は誰ですか？ﾊﾝｶｸもＯＫ。',
  Hangul: '우리의 전략은 명확하지 않습니다. 관리자 10명 중 3명만 이해합니다.',
  emoji: 'Great 👍🏽 team 👨‍👩‍👧‍👦 🇺🇸 1️⃣ ❤️ 🚀✅ 👩‍⚕️ end',
} as const

/** A report whose only page says these texts, between words of English. */
export function sheetOf(...texts: string[]): Promise<Buffer> {
  const document: ReportDocument = {
    ...SAMPLE_DOCUMENT,
    pages: [
      {
        id: 'only',
        title: 'What the leads say in their own words',
        blocks: [
          {
            kind: 'paragraph',
            sentences: [
              { text: 'The senior team says that the strategy is clear and that everybody knows it.' },
            ],
          },
          ...texts.map((text) => ({ kind: 'paragraph' as const, sentences: [{ text }] })),
          {
            kind: 'list',
            ordered: false,
            items: texts.map((text) => ({ text: `They wrote “${text}” there.` })),
          },
        ],
      },
    ],
  }
  return renderReportPdf(document)
}

const isThere = (tool: string, option: string) => spawnSync(tool, [option]).error === undefined
export const TOOLS = isThere('qpdf', '--version') && isThere('pdftotext', '-v')

export function run(tool: string, ...args: string[]): string {
  return spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout
}
