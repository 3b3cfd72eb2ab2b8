/** A question as it is asked: one language, no points, no right answers. */
export interface ClientQuestion {
  name: string; type: 'single' | 'multiple' | 'dropdown' | 'blank' | 'scale' | 'matrix' | 'paragraph' | 'section' | 'info'; title: string; help?: string; required?: boolean;
  options?: { value: string; label: string; other?: boolean }[]; rows?: { value: string; label: string }[];
  min?: number; max?: number; maxLength?: number; format?: 'text' | 'long-text' | 'number' | 'date' | 'mobile' | 'email';
  field?: 'name' | 'phone' | 'email' | 'sex' | 'education' | 'occupation' | 'age' | 'area'; jump?: { when: string; to: string }[];
}
export interface ClientQuestionnaire {
  id: string; name: string; revision: number; intro?: string; captcha: boolean; anonymous: boolean; login: boolean; thanks: string | null; endsAt: string | null; closed?: string; scored?: boolean;
  questions: ClientQuestion[];
}
/** What one gets for an answer. */
export interface ClientScore { score: number; full: number; percent: number; level: { zh: string; en: string } | null; passed: boolean | null; dimensions: { name: string; label: { zh: string; en: string }; score: number; full: number }[] }

interface OptionStatistics { value: string; label: string; count: number; share: number | null }
export interface QuestionStatistics { name: string; type: string; title: string; filled: number; fillRate: number | null; options: OptionStatistics[]; rows?: { label: string; options: OptionStatistics[] }[] }
/** `GET /api/questionnaires/:app/:entity/:id/statistics`; rates are percentages, absent where there is nothing to divide by. */
export interface QuestionnaireStatistics { name: string; views: number; collected: number; returnRate: number | null; averageSeconds: number | null; averageScore: number | null; questions: QuestionStatistics[] }
/** `GET /api/questionnaires/:app/:entity/statistics`. */
export interface QuestionnaireOverall { published: number; views: number; collected: number; averageReturnRate: number | null; averageSeconds: number | null }
