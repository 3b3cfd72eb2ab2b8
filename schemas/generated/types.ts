/* Made by `npm run generate` from schemas/*.schema.json; never edited. */

export type Field = (TextField | LongTextField | IntegerField | DecimalField | MoneyField | BooleanField | DateField | DatetimeField | TimeField | ChoiceField | MultiChoiceField | ReferenceField | LinesField | FileField | ImageField | AreaField | OrgField | UserField | JsonField | SequenceField | LocationField | ReferencesField)
/**
 * Earlier names of this thing; its physical column or table is kept.
 */
export type WasNames = string[]
/**
 * Nodes from above.
 * 
 * @minItems 1
 * @maxItems 60
 */
export type PageNodes = [PageNode, ...(PageNode)[]]
export type PageNode = (HeadingNode | PlainNode | AlertNode | DividerNode | GridNode | PanelNode | TabsNode | CrudNode | ChartNode | LinksNode | PropertyNode)
/**
 * What it holds.
 * 
 * @minItems 1
 * @maxItems 60
 */
export type PageNodes1 = [PageNode, ...(PageNode)[]]
/**
 * What it holds.
 * 
 * @minItems 1
 * @maxItems 60
 */
export type PageNodes2 = [PageNode, ...(PageNode)[]]
/**
 * What it holds.
 * 
 * @minItems 1
 * @maxItems 60
 */
export type PageNodes3 = [PageNode, ...(PageNode)[]]
/**
 * The only fields anybody sees. Sensitive fields are refused.
 * 
 * @minItems 1
 * 
 * Items: Stable name of a field in camelCase.
 */
export type FieldNames = [string, ...(string)[]]
/**
 * Anybody may file a new record with these fields, and not see it again.
 * 
 * @minItems 1
 * 
 * Items: Stable name of a field in camelCase.
 */
export type FieldNames1 = [string, ...(string)[]]
/**
 * Fields of own records that the resident sees.
 * 
 * @minItems 1
 * 
 * Items: Stable name of a field in camelCase.
 */
export type FieldNames2 = [string, ...(string)[]]
/**
 * May file a new record with these fields.
 * 
 * @minItems 1
 * 
 * Items: Stable name of a field in camelCase.
 */
export type FieldNames3 = [string, ...(string)[]]
/**
 * May change these fields while the record's state allows it.
 * 
 * @minItems 1
 * 
 * Items: Stable name of a field in camelCase.
 */
export type FieldNames4 = [string, ...(string)[]]
export type PortalSection = (BannerSection | NoticesSection | ServicesSection | LinksSection | SearchSection)
export type PortalPage = (ListPage | DetailPage | FormPage | MapPage | MinePage | TextPage | QuestionnairesPage)
/**
 * Fields shown, in order.
 * 
 * @minItems 1
 * 
 * Items: Stable name of a field in camelCase.
 */
export type FieldNames5 = [string, ...(string)[]]
/**
 * Inputs in order.
 * 
 * @minItems 1
 * 
 * Items: Stable name of a field in camelCase.
 */
export type FieldNames6 = [string, ...(string)[]]
/**
 * Fields of one record, in order.
 * 
 * @minItems 1
 * 
 * Items: Stable name of a field in camelCase.
 */
export type FieldNames7 = [string, ...(string)[]]
/**
 * Fields the partner may set.
 * 
 * @minItems 1
 * 
 * Items: Stable name of a field in camelCase.
 */
export type FieldNames8 = [string, ...(string)[]]

/**
 * Every kind of definition by its name.
 */
export interface Definitions {
action: Action
alert: Alert
app: App
dashboard: Dashboard
detail: Detail
dictionary: Dictionary
entity: Entity
form: Form
job: Job
list: List
message: Message
page: Page
portal: Portal
questionnaire: Questionnaire
report: Report
role: Role
scenario: Scenario
template: Template
}
/**
 * A named operation on a record or a list, in one transaction.
 */
export interface Action {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Runs on one record (default) or on the list as a whole.
 */
on?: ("record" | "list")
/**
 * Only processes and other actions run it, never people.
 */
internal?: boolean
/**
 * FEEL rule over `record`: the action is offered only when true.
 */
when?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
confirm?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Look of the button.
 */
style?: ("default" | "primary" | "danger")
/**
 * Fields asked for before it runs, known as `input`.
 */
input?: {
[k: string]: Field
}
/**
 * What is done, in order; all or nothing.
 * 
 * @minItems 1
 * 
 * Items: One step of an action.
 */
steps: [(CheckStep | UpdateStep | CreateStep | FindStep | EachStep | PostStep | ReserveStep | ReleaseStep | TakeStep | SendStep | StartStep | SetPasswordStep | DeleteStep | ResetSecondFactorStep | CallStep | ExportStep | DownloadStep), ...((CheckStep | UpdateStep | CreateStep | FindStep | EachStep | PostStep | ReserveStep | ReleaseStep | TakeStep | SendStep | StartStep | SetPasswordStep | DeleteStep | ResetSecondFactorStep | CallStep | ExportStep | DownloadStep))[]]
}
/**
 * One line of text.
 */
export interface TextField {
/**
 * One line of text.
 */
type: "text"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * FEEL value of a new record when none is given.
 */
default?: string
/**
 * FEEL rule over `value` and the other fields; false refuses the record.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * FEEL rule: the field is shown only when true.
 */
visibleWhen?: string
/**
 * FEEL rule: a value must be given when true.
 */
requiredWhen?: string
/**
 * FEEL rule: the field cannot be changed when true.
 */
readOnlyWhen?: string
/**
 * FEEL value worked out from the other fields on every write and stored.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * Fewest characters.
 */
minLength?: number
/**
 * Most characters, default 200.
 */
maxLength?: number
/**
 * Regular expression (RE2) the whole text must match.
 */
pattern?: string
/**
 * No two records may have the same value.
 */
unique?: boolean
/**
 * Make an index for filtering and sorting.
 */
index?: boolean
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * Personal or protected data.
 */
export interface Sensitivity {
/**
 * Security label.
 */
level: ("internal" | "sensitive" | "important")
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
purpose: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
basis: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * How the value is masked for roles that may not see it whole.
 */
mask?: ("name" | "id-card" | "mobile" | "all")
}
/**
 * Several lines of text.
 */
export interface LongTextField {
/**
 * Several lines of text.
 */
type: "long-text"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * FEEL value of a new record when none is given.
 */
default?: string
/**
 * FEEL rule over `value` and the other fields; false refuses the record.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * FEEL rule: the field is shown only when true.
 */
visibleWhen?: string
/**
 * FEEL rule: a value must be given when true.
 */
requiredWhen?: string
/**
 * FEEL rule: the field cannot be changed when true.
 */
readOnlyWhen?: string
/**
 * FEEL value worked out from the other fields on every write and stored.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * Most characters, default 4000.
 */
maxLength?: number
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * A whole number.
 */
export interface IntegerField {
/**
 * A whole number.
 */
type: "integer"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * FEEL value of a new record when none is given.
 */
default?: string
/**
 * FEEL rule over `value` and the other fields; false refuses the record.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * FEEL rule: the field is shown only when true.
 */
visibleWhen?: string
/**
 * FEEL rule: a value must be given when true.
 */
requiredWhen?: string
/**
 * FEEL rule: the field cannot be changed when true.
 */
readOnlyWhen?: string
/**
 * FEEL value worked out from the other fields on every write and stored.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
unit?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Smallest value allowed.
 */
min?: number
/**
 * Largest value allowed.
 */
max?: number
/**
 * No two records may have the same value.
 */
unique?: boolean
/**
 * Make an index for filtering and sorting.
 */
index?: boolean
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * A number with a fixed count of decimals.
 */
export interface DecimalField {
/**
 * A number with a fixed count of decimals.
 */
type: "decimal"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * FEEL value of a new record when none is given.
 */
default?: string
/**
 * FEEL rule over `value` and the other fields; false refuses the record.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * FEEL rule: the field is shown only when true.
 */
visibleWhen?: string
/**
 * FEEL rule: a value must be given when true.
 */
requiredWhen?: string
/**
 * FEEL rule: the field cannot be changed when true.
 */
readOnlyWhen?: string
/**
 * FEEL value worked out from the other fields on every write and stored.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * Decimals, default 2.
 */
scale?: number
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
unit?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Smallest value allowed.
 */
min?: number
/**
 * Largest value allowed.
 */
max?: number
/**
 * Make an index for filtering and sorting.
 */
index?: boolean
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * An amount in yuan with two decimals.
 */
export interface MoneyField {
/**
 * An amount in yuan with two decimals.
 */
type: "money"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * FEEL value of a new record when none is given.
 */
default?: string
/**
 * FEEL rule over `value` and the other fields; false refuses the record.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * FEEL rule: the field is shown only when true.
 */
visibleWhen?: string
/**
 * FEEL rule: a value must be given when true.
 */
requiredWhen?: string
/**
 * FEEL rule: the field cannot be changed when true.
 */
readOnlyWhen?: string
/**
 * FEEL value worked out from the other fields on every write and stored.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
unit?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Smallest value allowed.
 */
min?: number
/**
 * Largest value allowed.
 */
max?: number
/**
 * Make an index for filtering and sorting.
 */
index?: boolean
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * Yes or no.
 */
export interface BooleanField {
/**
 * Yes or no.
 */
type: "boolean"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * FEEL value of a new record when none is given.
 */
default?: string
/**
 * FEEL rule over `value` and the other fields; false refuses the record.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * FEEL rule: the field is shown only when true.
 */
visibleWhen?: string
/**
 * FEEL rule: a value must be given when true.
 */
requiredWhen?: string
/**
 * FEEL rule: the field cannot be changed when true.
 */
readOnlyWhen?: string
/**
 * FEEL value worked out from the other fields on every write and stored.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * A calendar day.
 */
export interface DateField {
/**
 * A calendar day.
 */
type: "date"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * FEEL value of a new record when none is given.
 */
default?: string
/**
 * FEEL rule over `value` and the other fields; false refuses the record.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * FEEL rule: the field is shown only when true.
 */
visibleWhen?: string
/**
 * FEEL rule: a value must be given when true.
 */
requiredWhen?: string
/**
 * FEEL rule: the field cannot be changed when true.
 */
readOnlyWhen?: string
/**
 * FEEL value worked out from the other fields on every write and stored.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * Make an index for filtering and sorting.
 */
index?: boolean
/**
 * No two records may have the same value.
 */
unique?: boolean
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * A moment, to the second.
 */
export interface DatetimeField {
/**
 * A moment, to the second.
 */
type: "datetime"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * FEEL value of a new record when none is given.
 */
default?: string
/**
 * FEEL rule over `value` and the other fields; false refuses the record.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * FEEL rule: the field is shown only when true.
 */
visibleWhen?: string
/**
 * FEEL rule: a value must be given when true.
 */
requiredWhen?: string
/**
 * FEEL rule: the field cannot be changed when true.
 */
readOnlyWhen?: string
/**
 * FEEL value worked out from the other fields on every write and stored.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * Make an index for filtering and sorting.
 */
index?: boolean
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * A time of day.
 */
export interface TimeField {
/**
 * A time of day.
 */
type: "time"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * FEEL value of a new record when none is given.
 */
default?: string
/**
 * FEEL rule over `value` and the other fields; false refuses the record.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * FEEL rule: the field is shown only when true.
 */
visibleWhen?: string
/**
 * FEEL rule: a value must be given when true.
 */
requiredWhen?: string
/**
 * FEEL rule: the field cannot be changed when true.
 */
readOnlyWhen?: string
/**
 * FEEL value worked out from the other fields on every write and stored.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * One code of a dictionary.
 */
export interface ChoiceField {
/**
 * One code of a dictionary.
 */
type: "choice"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * FEEL value of a new record when none is given.
 */
default?: string
/**
 * FEEL rule over `value` and the other fields; false refuses the record.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * FEEL rule: the field is shown only when true.
 */
visibleWhen?: string
/**
 * FEEL rule: a value must be given when true.
 */
requiredWhen?: string
/**
 * FEEL rule: the field cannot be changed when true.
 */
readOnlyWhen?: string
/**
 * FEEL value worked out from the other fields on every write and stored.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dictionary?: string
/**
 * Codes and texts in place, when no other entity uses them.
 */
options?: {
[k: string]: string | {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Code above this one.
 */
parent?: string
/**
 * First day on which the code can be chosen.
 */
from?: string
/**
 * Last day on which the code can be chosen; it stays readable on old records.
 */
until?: string
/**
 * Colour of the tag; never the only sign.
 */
color?: ("default" | "blue" | "green" | "orange" | "red" | "purple")
/**
 * Kept for old records, no longer offered.
 */
disabled?: boolean
}
}
/**
 * Make an index for filtering and sorting.
 */
index?: boolean
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
/**
 * Only codes without codes beneath them can be chosen.
 */
leavesOnly?: boolean
}
/**
 * Several codes of a dictionary.
 */
export interface MultiChoiceField {
/**
 * Several codes of a dictionary.
 */
type: "multi-choice"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * FEEL value of a new record when none is given.
 */
default?: string
/**
 * FEEL rule over `value` and the other fields; false refuses the record.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * FEEL rule: the field is shown only when true.
 */
visibleWhen?: string
/**
 * FEEL rule: a value must be given when true.
 */
requiredWhen?: string
/**
 * FEEL rule: the field cannot be changed when true.
 */
readOnlyWhen?: string
/**
 * FEEL value worked out from the other fields on every write and stored.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dictionary?: string
/**
 * Codes and texts in place, when no other entity uses them.
 */
options?: {
[k: string]: string | {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Code above this one.
 */
parent?: string
/**
 * First day on which the code can be chosen.
 */
from?: string
/**
 * Last day on which the code can be chosen; it stays readable on old records.
 */
until?: string
/**
 * Colour of the tag; never the only sign.
 */
color?: ("default" | "blue" | "green" | "orange" | "red" | "purple")
/**
 * Kept for old records, no longer offered.
 */
disabled?: boolean
}
}
/**
 * Most codes.
 */
maxCount?: number
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
/**
 * Only codes without codes beneath them can be chosen.
 */
leavesOnly?: boolean
}
/**
 * One record of another entity.
 */
export interface ReferenceField {
/**
 * One record of another entity.
 */
type: "reference"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * FEEL value of a new record when none is given.
 */
default?: string
/**
 * FEEL rule over `value` and the other fields; false refuses the record.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * FEEL rule: the field is shown only when true.
 */
visibleWhen?: string
/**
 * FEEL rule: a value must be given when true.
 */
requiredWhen?: string
/**
 * FEEL rule: the field cannot be changed when true.
 */
readOnlyWhen?: string
/**
 * FEEL value worked out from the other fields on every write and stored.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
filter?: Condition
/**
 * Fields of this record filled from the chosen one: own field → field of the chosen record.
 */
fill?: {
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
[k: string]: string
}
/**
 * No two records may have the same value.
 */
unique?: boolean
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
/**
 * The record is found, not chosen: the one whose fields equal these FEEL values, such as the growth standard for a sex and an age. Looked up on every write; none when there is no such record, or several.
 */
lookup?: {
/**
 * A FEEL expression.
 */
[k: string]: string
}
}
/**
 * Only records that fulfil this can be chosen; `{ "record": "warehouse" }` names another field of the form.
 */
export interface Condition {
[k: string]: unknown
}
/**
 * Rows that belong to this record, of an entity with `lineOf`.
 */
export interface LinesField {
/**
 * Rows that belong to this record, of an entity with `lineOf`.
 */
type: "lines"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * A FEEL expression.
 */
default?: string
/**
 * A FEEL expression.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A FEEL expression.
 */
visibleWhen?: string
/**
 * A FEEL expression.
 */
requiredWhen?: string
/**
 * A FEEL expression.
 */
readOnlyWhen?: string
/**
 * A FEEL expression.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Fewest lines.
 */
minCount?: number
/**
 * Most lines, default 500.
 */
maxCount?: number
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * Uploaded files.
 */
export interface FileField {
/**
 * Uploaded files.
 */
type: "file"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * A FEEL expression.
 */
default?: string
/**
 * A FEEL expression.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A FEEL expression.
 */
visibleWhen?: string
/**
 * A FEEL expression.
 */
requiredWhen?: string
/**
 * A FEEL expression.
 */
readOnlyWhen?: string
/**
 * A FEEL expression.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * Kinds of file allowed, told by content.
 */
accept?: ("image" | "pdf")[]
/**
 * Largest size in MB, default 10.
 */
maxSize?: number
/**
 * Most files, default 5.
 */
maxCount?: number
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * Uploaded pictures.
 */
export interface ImageField {
/**
 * Uploaded pictures.
 */
type: "image"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * A FEEL expression.
 */
default?: string
/**
 * A FEEL expression.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A FEEL expression.
 */
visibleWhen?: string
/**
 * A FEEL expression.
 */
requiredWhen?: string
/**
 * A FEEL expression.
 */
readOnlyWhen?: string
/**
 * A FEEL expression.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * Largest size in MB, default 10.
 */
maxSize?: number
/**
 * Most files, default 5.
 */
maxCount?: number
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * An administrative division.
 */
export interface AreaField {
/**
 * An administrative division.
 */
type: "area"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * A FEEL expression.
 */
default?: string
/**
 * A FEEL expression.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A FEEL expression.
 */
visibleWhen?: string
/**
 * A FEEL expression.
 */
requiredWhen?: string
/**
 * A FEEL expression.
 */
readOnlyWhen?: string
/**
 * A FEEL expression.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * Lowest level that can be chosen.
 */
level?: ("city" | "county" | "town" | "village")
/**
 * Make an index for filtering and sorting.
 */
index?: boolean
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * An organisation unit.
 */
export interface OrgField {
/**
 * An organisation unit.
 */
type: "org"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * A FEEL expression.
 */
default?: string
/**
 * A FEEL expression.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A FEEL expression.
 */
visibleWhen?: string
/**
 * A FEEL expression.
 */
requiredWhen?: string
/**
 * A FEEL expression.
 */
readOnlyWhen?: string
/**
 * A FEEL expression.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
filter?: Condition1
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * Only records that fulfil this can be chosen; `{ "record": "warehouse" }` names another field of the form.
 */
export interface Condition1 {
[k: string]: unknown
}
/**
 * A person who can sign in.
 */
export interface UserField {
/**
 * A person who can sign in.
 */
type: "user"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * A FEEL expression.
 */
default?: string
/**
 * A FEEL expression.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A FEEL expression.
 */
visibleWhen?: string
/**
 * A FEEL expression.
 */
requiredWhen?: string
/**
 * A FEEL expression.
 */
readOnlyWhen?: string
/**
 * A FEEL expression.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
filter?: Condition2
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * Only records that fulfil this can be chosen; `{ "record": "warehouse" }` names another field of the form.
 */
export interface Condition2 {
[k: string]: unknown
}
/**
 * Structured data for machines; not shown in lists.
 */
export interface JsonField {
/**
 * Structured data for machines; not shown in lists.
 */
type: "json"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * A FEEL expression.
 */
default?: string
/**
 * A FEEL expression.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A FEEL expression.
 */
visibleWhen?: string
/**
 * A FEEL expression.
 */
requiredWhen?: string
/**
 * A FEEL expression.
 */
readOnlyWhen?: string
/**
 * A FEEL expression.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * A number given by the system (编号规则).
 */
export interface SequenceField {
/**
 * A number given by the system (编号规则).
 */
type: "sequence"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * A FEEL expression.
 */
default?: string
/**
 * A FEEL expression.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A FEEL expression.
 */
visibleWhen?: string
/**
 * A FEEL expression.
 */
requiredWhen?: string
/**
 * A FEEL expression.
 */
readOnlyWhen?: string
/**
 * A FEEL expression.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * Text with {date:yyyyMMdd} and {n:4}: the count starts anew whenever the text before {n} changes.
 */
format: string
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * A place: longitude and latitude (WGS 84) with an address in words; entered on a phone from the present position, or by hand.
 */
export interface LocationField {
/**
 * A place: longitude and latitude (WGS 84) with an address in words; entered on a phone from the present position, or by hand.
 */
type: "location"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * A FEEL expression.
 */
default?: string
/**
 * A FEEL expression.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A FEEL expression.
 */
visibleWhen?: string
/**
 * A FEEL expression.
 */
requiredWhen?: string
/**
 * A FEEL expression.
 */
readOnlyWhen?: string
/**
 * A FEEL expression.
 */
computed?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
}
/**
 * Several records of another entity (many to many). Readers see those that they may read; `$contains` finds records that name one, `$in` those that name any of several.
 */
export interface ReferencesField {
/**
 * Several records of another entity (many to many). Readers see those that they may read; `$contains` finds records that name one, `$in` those that name any of several.
 */
type: "references"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A value must be given.
 */
required?: boolean
/**
 * Set only by actions, processes and defaults, never by people.
 */
readOnly?: boolean
/**
 * A FEEL expression.
 */
default?: string
/**
 * A FEEL expression.
 */
check?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A FEEL expression.
 */
visibleWhen?: string
/**
 * A FEEL expression.
 */
requiredWhen?: string
/**
 * A FEEL expression.
 */
readOnlyWhen?: string
sensitivity?: Sensitivity
was?: WasNames
/**
 * Identifier of the health data element (WS/T 363) that the field holds, such as DE02.01.039.00 for a name.
 */
dataElement?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
filter?: Condition3
/**
 * Fewest records.
 */
minCount?: number
/**
 * Most records, default 200.
 */
maxCount?: number
/**
 * A FEEL expression.
 */
computed?: string
}
/**
 * Only records that fulfil this can be chosen; `{ "record": "warehouse" }` names another field of the form.
 */
export interface Condition3 {
[k: string]: unknown
}
/**
 * Refuses the action when the rule is false.
 */
export interface CheckStep {
/**
 * A FEEL expression.
 */
when?: string
check: {
/**
 * A FEEL expression.
 */
rule: string
/**
 * Field the message is shown at; `lines[]` names the line being worked on.
 */
field?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Refuse with 403 (not allowed now) instead of 422 (filled in wrongly).
 */
forbid?: boolean
}
}
/**
 * Changes the record or one found or made by an earlier step.
 */
export interface UpdateStep {
/**
 * A FEEL expression.
 */
when?: string
update: {
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
record?: string
/**
 * Field → FEEL value.
 */
set: {
/**
 * A FEEL expression.
 */
[k: string]: string
}
}
}
/**
 * Makes a record.
 */
export interface CreateStep {
/**
 * A FEEL expression.
 */
when?: string
create: {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Field → FEEL value.
 */
set: {
/**
 * A FEEL expression.
 */
[k: string]: string
}
/**
 * Name under which later steps know it.
 */
as?: string
}
}
/**
 * Looks up one record by its values; makes it when `orCreate` is given.
 */
export interface FindStep {
/**
 * A FEEL expression.
 */
when?: string
find: {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Field path → FEEL value it must equal.
 */
where: {
/**
 * A FEEL expression.
 */
[k: string]: string
}
/**
 * Stable name of a field in camelCase.
 */
as: string
/**
 * Values of the new record besides those of `where`.
 */
orCreate?: {
/**
 * A FEEL expression.
 */
[k: string]: string
}
}
}
/**
 * Does steps for every line or found record.
 */
export interface EachStep {
/**
 * A FEEL expression.
 */
when?: string
each: {
/**
 * A FEEL expression.
 */
of?: string
/**
 * Or: records of an entity.
 */
records?: {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Field path → FEEL value it must equal.
 */
where: {
/**
 * A FEEL expression.
 */
[k: string]: string
}
/**
 * Order.
 * 
 * Items: A field path; a leading `-` sorts downwards.
 */
sort?: string[]
}
/**
 * Stable name of a field in camelCase.
 */
as: string
/**
 * @minItems 1
 * 
 * Items: One step of an action.
 */
steps: [(CheckStep | UpdateStep | CreateStep | FindStep | EachStep | PostStep | ReserveStep | ReleaseStep | TakeStep | SendStep | StartStep | SetPasswordStep | DeleteStep | ResetSecondFactorStep | CallStep | ExportStep | DownloadStep), ...((CheckStep | UpdateStep | CreateStep | FindStep | EachStep | PostStep | ReserveStep | ReleaseStep | TakeStep | SendStep | StartStep | SetPasswordStep | DeleteStep | ResetSecondFactorStep | CallStep | ExportStep | DownloadStep))[]]
}
}
/**
 * Appends one movement to a ledger; refused when the balance would fall below what is frozen.
 */
export interface PostStep {
/**
 * A FEEL expression.
 */
when?: string
post: {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
ledger: string
/**
 * Field → FEEL value of the movement.
 */
set: {
/**
 * A FEEL expression.
 */
[k: string]: string
}
/**
 * Take the quantity out of what is frozen.
 */
fromFrozen?: boolean
/**
 * Field a refusal is shown at.
 */
field?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Stable name of a field in camelCase.
 */
as?: string
}
}
/**
 * Freezes a quantity of a balance.
 */
export interface ReserveStep {
/**
 * A FEEL expression.
 */
when?: string
reserve: Reservation
}
export interface Reservation {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
ledger: string
/**
 * Field path → FEEL value it must equal.
 */
key: {
/**
 * A FEEL expression.
 */
[k: string]: string
}
/**
 * A FEEL expression.
 */
quantity: string
/**
 * Field a refusal is shown at.
 */
field?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
}
/**
 * Gives a frozen quantity back.
 */
export interface ReleaseStep {
/**
 * A FEEL expression.
 */
when?: string
release: Reservation
}
/**
 * Takes a quantity out of several balances in a given order, one movement each; refused as a whole when they do not suffice.
 */
export interface TakeStep {
/**
 * A FEEL expression.
 */
when?: string
take: {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
ledger: string
/**
 * Balances to take from: field path of the balance → FEEL value.
 */
where: {
/**
 * A FEEL expression.
 */
[k: string]: string
}
/**
 * Which balance first, such as `batch.expiryDate`.
 * 
 * @minItems 1
 * 
 * Items: A field path; a leading `-` sorts downwards.
 */
order: [string, ...(string)[]]
only?: Condition4
/**
 * A FEEL expression.
 */
quantity: string
/**
 * Further fields of each movement; `balance` is the balance taken from, `quantity` the part.
 */
set: {
/**
 * A FEEL expression.
 */
[k: string]: string
}
/**
 * Field a refusal is shown at.
 */
field?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Stable name of a field in camelCase.
 */
taken?: string
}
}
/**
 * Only these balances.
 */
export interface Condition4 {
[k: string]: unknown
}
/**
 * Sends a message.
 */
export interface SendStep {
/**
 * A FEEL expression.
 */
when?: string
send: {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
message: string
to: {
/**
 * Holders of these roles whose scope covers the record.
 * 
 * Items: A role as `app.role`.
 */
roles?: string[]
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
user?: string
}
}
}
/**
 * Starts a process on the record.
 */
export interface StartStep {
/**
 * A FEEL expression.
 */
when?: string
start: {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
process: string
}
}
/**
 * Sets the password of the record, which must be a person of `platform/user`, and ends that person's sessions.
 */
export interface SetPasswordStep {
/**
 * A FEEL expression.
 */
when?: string
setPassword: {
/**
 * A FEEL expression.
 */
password: string
/**
 * Field a refusal is shown at, default `password`.
 */
field?: string
}
}
/**
 * Deletes a record that nothing refers to.
 */
export interface DeleteStep {
/**
 * A FEEL expression.
 */
when?: string
delete: {
/**
 * `record`, the name of an `as`, or a path over a reference.
 */
record: string
}
}
/**
 * Takes the second factor of the record away, which must be a person of `platform/user`; the person has to set up a new one.
 */
export interface ResetSecondFactorStep {
/**
 * A FEEL expression.
 */
when?: string
resetSecondFactor: {

}
}
/**
 * Runs a step that a plugin adds; it computes or looks up something.
 */
export interface CallStep {
/**
 * A FEEL expression.
 */
when?: string
call: {
/**
 * Name of the plugin's step.
 */
step: string
/**
 * Parameter → FEEL value; the step tells which it needs.
 */
with?: {
/**
 * A FEEL expression.
 */
[k: string]: string
}
/**
 * Stable name of a field in camelCase.
 */
as?: string
}
}
/**
 * Looks up records under a person's own rights and writes them to a spreadsheet that only a `download` step hands out; with `sample` it only tells how many there are and shows the first of them. The approval stands in for the right to export.
 */
export interface ExportStep {
/**
 * A FEEL expression.
 */
when?: string
export: {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * A FEEL expression.
 */
for: string
/**
 * A FEEL expression.
 */
fields: string
/**
 * Field → FEEL value it must have; a list means one of them, an area all below it, and null asks for nothing.
 */
where?: {
/**
 * A FEEL expression.
 */
[k: string]: string
}
/**
 * A FEEL expression.
 */
filter?: string
/**
 * A FEEL expression.
 */
search?: string
/**
 * Make no file; show this many records as text.
 */
sample?: number
/**
 * A FEEL expression.
 */
watermark?: string
/**
 * How long the file is kept, default 1.
 */
days?: number
/**
 * Stable name of a field in camelCase.
 */
as: string
}
}
/**
 * Hands the file of an `export` step to the person who runs the action, by a link that works once and only for a few minutes.
 */
export interface DownloadStep {
/**
 * A FEEL expression.
 */
when?: string
download: {
/**
 * A FEEL expression.
 */
job: string
}
}
/**
 * Watches records and raises each alarm once.
 */
export interface Alert {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * `threshold`: a sum against a limit, looked at after every change; `date-tiers`: a date that comes near, looked at by a job; `event`: each new record of the watched entity, at once; `trend`: figures that rise or fall, looked at by a job; `no-data`: nothing has come for some days, looked at by a job.
 */
kind: ("threshold" | "date-tiers" | "event" | "trend" | "no-data")
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
rules: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
of: string
where?: Condition5
/**
 * Which watched records a rule speaks of: field of the rule → field path of the watched record.
 */
match?: {
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
[k: string]: string
}
/**
 * Stable name of a field in camelCase.
 */
sum?: string
/**
 * Stable name of a field in camelCase.
 */
below?: string
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
date?: string
/**
 * Stable name of a field in camelCase.
 */
lead?: string
/**
 * date-tiers: from widest to tightest; each is warned of once, a late run raises only the tightest newly passed.
 * 
 * @minItems 1
 */
tiers?: [{
/**
 * Code of the tier.
 */
name: string
/**
 * ISO 8601 period before the date, calendar months clamp to the month's end.
 */
before: string
}, ...({
/**
 * Code of the tier.
 */
name: string
/**
 * ISO 8601 period before the date, calendar months clamp to the month's end.
 */
before: string
})[]]
/**
 * The alarm as a record.
 */
record: {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Field → FEEL over `rule`, `row` (the watched record), `value` (sum), `before` (trend: what it is compared with), `tier` and `today()`.
 */
set: {
/**
 * A FEEL expression.
 */
[k: string]: string
}
/**
 * State of the alarm; threshold, trend and no-data clear it when their reason is gone, an event leaves that to people.
 */
open?: {
/**
 * Stable name of a field in camelCase.
 */
field: string
/**
 * Code while it lasts.
 */
open: string
/**
 * Code once cleared.
 */
cleared: string
/**
 * Stable name of a field in camelCase.
 */
clearedAt?: string
}
/**
 * event: what a repeated event changes.
 */
repeat?: {
/**
 * Stable name of a field in camelCase.
 */
count: string
/**
 * Stable name of a field in camelCase.
 */
at: string
/**
 * Stable name of a field in camelCase.
 */
quietMinutes?: string
}
}
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
message?: string
/**
 * Who is told.
 */
to?: {
/**
 * Holders of these roles whose scope covers the record.
 * 
 * Items: A role as `app.role`.
 */
roles?: string[]
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
rolesFrom?: string
}
/**
 * A FEEL expression.
 */
when?: string
/**
 * event: fields of the alarm; while one with the same values is not cleared, another event is counted there instead of raising a new one.
 * 
 * @minItems 1
 * 
 * Items: Stable name of a field in camelCase.
 */
same?: [string, ...(string)[]]
/**
 * trend: length of a period; only complete ones are looked at.
 */
grain?: ("day" | "week" | "month")
/**
 * trend: what is warned of.
 */
direction?: ("rise" | "fall")
/**
 * Stable name of a field in camelCase.
 */
periods?: string
/**
 * Stable name of a field in camelCase.
 */
percent?: string
/**
 * trend: what the per cent are of: the period before (default) or the same one of the year before.
 */
against?: ("previous" | "year")
/**
 * Stable name of a field in camelCase.
 */
days?: string
}
/**
 * Only these watched records.
 */
export interface Condition5 {
[k: string]: unknown
}
/**
 * One application: its name for people, its menu and the apps it needs.
 */
export interface App {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
description?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Name of an icon in the menu.
 */
icon?: string
/**
 * Place in the main menu, smallest first.
 */
order?: number
/**
 * Apps whose definitions this app refers to.
 * 
 * Items: Stable name in kebab-case.
 */
needs?: string[]
/**
 * Groups of menu items; left out, every entity with a list is shown.
 */
menu?: MenuGroup[]
}
export interface MenuGroup {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Name of an icon.
 */
icon?: string
/**
 * Pages of this group.
 * 
 * @minItems 1
 */
items: [MenuItem, ...(MenuItem)[]]
}
/**
 * One page: exactly one of list, dashboard, report, page, tool.
 */
export interface MenuItem {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A page of the product itself: who may see and do what; evidence for the security assessment.
 */
tool?: ("access" | "evidence")
}
/**
 * Pages of figures, charts and maps; each card only for readers of its report.
 */
export interface Dashboard {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * `page` scrolls within the app; `cockpit` fills a wall screen: dark, large, without scrolling, renewed and turned over by itself.
 */
layout?: ("page" | "cockpit")
/**
 * Seconds after which the figures are read again; a cockpit's default is 60, a page waits for the reader.
 */
refresh?: number
/**
 * Seconds that each page of a cockpit stays, default 20.
 */
rotate?: number
/**
 * Cards of the only page, in order.
 * 
 * @minItems 1
 * @maxItems 24
 */
widgets?: [DashboardWidget, ...(DashboardWidget)[]]
/**
 * Several pages: headed blocks one below the other, in a cockpit one after the other.
 * 
 * @minItems 1
 * @maxItems 12
 */
pages?: [DashboardPage]|[DashboardPage, DashboardPage]|[DashboardPage, DashboardPage, DashboardPage]|[DashboardPage, DashboardPage, DashboardPage, DashboardPage]|[DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage]|[DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage]|[DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage]|[DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage]|[DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage]|[DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage]|[DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage]|[DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage, DashboardPage]
}
/**
 * One card.
 */
export interface DashboardWidget {
/**
 * How it is shown.
 */
type: ("figure" | "bar" | "stack" | "line" | "pie" | "gauge" | "ranking" | "map" | "pivot" | "table")
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report: string
/**
 * Measures shown, default all. A gauge, map, pie and ranking show the first.
 * 
 * Items: Stable name of a field in camelCase.
 */
measures?: string[]
/**
 * Stable name of a field in camelCase.
 */
dimension?: string
/**
 * Stable name of a field in camelCase.
 */
series?: string
/**
 * Values for filters of the report: field → value or condition.
 */
where?: {
[k: string]: unknown
}
/**
 * Another grain that the report offers.
 */
grain?: ("day" | "week" | "month" | "quarter" | "half-year" | "year")
/**
 * Another level of areas that the report offers.
 */
level?: ("city" | "county" | "town" | "village")
/**
 * Full scale of a gauge, default 100 (1 for percentages).
 */
max?: number
/**
 * Stable name in kebab-case.
 */
map?: string
/**
 * Rows of a ranking, default 10.
 */
count?: number
/**
 * Twelfths of the page.
 */
width?: number
/**
 * Rows of a cockpit's grid of six, default 2.
 */
height?: number
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
link?: string
}
/**
 * One page.
 */
export interface DashboardPage {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Cards in order.
 * 
 * @minItems 1
 * @maxItems 24
 */
widgets: [DashboardWidget, ...(DashboardWidget)[]]
}
/**
 * The page of one record.
 */
export interface Detail {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections in order.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of records that refer to this one.
 */
related?: Related[]
/**
 * Key facts shown under the title on every tab.
 * 
 * @minItems 1
 * @maxItems 8
 * 
 * Items: A field, or a path over references such as `batch.expiryDate`.
 */
header?: [string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]|[string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string]
/**
 * Numbers over related records beside the key facts, each under the reader's own rights.
 * 
 * @minItems 1
 * @maxItems 8
 */
figures?: [Figure]|[Figure, Figure]|[Figure, Figure, Figure]|[Figure, Figure, Figure, Figure]|[Figure, Figure, Figure, Figure, Figure]|[Figure, Figure, Figure, Figure, Figure, Figure]|[Figure, Figure, Figure, Figure, Figure, Figure, Figure]|[Figure, Figure, Figure, Figure, Figure, Figure, Figure, Figure]
/**
 * Further tabs beside the record itself, for a view all around it; a tab of which the reader may see nothing is left out.
 * 
 * @minItems 1
 * @maxItems 12
 */
tabs?: [{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections of fields on this tab.
 * 
 * @minItems 1
 */
sections?: [Section, ...(Section)[]]
/**
 * Lists of related records on this tab, loaded when it is opened.
 * 
 * @minItems 1
 */
related?: [Related, ...(Related)[]]
}]
/**
 * The history tab also tells the changes of these related records, in one line of time.
 * 
 * @minItems 1
 * @maxItems 12
 */
timeline?: [{
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}]|[{
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}]|[{
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}]|[{
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}]|[{
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}]|[{
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}]|[{
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}]|[{
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}]|[{
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}]|[{
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}]|[{
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}]|[{
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}, {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}]
}
export interface Section {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Columns of inputs, default 2.
 */
columns?: number
/**
 * Fields in order.
 * 
 * @minItems 1
 * 
 * Items: A field, or a path over references such as `batch.expiryDate`.
 */
fields: [string, ...(string)[]]
}
/**
 * Records of another entity that refer to this one.
 */
export interface Related {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}
/**
 * One number over related records.
 */
export interface Figure {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report: string
/**
 * Stable name of a field in camelCase.
 */
measure: string
/**
 * Stable name of a field in camelCase.
 */
by: string
}
/**
 * Codes with their texts: either fixed in the file (`items`), or maintained as records by people in the running system (`records`). Both are chosen, looked up and translated alike.
 */
export interface Dictionary {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Standard or document that the codes come from.
 */
source?: string
/**
 * Version of the items, such as `2003`.
 */
version?: string
/**
 * First day of the version.
 */
effective?: string
/**
 * Texts by code, in the order shown.
 */
items?: {
[k: string]: string | {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Code above this one.
 */
parent?: string
/**
 * First day on which the code can be chosen.
 */
from?: string
/**
 * Last day on which the code can be chosen; it stays readable on old records.
 */
until?: string
/**
 * Colour of the tag; never the only sign.
 */
color?: ("default" | "blue" | "green" | "orange" | "red" | "purple")
/**
 * Kept for old records, no longer offered.
 */
disabled?: boolean
}
}
/**
 * Versions before this one: their codes stay readable and can be looked up by version or day.
 */
earlier?: EarlierVersion[]
/**
 * What other systems call these codes, by the system's name.
 */
mappings?: {
[k: string]: CodeTranslation
}
records?: MaintainedCodes
}
/**
 * A version that was in force before.
 */
export interface EarlierVersion {
/**
 * Its name.
 */
version: string
/**
 * First day of the version.
 */
effective?: string
/**
 * Texts by code.
 */
items: {
[k: string]: string | {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Code above this one.
 */
parent?: string
/**
 * First day on which the code can be chosen.
 */
from?: string
/**
 * Last day on which the code can be chosen; it stays readable on old records.
 */
until?: string
/**
 * Colour of the tag; never the only sign.
 */
color?: ("default" | "blue" | "green" | "orange" | "red" | "purple")
/**
 * Kept for old records, no longer offered.
 */
disabled?: boolean
}
}
}
/**
 * The codes of another system; what has no counterpart is reported as a gap.
 */
export interface CodeTranslation {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * The other system's code by ours; several of ours may have the same.
 */
codes: {
[k: string]: string
}
/**
 * All codes of the other system with their texts, so that gaps on its side are found too.
 */
foreign?: {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
[k: string]: string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
}
}
}
/**
 * The codes are records of an entity with `codes`.
 */
export interface MaintainedCodes {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Code of the dictionary there, such as `ICD-10`.
 */
of: string
}
/**
 * A kind of record: gives a table, a REST resource, a list, a form, a detail page and a history.
 */
export interface Entity {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
description?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
was?: WasNames
/**
 * Stable name of a field in camelCase.
 */
title?: string
/**
 * Fields by name, in the order shown.
 */
fields: {
[k: string]: Field
}
/**
 * Who a record belongs to: the unit and area of the referenced record (or of the org or area field) named here; several are alternatives. Left out: the unit of the person who made it.
 */
owner?: (string | [string]|[string, string]|[string, string, string])
/**
 * Groups of fields that may not repeat together.
 */
unique?: [string, ...(string)[]][]
/**
 * Indexes for the lists that people really open.
 */
index?: [string, ...(string)[]][]
/**
 * Text fields that the search box looks into, also over references (`material.name`); left out: the title field and all unique text fields.
 * 
 * Items: A field, or a path over references such as `batch.expiryDate`.
 */
search?: string[]
/**
 * Rules over the whole record.
 */
checks?: EntityCheck[]
states?: States
/**
 * The records form a tree.
 */
tree?: {
/**
 * Stable name of a field in camelCase.
 */
parent: string
/**
 * Most levels.
 */
depth?: number
/**
 * Stable name of a field in camelCase.
 */
order?: string
}
/**
 * The records are lines of another entity and share its rights.
 */
lineOf?: {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
as: string
}
ledger?: Ledger
/**
 * Fields that identify a record in imports and seeds; left out: the first unique group.
 * 
 * Items: Stable name of a field in camelCase.
 */
keys?: string[]
/**
 * Order of lists, default newest first.
 * 
 * Items: A field path; a leading `-` sorts downwards.
 */
sort?: string[]
/**
 * Keep every change, default true.
 */
history?: boolean
/**
 * Hundreds of thousands of records are expected: the check then names every report filter that has no index.
 */
large?: boolean
/**
 * Records are made by the system only; people read them.
 */
builtIn?: "managed"
/**
 * Deleted records go to a recycle list, where those who may delete them can restore them; until then nobody sees them and their values may be used again.
 */
softDelete?: boolean
/**
 * People give a reason when they change a record; it stands in the history.
 */
changeReason?: ("optional" | "required")
codes?: Codes
/**
 * Each record is a questionnaire: it has the fields `name` (text), `content` (json), `views` and `collected` (integer), and states `draft`, `published` and `ended`, published and ended by actions named `publish` and `end`. It may have `startsAt`, `endsAt` (datetime), `captcha`, `anonymous` (boolean), `oneAnswerPer` (choice of `none`, `device`, `phone`, `account`), `maxCopies` (integer) and `thanks` (long-text). A portal that names the entity lets people answer the published ones.
 */
questionnaires?: {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
answers: string
/**
 * Fields of the questionnaire within which one person answers once, such as `year`: another questionnaire of the same year counts as the same.
 * 
 * Items: Stable name of a field in camelCase.
 */
once?: string[]
}
}
export interface EntityCheck {
/**
 * A FEEL expression.
 */
rule: string
/**
 * Stable name of a field in camelCase.
 */
field?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
}
/**
 * Life of a record.
 */
export interface States {
/**
 * Stable name of a field in camelCase.
 */
field: string
/**
 * State of a new record.
 */
initial: string
/**
 * Allowed changes; any other change of the state is refused.
 */
transitions: {
/**
 * States before.
 * 
 * @minItems 1
 */
from: [string, ...(string)[]]
/**
 * State after.
 */
to: string
/**
 * Actions or processes that make this change.
 * 
 * @minItems 1
 * 
 * Items: Stable name in kebab-case.
 */
by: [string, ...(string)[]]
}[]
/**
 * States in which people may edit the record; left out: the initial state.
 */
editable?: string[]
/**
 * States in which the record may be deleted; left out: the initial state.
 */
deletable?: string[]
}
/**
 * Records are append-only movements; a balance per key is kept, never below zero.
 */
export interface Ledger {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
balance: string
/**
 * Fields, of the same name in both entities, that identify a balance.
 * 
 * @minItems 1
 * 
 * Items: Stable name of a field in camelCase.
 */
key: [string, ...(string)[]]
/**
 * Stable name of a field in camelCase.
 */
quantity: string
/**
 * Stable name of a field in camelCase.
 */
direction: string
/**
 * Stable name of a field in camelCase.
 */
after: string
/**
 * Stable name of a field in camelCase.
 */
onHand: string
/**
 * Stable name of a field in camelCase.
 */
frozen: string
}
/**
 * The records are codes of dictionaries that people maintain: they can be looked up (`/api/dictionaries`), translated, and chosen in fields by a dictionary file with `records`.
 */
export interface Codes {
/**
 * Stable name of a field in camelCase.
 */
of: string
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
name: string
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
label?: string
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
category?: string
/**
 * Stable name of a field in camelCase.
 */
version?: string
/**
 * Stable name of a field in camelCase.
 */
effective?: string
/**
 * Stable name of a field in camelCase.
 */
state?: string
/**
 * States in which the codes are looked up and chosen; in others they are not told to anybody by the service.
 * 
 * @minItems 1
 */
published?: [string, ...(string)[]]
/**
 * States in which the codes can still be looked up by version or day, default `published`.
 * 
 * @minItems 1
 */
kept?: [string, ...(string)[]]
/**
 * Stable name of a field in camelCase.
 */
code: string
/**
 * Stable name of a field in camelCase.
 */
text: string
/**
 * Stable name of a field in camelCase.
 */
parent?: string
/**
 * Stable name of a field in camelCase.
 */
order?: string
/**
 * Stable name of a field in camelCase.
 */
from?: string
/**
 * Stable name of a field in camelCase.
 */
until?: string
/**
 * Stable name of a field in camelCase.
 */
mappings?: string
}
/**
 * The input form of an entity.
 */
export interface Form {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Sections in order.
 * 
 * @minItems 1
 */
sections?: [{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Columns of inputs, default 2.
 */
columns?: number
/**
 * Fields in order.
 * 
 * @minItems 1
 * 
 * Items: A field, or a path over references such as `batch.expiryDate`.
 */
fields: [string, ...(string)[]]
}, ...({
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Columns of inputs, default 2.
 */
columns?: number
/**
 * Fields in order.
 * 
 * @minItems 1
 * 
 * Items: A field, or a path over references such as `batch.expiryDate`.
 */
fields: [string, ...(string)[]]
})[]]
/**
 * Columns of each lines field, by its name.
 */
lines?: {
/**
 * @minItems 1
 * 
 * Items: Stable name of a field in camelCase.
 */
[k: string]: [string, ...(string)[]]
}
}
/**
 * Work done at set times.
 */
export interface Job {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Five-field cron expression in the zone of the installation.
 */
cron: string
/**
 * What is done, in order.
 * 
 * @minItems 1
 */
run: [{
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
alert?: string
/**
 * Stable name in kebab-case.
 */
action?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
of?: string
where?: Condition6
}, ...({
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
alert?: string
/**
 * Stable name in kebab-case.
 */
action?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
of?: string
where?: Condition6
})[]]
}
/**
 * Only these records; `{ "now": "-10m" }` is a moment before now (m, h, d).
 */
export interface Condition6 {
[k: string]: unknown
}
/**
 * A list page of an entity.
 */
export interface List {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Columns in order; left out: the first eight plain fields.
 * 
 * @minItems 1
 */
columns?: [(string | {
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
field: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Width in pixels.
 */
width?: number
/**
 * May be sorted by a click, default true for indexed or plain fields.
 */
sortable?: boolean
}), ...((string | {
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
field: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Width in pixels.
 */
width?: number
/**
 * May be sorted by a click, default true for indexed or plain fields.
 */
sortable?: boolean
}))[]]
/**
 * Fields offered as filters above the list.
 * 
 * Items: A field, or a path over references such as `batch.expiryDate`.
 */
filters?: string[]
where?: Condition7
/**
 * Order when the page opens.
 * 
 * Items: A field path; a leading `-` sorts downwards.
 */
sort?: string[]
/**
 * Quick filters shown as tabs.
 */
tabs?: {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
where?: Condition8
}[]
/**
 * What a click on a row opens, default detail.
 */
open?: ("detail" | "none")
/**
 * Stable name of a field in camelCase.
 */
opens?: string
/**
 * Offer a button to make a record, default true where allowed.
 */
create?: boolean
/**
 * Rows on a page, default 20.
 */
pageSize?: (10 | 20 | 50 | 100)
/**
 * How the list opens, default table; people can switch to any other form that the list says how to draw. `tree` needs an entity with a tree, `calendar` and `board` their options.
 */
view?: ("table" | "tree" | "calendar" | "board" | "cards")
/**
 * Shows the records on the days of a month or week; a click on a day makes a record of that day, dragging moves one, where the person may change it.
 */
calendar?: {
/**
 * Stable name of a field in camelCase.
 */
date: string
/**
 * Stable name of a field in camelCase.
 */
end?: string
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
title?: string
/**
 * Stable name of a field in camelCase.
 */
color?: string
}
/**
 * Shows the records as cards in one column per choice. Moving a card changes the field; where it is the state of the entity, the action that makes this change is run.
 */
board?: {
/**
 * Stable name of a field in camelCase.
 */
by: string
/**
 * Fields on a card besides its title; left out: the first three columns.
 * 
 * @minItems 1
 * @maxItems 6
 * 
 * Items: A field, or a path over references such as `batch.expiryDate`.
 */
card?: [string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]
}
/**
 * Row below the table over all records found, such as `{ "quantity": "sum" }`; whoever may not see a field whole gets no figure of it.
 */
summary?: {
/**
 * What the summary row shows under this column.
 */
[k: string]: "sum" | "avg" | "min" | "max"
}
/**
 * Fields that people may change right in their cells, where they may change the record.
 * 
 * @minItems 1
 * 
 * Items: Stable name of a field in camelCase.
 */
edit?: [string, ...(string)[]]
/**
 * What may be done to all selected rows at once: names of actions on a record, `submit`, `delete`, and `edit` for one field of those in `edit`. Every row is judged alone.
 * 
 * @minItems 1
 * 
 * Items: Stable name in kebab-case.
 */
bulk?: [string, ...(string)[]]
}
/**
 * Only these records are listed.
 */
export interface Condition7 {
[k: string]: unknown
}
/**
 * Records of this tab.
 */
export interface Condition8 {
[k: string]: unknown
}
/**
 * A text sent to people.
 */
export interface Message {
/**
 * Handlebars template of one line, in Chinese alone or in Chinese and English.
 */
title: (string | {
/**
 * Chinese template.
 */
zh: string
/**
 * English template; the Chinese one is used when it is left out.
 */
en?: string
})
/**
 * Handlebars template; `record`, `user` and what the sender gives can be used.
 */
body: (string | {
/**
 * Chinese template.
 */
zh: string
/**
 * English template; the Chinese one is used when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Cannot be switched off and does not wait for the end of quiet hours.
 */
essential?: boolean
/**
 * Ways to reach people besides the mailbox in the product: `email`, `sms`, `webhook` or one of a plugin. A channel that the site has not set up is skipped, and the outgoing messages say so.
 */
channels?: {
[k: string]: ChannelText
}
/**
 * A repeated message about the same record within this time raises the count of the unread one instead of a new one, and nothing is sent outside.
 */
mergeWithin?: string
}
/**
 * What differs on this channel; left out, title and body of the message.
 */
export interface ChannelText {
/**
 * Handlebars template of one line.
 */
title?: (string | {
/**
 * Chinese template.
 */
zh: string
/**
 * English template; the Chinese one is used when it is left out.
 */
en?: string
})
/**
 * Handlebars template.
 */
body?: (string | {
/**
 * Chinese template.
 */
zh: string
/**
 * English template; the Chinese one is used when it is left out.
 */
en?: string
})
/**
 * Name of the text that the site has registered with its gateway.
 */
template?: string
/**
 * Parameter of the registered text → Handlebars template.
 */
values?: {
[k: string]: string
}
}
/**
 * A free page for staff, at `/apps/<app>/pages/<name>`, built of amis nodes from this list only: no html, templates, expressions, adaptors, scripts or addresses. Figures, records and links name declared reports, lists and pages, and show what the reader may see; a node the reader has no right to is left out.
 */
export interface Page {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes
}
/**
 * A heading.
 */
export interface HeadingNode {
/**
 * Type of node.
 */
type: "heading"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
text: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
}
/**
 * A paragraph.
 */
export interface PlainNode {
/**
 * Type of node.
 */
type: "plain"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
text: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
}
/**
 * A note that stands out.
 */
export interface AlertNode {
/**
 * Type of node.
 */
type: "alert"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
text: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Its weight, default info.
 */
level?: ("info" | "success" | "warning" | "danger")
}
/**
 * A line.
 */
export interface DividerNode {
/**
 * Type of node.
 */
type: "divider"
}
/**
 * Columns.
 */
export interface GridNode {
/**
 * Type of node.
 */
type: "grid"
/**
 * Columns side by side; below each other on a phone.
 * 
 * @minItems 1
 * @maxItems 6
 */
columns: [{
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}]|[{
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}]|[{
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}]|[{
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}]|[{
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}]|[{
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}, {
/**
 * Width in twelfths; left out, alike.
 */
md?: number
body: PageNodes1
}]
}
/**
 * A card.
 */
export interface PanelNode {
/**
 * Type of node.
 */
type: "panel"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes2
}
/**
 * Tabs.
 */
export interface TabsNode {
/**
 * Type of node.
 */
type: "tabs"
/**
 * Tabs in order.
 * 
 * @minItems 1
 * @maxItems 8
 */
tabs: [{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
body: PageNodes3
}]
}
/**
 * The first records of a list.
 */
export interface CrudNode {
/**
 * Type of node.
 */
type: "crud"
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * How many, default 5.
 */
limit?: number
filter?: Condition9
}
/**
 * Only these of them.
 */
export interface Condition9 {
[k: string]: unknown
}
/**
 * A chart, figure or table of a report.
 */
export interface ChartNode {
/**
 * Type of node.
 */
type: "chart"
widget: DashboardWidget1
}
/**
 * One card.
 */
export interface DashboardWidget1 {
/**
 * How it is shown.
 */
type: ("figure" | "bar" | "stack" | "line" | "pie" | "gauge" | "ranking" | "map" | "pivot" | "table")
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report: string
/**
 * Measures shown, default all. A gauge, map, pie and ranking show the first.
 * 
 * Items: Stable name of a field in camelCase.
 */
measures?: string[]
/**
 * Stable name of a field in camelCase.
 */
dimension?: string
/**
 * Stable name of a field in camelCase.
 */
series?: string
/**
 * Values for filters of the report: field → value or condition.
 */
where?: {
[k: string]: unknown
}
/**
 * Another grain that the report offers.
 */
grain?: ("day" | "week" | "month" | "quarter" | "half-year" | "year")
/**
 * Another level of areas that the report offers.
 */
level?: ("city" | "county" | "town" | "village")
/**
 * Full scale of a gauge, default 100 (1 for percentages).
 */
max?: number
/**
 * Stable name in kebab-case.
 */
map?: string
/**
 * Rows of a ranking, default 10.
 */
count?: number
/**
 * Twelfths of the page.
 */
width?: number
/**
 * Rows of a cockpit's grid of six, default 2.
 */
height?: number
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
link?: string
}
/**
 * Ways to other pages.
 */
export interface LinksNode {
/**
 * Type of node.
 */
type: "links"
/**
 * Links in order.
 * 
 * @minItems 1
 * @maxItems 20
 * 
 * Items: One link: exactly one of list, report, dashboard, page, form and questionnaires.
 */
links: [{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]|[{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}, {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
dashboard?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
page?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
form?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string
}]
}
/**
 * Values of one record.
 */
export interface PropertyNode {
/**
 * Type of node.
 */
type: "property"
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
filter?: Condition10
/**
 * Fields shown.
 * 
 * @minItems 1
 * 
 * Items: A field, or a path over references such as `batch.expiryDate`.
 */
fields: [string, ...(string)[]]
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
}
/**
 * Which record; the first that fits is shown.
 */
export interface Condition10 {
[k: string]: unknown
}
/**
 * Public phone pages of an app at `/portal/<app>/`: what anybody may see, what residents who signed in with their phone may see and file, and the pages that show it. An app has at most one.
 */
export interface Portal {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
description?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Help line, shown on every page.
 */
phone?: string
/**
 * By entity: what anybody may see without signing in. Everything else does not exist here.
 */
public?: {
[k: string]: PublicGrant
}
/**
 * By entity: what a resident who signed in may do with the records he made, and only with these.
 */
own?: {
[k: string]: OwnGrant
}
/**
 * Parts of the home page, from above.
 * 
 * @minItems 1
 */
home: [PortalSection, ...(PortalSection)[]]
/**
 * Pages by name; the address is `/portal/<app>/<name>`.
 */
pages?: {
[k: string]: PortalPage
}
/**
 * Pages in the bar at the bottom, between home and my account.
 * 
 * @maxItems 3
 * 
 * Items: Stable name in kebab-case.
 */
tabs?: []|[string]|[string, string]|[string, string, string]
/**
 * Entities with `questionnaires` whose published records are answered here, at `/portal/<app>/q/<id>`.
 * 
 * Items: A definition of the same app by its name, or of another app as `app/name`.
 */
questionnaires?: string[]
/**
 * The only outside addresses that this portal leads to, by name.
 */
partners?: {
[k: string]: PortalPartner
}
}
export interface PublicGrant {
fields: FieldNames
where?: Condition11
create?: FieldNames1
}
/**
 * Only these records, such as the published ones.
 */
export interface Condition11 {
[k: string]: unknown
}
export interface OwnGrant {
fields: FieldNames2
create?: FieldNames3
update?: FieldNames4
/**
 * May delete own records while their state allows it.
 */
delete?: boolean
/**
 * Actions on own records, `submit` included.
 * 
 * Items: Stable name in kebab-case.
 */
actions?: string[]
}
/**
 * Large pictures or lines from records.
 */
export interface BannerSection {
/**
 * Kind of section.
 */
kind: "banner"
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
title: string
/**
 * Stable name of a field in camelCase.
 */
image?: string
where?: Condition12
/**
 * Order.
 * 
 * Items: A field path; a leading `-` sorts downwards.
 */
sort?: string[]
/**
 * Stable name in kebab-case.
 */
opens?: string
}
/**
 * Only these.
 */
export interface Condition12 {
[k: string]: unknown
}
/**
 * The newest notices.
 */
export interface NoticesSection {
/**
 * Kind of section.
 */
kind: "notices"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
title: string
/**
 * Stable name of a field in camelCase.
 */
date?: string
where?: Condition13
/**
 * Order.
 * 
 * Items: A field path; a leading `-` sorts downwards.
 */
sort?: string[]
/**
 * How many, default 3.
 */
limit?: number
/**
 * Stable name in kebab-case.
 */
opens: string
/**
 * Stable name in kebab-case.
 */
more?: string
}
/**
 * Only these.
 */
export interface Condition13 {
[k: string]: unknown
}
/**
 * A grid of entries that operators keep as records: one that `where` leaves out is off line and answers so (410).
 */
export interface ServicesSection {
/**
 * Kind of section.
 */
kind: "services"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
title: string
/**
 * Stable name of a field in camelCase.
 */
target: string
/**
 * Stable name of a field in camelCase.
 */
group?: string
/**
 * Stable name of a field in camelCase.
 */
icon?: string
/**
 * Stable name of a field in camelCase.
 */
login?: string
where?: Condition14
/**
 * Order.
 * 
 * Items: A field path; a leading `-` sorts downwards.
 */
sort?: string[]
}
/**
 * Entries that are on line.
 */
export interface Condition14 {
[k: string]: unknown
}
/**
 * A grid of fixed entries.
 */
export interface LinksSection {
/**
 * Kind of section.
 */
kind: "links"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Entries in order.
 * 
 * @minItems 1
 */
items: [PortalLink, ...(PortalLink)[]]
}
export interface PortalLink {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Picture of an entry.
 */
icon?: ("form" | "list" | "map" | "bell" | "heart" | "people" | "phone" | "shield" | "book" | "baby" | "chart" | "doctor")
/**
 * Page of this portal, or `app/page` of another one.
 */
page: string
}
/**
 * A box that searches all list pages with `search`.
 */
export interface SearchSection {
/**
 * Kind of section.
 */
kind: "search"
}
/**
 * Public records as a list.
 */
export interface ListPage {
/**
 * Type of page.
 */
type: "list"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
title: string
/**
 * Stable name of a field in camelCase.
 */
text?: string
/**
 * Stable name of a field in camelCase.
 */
image?: string
/**
 * Stable name of a field in camelCase.
 */
date?: string
/**
 * Choice fields offered as filters.
 * 
 * Items: Stable name of a field in camelCase.
 */
filters?: string[]
where?: Condition15
/**
 * Order.
 * 
 * Items: A field path; a leading `-` sorts downwards.
 */
sort?: string[]
/**
 * Offer a search box.
 */
search?: boolean
/**
 * Stable name in kebab-case.
 */
opens?: string
/**
 * Only for residents who signed in.
 */
login?: boolean
}
/**
 * Only these.
 */
export interface Condition15 {
[k: string]: unknown
}
/**
 * One public record.
 */
export interface DetailPage {
/**
 * Type of page.
 */
type: "detail"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
title: string
fields: FieldNames5
/**
 * Only for residents who signed in.
 */
login?: boolean
}
/**
 * A form that files a new record. Without `login` anybody may send it, where `public` says `create`.
 */
export interface FormPage {
/**
 * Type of page.
 */
type: "form"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
intro?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
fields: FieldNames6
/**
 * Fields filled in from the account of the resident.
 */
fill?: {
[k: string]: "name" | "phone" | "idCard"
}
/**
 * Only for residents who signed in; their own records are found again in a `mine` page.
 */
login?: boolean
/**
 * Ask for a verification code; always asked of people who did not sign in.
 */
captcha?: boolean
/**
 * Start the entity's process at once.
 */
submit?: boolean
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
done?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Stable name in kebab-case.
 */
opens?: string
}
/**
 * Public records by county, as a light map and a list.
 */
export interface MapPage {
/**
 * Type of page.
 */
type: "map"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
title: string
/**
 * Stable name of a field in camelCase.
 */
text?: string
/**
 * Stable name of a field in camelCase.
 */
phone?: string
/**
 * Stable name of a field in camelCase.
 */
area: string
where?: Condition16
/**
 * Stable name in kebab-case.
 */
opens?: string
/**
 * Only for residents who signed in.
 */
login?: boolean
}
/**
 * Only these.
 */
export interface Condition16 {
[k: string]: unknown
}
/**
 * What the resident filed, with its progress.
 */
export interface MinePage {
/**
 * Type of page.
 */
type: "mine"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
title: string
/**
 * Stable name of a field in camelCase.
 */
status?: string
/**
 * Stable name of a field in camelCase.
 */
date?: string
fields: FieldNames7
/**
 * Order, default the newest first.
 * 
 * Items: A field path; a leading `-` sorts downwards.
 */
sort?: string[]
/**
 * Stable name in kebab-case.
 */
add?: string
}
/**
 * Plain guidance, step by step.
 */
export interface TextPage {
/**
 * Type of page.
 */
type: "text"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Steps in order.
 * 
 * @minItems 1
 */
steps: [{
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
text?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
}, ...({
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
text?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
})[]]
next?: PortalLink1
/**
 * Stable name in kebab-case.
 */
partner?: string
}
/**
 * Where it goes on.
 */
export interface PortalLink1 {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Picture of an entry.
 */
icon?: ("form" | "list" | "map" | "bell" | "heart" | "people" | "phone" | "shield" | "book" | "baby" | "chart" | "doctor")
/**
 * Page of this portal, or `app/page` of another one.
 */
page: string
}
/**
 * Open questionnaires.
 */
export interface QuestionnairesPage {
/**
 * Type of page.
 */
type: "questionnaires"
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
}
/**
 * Another system that residents are handed over to.
 */
export interface PortalPartner {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Its page; the token is added as `?token=`.
 */
address: string
/**
 * Name of the environment variable with the secret that signs its calls; without it the partner cannot call and residents are told that the service is unavailable.
 */
secret: string
cases?: PartnerCases
}
/**
 * What the partner may write about a resident's case.
 */
export interface PartnerCases {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Stable name of a field in camelCase.
 */
key: string
fields: FieldNames8
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
message?: string
}
/**
 * A questionnaire made as a file. At the start of the server it becomes a published record of the entity in `bank`, where those made in the browser lie too; a changed file with answers becomes a new record, and the old one ends.
 */
export interface Questionnaire {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
bank: string
/**
 * Values of other fields of the record, such as `year`, `captcha` or `oneAnswerPer`.
 */
set?: {
[k: string]: unknown
}
/**
 * Code of the unit the record belongs to, where its entity has a field for it.
 */
org?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
intro?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Questions, paragraphs and page breaks in order.
 * 
 * @minItems 1
 * @maxItems 300
 */
questions: [Question, ...(Question)[]]
scoring?: Scoring
}
/**
 * One question.
 */
export interface Question {
/**
 * Stable name of a field in camelCase.
 */
name: string
/**
 * single, multiple and dropdown choose among `options`; blank is typed; scale is a number from `min` to `max`; matrix chooses one option for each of `rows`; paragraph is only read; section begins a new page; info is basic information named by `field`.
 */
type: ("single" | "multiple" | "dropdown" | "blank" | "scale" | "matrix" | "paragraph" | "section" | "info")
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
title: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
help?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Has to be answered, when a jump does not leave it out.
 */
required?: boolean
/**
 * What can be chosen.
 * 
 * @minItems 1
 * @maxItems 100
 */
options?: [Choice, ...(Choice)[]]
/**
 * Lines of a matrix.
 * 
 * @minItems 1
 * @maxItems 100
 */
rows?: [Choice, ...(Choice)[]]
/**
 * Fewest choices, smallest number, or first step of a scale.
 */
min?: number
/**
 * Most choices, largest number, or last step of a scale.
 */
max?: number
/**
 * Most characters.
 */
maxLength?: number
/**
 * What a blank takes, default text.
 */
format?: ("text" | "long-text" | "number" | "date" | "mobile" | "email")
/**
 * Basic information; kept in the answer's field of that name, under its rights.
 */
field?: ("name" | "phone" | "email" | "sex" | "education" | "occupation" | "age" | "area")
/**
 * Where it goes on; the first that holds counts.
 */
jump?: Jump[]
/**
 * The right options: only when all and only these are chosen the `points` count.
 * 
 * @minItems 1
 */
answer?: [string, ...(string)[]]
/**
 * Points for the right answer, default 1; of a scale, points for each step.
 */
points?: number
/**
 * Part of the rating it belongs to.
 */
dimension?: string
}
export interface Choice {
/**
 * Stable code.
 */
value: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Asks for a text beside it.
 */
other?: boolean
/**
 * Points when chosen.
 */
points?: number
}
export interface Jump {
/**
 * A FEEL expression.
 */
when: string
/**
 * A later question, or `end`.
 */
to: string
}
/**
 * How answers are rated.
 */
export interface Scoring {
/**
 * Levels.
 * 
 * @minItems 1
 */
levels: [{
/**
 * From this percentage of the full score on.
 */
from: number
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Whether it counts as passed.
 */
passed?: boolean
}, ...({
/**
 * From this percentage of the full score on.
 */
from: number
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Whether it counts as passed.
 */
passed?: boolean
})[]]
/**
 * Parts that are rated by themselves.
 */
dimensions?: {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
[k: string]: string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
}
}
/**
 * Show the score at once, default true.
 */
show?: boolean
}
/**
 * Figures over one or several entities under the reader's own rights, worked out by one SQL statement. A reader who may not see a field whole, of which a figure is made, cannot open the report.
 */
export interface Report {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
description?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
where?: Condition17
/**
 * Further entities whose figures stand beside those of `entity`, such as the population behind a rate: name → source. They meet where the dimensions are equal.
 */
sources?: {
[k: string]: ReportSource
}
/**
 * What the figures are grouped by.
 * 
 * @maxItems 6
 */
dimensions?: []|[ReportDimension]|[ReportDimension, ReportDimension]|[ReportDimension, ReportDimension, ReportDimension]|[ReportDimension, ReportDimension, ReportDimension, ReportDimension]|[ReportDimension, ReportDimension, ReportDimension, ReportDimension, ReportDimension]|[ReportDimension, ReportDimension, ReportDimension, ReportDimension, ReportDimension, ReportDimension]
/**
 * Figures.
 * 
 * @minItems 1
 * @maxItems 60
 */
measures: [ReportMeasure, ...(ReportMeasure)[]]
/**
 * Fields offered as filters; dimensions can always be filtered by.
 */
filters?: (string | ReportFilter)[]
/**
 * Order by dimension or measure; left out: by the dimensions. Choices follow the order of their options, names pinyin, empty figures come last.
 * 
 * Items: A field path; a leading `-` sorts downwards.
 */
sort?: string[]
top?: ReportTop
/**
 * Stable name of a field in camelCase.
 */
pivot?: string
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
time?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
drill?: string
/**
 * Chart above the table; left out: a line over time, else bars.
 */
chart?: ("bar" | "stack" | "line" | "pie" | "none")
/**
 * Figures made of fewer records than this are not shown (and one more, where a total would give them away). For personal data that is published or printed. Not together with `drill`.
 */
suppressBelow?: number
}
/**
 * Only these records.
 */
export interface Condition17 {
[k: string]: unknown
}
/**
 * A further entity.
 */
export interface ReportSource {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
where?: Condition18
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
drill?: string
}
/**
 * Only these records.
 */
export interface Condition18 {
[k: string]: unknown
}
/**
 * What figures are grouped by.
 */
export interface ReportDimension {
/**
 * Stable name of a field in camelCase.
 */
name: string
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
field: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Period that a date or moment falls in (weeks begin on Monday), in the zone of the installation.
 */
grain?: ("day" | "week" | "month" | "quarter" | "half-year" | "year")
/**
 * Other grains that the reader may choose.
 */
grains?: ("day" | "week" | "month" | "quarter" | "half-year" | "year")[]
/**
 * Periods without records are shown as gaps (`none`, the default) or, for counts of events, as `zero`.
 */
gaps?: ("none" | "zero")
/**
 * Division that area codes are rolled up to.
 */
level?: ("city" | "county" | "town" | "village")
/**
 * Other levels that the reader may choose.
 */
levels?: ("city" | "county" | "town" | "village")[]
/**
 * The same thing in the report's other `sources`: source → field path. A source that does not know a dimension shows the same figure for all its values.
 */
in?: {
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
[k: string]: string
}
}
/**
 * One figure: exactly one of count, sum, avg, min, max, distinct, median, quantile, ratio and compute.
 */
export interface ReportMeasure {
/**
 * Stable name of a field in camelCase.
 */
name: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Stable name of a field in camelCase.
 */
source?: string
/**
 * Number of records.
 */
count?: boolean
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
sum?: string
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
avg?: string
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
min?: string
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
max?: string
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
distinct?: string
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
median?: string
quantile?: ReportQuantile
ratio?: ReportRatio
/**
 * A FEEL expression.
 */
compute?: string
where?: Condition19
/**
 * A sum under a `where` that no record of the group fits is 0; `none`: it is empty, because nothing was reported.
 */
empty?: ("zero" | "none")
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
unit?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * `percent`: 0.8 is shown as 80%.
 */
format?: ("number" | "percent")
/**
 * Decimals shown, also of a percentage; the figure is rounded to them everywhere.
 */
scale?: number
/**
 * Only a part of other measures, not shown.
 */
hidden?: boolean
/**
 * Beside the figure: the period before with its change (环比), the same period last year with its change (同比), the average of the rows of the same period. Changes of percentages are told in points. A week is compared with that 52 weeks before.
 */
compare?: ("previous" | "lastYear" | "peers")[]
/**
 * Beside the figure: the total up to and with this period, from the first one shown or from the start of its year.
 */
running?: ("all" | "year")
/**
 * Beside the figure: its place, the highest (`down`) or lowest (`up`) first; equal figures share a place, empty ones have none.
 */
rank?: ("down" | "up")
/**
 * Stable name of a field in camelCase.
 */
rankWithin?: string
/**
 * False: no way to the records behind.
 */
drill?: boolean
}
/**
 * Value that a share of the numbers does not exceed, interpolated.
 */
export interface ReportQuantile {
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
of: string
/**
 * Share, such as 0.9.
 */
at: number
}
/**
 * One measure over another; empty (shown as —) when the lower one is 0 or empty.
 */
export interface ReportRatio {
/**
 * Stable name of a field in camelCase.
 */
of: string
/**
 * Stable name of a field in camelCase.
 */
over: string
/**
 * For so many of the lower one, such as 1000 (每千人).
 */
per?: number
}
/**
 * Only these records are counted.
 */
export interface Condition19 {
[k: string]: unknown
}
/**
 * A filter with more to say.
 */
export interface ReportFilter {
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
field: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Value, or condition with operators, that holds until the reader chooses; such as { "$during": "this-year" }.
 */
default?: (string | number | boolean | {
[k: string]: unknown
})
/**
 * The report is refused without it.
 */
required?: boolean
/**
 * Most values at once.
 */
maxValues?: number
/**
 * The same thing in the report's other `sources`: source → field path. A source that does not know a dimension shows the same figure for all its values.
 */
in?: {
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
[k: string]: string
}
}
/**
 * Only the highest rows.
 */
export interface ReportTop {
/**
 * So many rows; rows equal to the last one are shown too.
 */
count: number
/**
 * A field path; a leading `-` sorts downwards.
 */
by: string
/**
 * Sum the rest up in one row 其他. Averages, medians and distinct counts of it are not known.
 */
others?: boolean
}
/**
 * What the holders of a role may do, within the scope in which it was granted to them.
 */
export interface Role {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
description?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Roles that the same person may not hold.
 * 
 * Items: A role as `app.role`.
 */
excludes?: string[]
/**
 * Runs the system and sees no business data: grants rights on entities of the app `platform` only, and its holders may hold no other kind of role.
 */
administrative?: boolean
/**
 * Rights by entity (`name` or `app/name`).
 */
grants: {
[k: string]: EntityGrant
}
/**
 * What programs that sign in as a holder may do with processes at `/engine-rest`: `work` on external tasks, `start` processes and send them messages, `deploy` processes and decisions, `operate` (see all instances with their variables, change them, mend incidents).
 */
engine?: ("work" | "start" | "deploy" | "operate")[]
/**
 * Reports this role may open; a report also needs the right to read its entity.
 * 
 * Items: A definition of the same app by its name, or of another app as `app/name`.
 */
reports?: string[]
}
export interface EntityGrant {
/**
 * May see records.
 */
read?: (boolean | {
where: Condition20
})
/**
 * May make records.
 */
create?: (boolean | {
where: Condition21
})
/**
 * May change records.
 */
update?: (boolean | {
where: Condition22
})
/**
 * May delete records.
 */
delete?: (boolean | {
where: Condition23
})
/**
 * May export what may be seen.
 */
export?: boolean
/**
 * May import records from a sheet: new ones where `create` is given, changed ones (found by a key) where `update` is.
 */
import?: boolean
/**
 * Templates of this entity that may be printed.
 * 
 * Items: Stable name in kebab-case.
 */
print?: string[]
/**
 * Actions of this entity that may be run; `submit` starts its process, `restore` goes back to an earlier version, `move` and `merge` change a tree.
 * 
 * Items: Stable name in kebab-case.
 */
actions?: string[]
/**
 * `grant`: the scope in which the role was given (default); `own`: only records the person made; `all`: everywhere.
 */
scope?: ("grant" | "own" | "all")
/**
 * Fields never shown.
 * 
 * Items: Stable name of a field in camelCase.
 */
hide?: string[]
/**
 * Fields shown masked.
 * 
 * Items: Stable name of a field in camelCase.
 */
mask?: string[]
/**
 * Fields that cannot be changed.
 * 
 * Items: Stable name of a field in camelCase.
 */
readOnly?: string[]
}
/**
 * Only records that fulfil this.
 */
export interface Condition20 {
[k: string]: unknown
}
/**
 * Only records that fulfil this.
 */
export interface Condition21 {
[k: string]: unknown
}
/**
 * Only records that fulfil this.
 */
export interface Condition22 {
[k: string]: unknown
}
/**
 * Only records that fulfil this.
 */
export interface Condition23 {
[k: string]: unknown
}
/**
 * The acceptance test of a tender row as data, run through the public HTTP API. In values `"$name"` is a saved record (`"$name.field"` a value of it) or person, `{ "find": { … } }` the one record with these values, a text in a reference field its natural key, `{ "today": "+20d" }` a date by the scenario's clock, `{ "now": "-3h" }` a moment, `{ "file": "photo.png" }` a small uploaded file.
 */
export interface Scenario {
/**
 * For editors.
 */
$schema?: string
/**
 * Tender row or rows it proves.
 */
requirement?: (number | [number, ...(number)[]])
/**
 * What happens, in one line.
 */
title: string
/**
 * Stable name in kebab-case.
 */
app?: string
/**
 * Where it starts.
 */
given?: {
/**
 * Moment, such as 2026-04-10T09:00+08:00.
 */
clock?: string
/**
 * Seeds, such as `materials/base` or `materials/demo`.
 */
seed?: string[]
/**
 * Persons by a short name, which is also their user name; the password is `Scenario-2026!`.
 */
people?: {
[k: string]: {
/**
 * Roles held.
 */
role: (string | [string, ...(string)[]])
/**
 * Unit or area by name or code, and what is below it; left out: everywhere.
 */
scope?: string
/**
 * Unit the person works in, by name or code; left out: the unit of `scope`.
 */
org?: string
/**
 * Name shown; left out: the short name.
 */
name?: string
}
}
/**
 * Records there before, made by the system.
 */
records?: {
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Values.
 */
with: {
[k: string]: unknown
}
/**
 * Person who makes it; left out: the system.
 */
as?: string
/**
 * Stable name of a field in camelCase.
 */
save?: string
}[]
}
/**
 * Steps in order.
 * 
 * @minItems 1
 * 
 * Items: One step: exactly one verb.
 */
steps: [(ScenarioCreateStep | ScenarioUpdateStep | ScenarioDeleteStep | ScenarioGetStep | ScenarioSubmitStep | ScenarioMoveStep | ScenarioMergeStep | ScenarioRestoreStep | ScenarioUndeleteStep | ScenarioActStep | ScenarioClaimStep | ScenarioUnclaimStep | ScenarioCompleteStep | ScenarioExportStep | ScenarioReportStep | ScenarioCallStep | ScenarioRunStep | ScenarioClockStep | ScenarioLoginStep | ScenarioTogetherStep | ScenarioExpectRecordsStep | ScenarioExpectTasksStep | ScenarioExpectMessagesStep | ScenarioExpectHistoryStep | ScenarioExpectInstanceStep | ScenarioPortalStep | ScenarioImportStep | ScenarioPrintStep | ScenarioTransferStep | ScenarioDelegateStep | ScenarioResolveStep | ScenarioTakeBackStep | ScenarioAddSignStep | ScenarioRemoveSignStep | ScenarioReturnStep | ScenarioRecallStep | ScenarioUrgeStep | ScenarioCancelStep | ScenarioCopyStep | ScenarioBatchStep | DownloadStep1 | BulkStep | SearchStep), ...((ScenarioCreateStep | ScenarioUpdateStep | ScenarioDeleteStep | ScenarioGetStep | ScenarioSubmitStep | ScenarioMoveStep | ScenarioMergeStep | ScenarioRestoreStep | ScenarioUndeleteStep | ScenarioActStep | ScenarioClaimStep | ScenarioUnclaimStep | ScenarioCompleteStep | ScenarioExportStep | ScenarioReportStep | ScenarioCallStep | ScenarioRunStep | ScenarioClockStep | ScenarioLoginStep | ScenarioTogetherStep | ScenarioExpectRecordsStep | ScenarioExpectTasksStep | ScenarioExpectMessagesStep | ScenarioExpectHistoryStep | ScenarioExpectInstanceStep | ScenarioPortalStep | ScenarioImportStep | ScenarioPrintStep | ScenarioTransferStep | ScenarioDelegateStep | ScenarioResolveStep | ScenarioTakeBackStep | ScenarioAddSignStep | ScenarioRemoveSignStep | ScenarioReturnStep | ScenarioRecallStep | ScenarioUrgeStep | ScenarioCancelStep | ScenarioCopyStep | ScenarioBatchStep | DownloadStep1 | BulkStep | SearchStep))[]]
}
/**
 * Makes a record.
 */
export interface ScenarioCreateStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
create: string
/**
 * Values.
 */
with: {
[k: string]: unknown
}
/**
 * Stable name of a field in camelCase.
 */
save?: string
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * How a step is refused.
 */
export interface ScenarioRefusal {
/**
 * Status, or one of several.
 */
status: (number | [number, ...(number)[]])
/**
 * Code of the problem or of one of its errors.
 */
code?: string
/**
 * Field one of its errors names, such as `quantity` or `lines[1].quantity`.
 */
field?: string
/**
 * Text that the message contains.
 */
message?: string
}
/**
 * Changes a record.
 */
export interface ScenarioUpdateStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * The record.
 */
update: (string | ScenarioFind)
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
/**
 * Changed values.
 */
with: {
[k: string]: unknown
}
/**
 * Version the change is based on; left out: the present one.
 */
version?: number
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * The one record with these values.
 */
export interface ScenarioFind {
/**
 * Field or path → value.
 */
find: {
[k: string]: unknown
}
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
}
/**
 * Deletes a record.
 */
export interface ScenarioDeleteStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * The record.
 */
delete: (string | ScenarioFind)
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
/**
 * Version seen; left out: the present one.
 */
version?: number
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * Reads a record.
 */
export interface ScenarioGetStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * The record.
 */
get: (string | ScenarioFind)
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
/**
 * Values it must have.
 */
equal?: {
[k: string]: unknown
}
/**
 * Fields that must not be sent.
 * 
 * @minItems 1
 * 
 * Items: A field, or a path over references such as `batch.expiryDate`.
 */
absent?: [string, ...(string)[]]
/**
 * What the person may do with it: `update`, `delete`, `actions`.
 */
can?: {
[k: string]: unknown
}
/**
 * Stable name of a field in camelCase.
 */
save?: string
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
/**
 * The record as it was at the end of a day or at a moment.
 */
asOf?: string
/**
 * The record as it was at a version.
 */
version?: number
}
/**
 * Submits a record to its process.
 */
export interface ScenarioSubmitStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * The record.
 */
submit: (string | ScenarioFind)
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * Moves a node of a tree.
 */
export interface ScenarioMoveStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * The node.
 */
move: (string | ScenarioFind)
/**
 * The new parent, null for the top; left out: the present one.
 */
under?: ((string | ScenarioFind) | null)
/**
 * The child there that comes after it.
 */
before?: (string | ScenarioFind)
/**
 * The child there that comes before it.
 */
after?: (string | ScenarioFind)
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * Merges a node of a tree into another.
 */
export interface ScenarioMergeStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * The node that goes.
 */
merge: (string | ScenarioFind)
/**
 * The node that stays.
 */
into: (string | ScenarioFind)
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * Goes back to an earlier version of a record.
 */
export interface ScenarioRestoreStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * The record.
 */
restore: (string | ScenarioFind)
/**
 * Version to go back to.
 */
version: number
/**
 * Reason, where the entity asks for one.
 */
reason?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * Brings a deleted record back from the recycle list.
 */
export interface ScenarioUndeleteStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * The record, by a saved name.
 */
undelete: (string | ScenarioFind)
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * Runs an action on a record or a list.
 */
export interface ScenarioActStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * Stable name in kebab-case.
 */
act: string
/**
 * The record.
 */
on?: (string | ScenarioFind)
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
/**
 * Values asked for.
 */
input?: {
[k: string]: unknown
}
/**
 * Version seen.
 */
version?: number
/**
 * Stable name of a field in camelCase.
 */
save?: string
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * Claims a task.
 */
export interface ScenarioClaimStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
claim: ScenarioTask
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * A task by the record it is about.
 */
export interface ScenarioTask {
/**
 * Record the task is about.
 */
of: (string | ScenarioFind)
/**
 * BPMN id of the user task; left out: the only open one.
 */
task?: string
}
/**
 * Gives a claimed task back.
 */
export interface ScenarioUnclaimStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
unclaim: ScenarioTask
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * Completes a task.
 */
export interface ScenarioCompleteStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
complete: ScenarioCompletion
/**
 * Opinion written; may also stand inside `complete`.
 */
opinion?: string
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * The task and what is decided.
 */
export interface ScenarioCompletion {
/**
 * Record the task is about.
 */
of: (string | ScenarioFind)
/**
 * BPMN id of the user task; left out: the only open one.
 */
task?: string
/**
 * Outcome chosen.
 */
outcome: string
/**
 * Opinion written.
 */
opinion?: string
/**
 * Values of the record changed with it.
 */
with?: {
[k: string]: unknown
}
/**
 * Who signs the next step, where that is chosen here: people of `given.people`.
 * 
 * @minItems 1
 * 
 * Items: Person of `given.people`.
 */
signers?: [string, ...(string)[]]
}
/**
 * Exports a list to a spreadsheet and reads it.
 */
export interface ScenarioExportStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
export: string
/**
 * Field or path → value the rows must have; a condition with operators is allowed.
 */
where?: {
[k: string]: unknown
}
/**
 * Text searched for.
 */
search?: string
/**
 * Order.
 * 
 * Items: A field path; a leading `-` sorts downwards.
 */
sort?: string[]
/**
 * Columns; left out: those of the list.
 * 
 * Items: A field, or a path over references such as `batch.expiryDate`.
 */
fields?: string[]
/**
 * Rows without the header.
 */
rows?: number
/**
 * Texts that stand in a cell.
 */
contains?: string[]
/**
 * Texts that stand in no cell.
 */
absent?: string[]
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * Opens a report.
 */
export interface ScenarioReportStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
report: string
/**
 * Field or path → value the rows must have; a condition with operators is allowed.
 */
where?: {
[k: string]: unknown
}
/**
 * Dimensions to group by; empty: the totals alone; left out: all.
 * 
 * Items: Stable name of a field in camelCase.
 */
by?: string[]
/**
 * Another grain that the report offers.
 */
grain?: string
/**
 * Another level of areas that the report offers.
 */
level?: string
/**
 * `equal` tells the order of the rows too.
 */
ordered?: boolean
/**
 * Exactly these rows; in this order when `sort` is given.
 * 
 * Items: Values of one row; only the fields named are compared.
 */
equal?: {
[k: string]: unknown
}[]
/**
 * At least these rows.
 * 
 * @minItems 1
 * 
 * Items: Values of one row.
 */
contains?: [{
[k: string]: unknown
}, ...({
[k: string]: unknown
})[]]
/**
 * None of these rows.
 * 
 * @minItems 1
 * 
 * Items: Values of one row.
 */
absent?: [{
[k: string]: unknown
}, ...({
[k: string]: unknown
})[]]
/**
 * So many rows.
 */
count?: number
/**
 * Totals it must have.
 */
totals?: {
[k: string]: unknown
}
/**
 * Figures whose records are opened and counted.
 * 
 * @minItems 1
 */
drill?: [ScenarioDrill, ...(ScenarioDrill)[]]
sheet?: ScenarioSheet
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * The list behind one figure.
 */
export interface ScenarioDrill {
/**
 * Values that tell the row; left out: the total.
 */
row?: {
[k: string]: unknown
}
/**
 * Stable name of a field in camelCase.
 */
measure: string
/**
 * So many records in the list.
 */
count: number
/**
 * At least these records.
 * 
 * @minItems 1
 * 
 * Items: Values of one record.
 */
contains?: [{
[k: string]: unknown
}, ...({
[k: string]: unknown
})[]]
}
/**
 * The exported sheet of the figures.
 */
export interface ScenarioSheet {
/**
 * Rows it must have.
 * 
 * @minItems 1
 */
contains?: [string[], ...(string[])[]]
/**
 * Texts that stand nowhere.
 * 
 * @minItems 1
 */
absent?: [string, ...(string)[]]
}
/**
 * Sends any HTTP request.
 */
export interface ScenarioCallStep {
/**
 * Person whose session it carries; left out: nobody is signed in.
 */
as?: string
call: ScenarioCall
/**
 * Status of the answer; left out: any below 400.
 */
status?: number
/**
 * Values the answer must have.
 */
equal?: {
[k: string]: unknown
}
/**
 * Texts in the answer.
 * 
 * @minItems 1
 */
contains?: [string, ...(string)[]]
/**
 * Texts not in the answer.
 * 
 * @minItems 1
 */
absent?: [string, ...(string)[]]
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * The request.
 */
export interface ScenarioCall {
/**
 * Default GET.
 */
method?: ("GET" | "POST" | "PUT" | "PATCH" | "DELETE")
/**
 * Path with query; `$name` stands for the id of a saved record.
 */
path: string
/**
 * JSON body.
 */
body?: {
[k: string]: unknown
}
/**
 * Further headers.
 */
headers?: {
[k: string]: string
}
}
/**
 * Runs a job now, as the system.
 */
export interface ScenarioRunStep {
/**
 * What is run.
 */
run: "job"
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
name: string
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * Moves the clock forward; what falls due is done.
 */
export interface ScenarioClockStep {
/**
 * A period such as `+3d`, `+2h`, `+1M`, or a moment such as `2026-04-11T09:00+08:00`.
 */
clock: string
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * Signs in.
 */
export interface ScenarioLoginStep {
login: ScenarioLogin
/**
 * Name under which later steps act as this person.
 */
as?: string
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * Who.
 */
export interface ScenarioLogin {
/**
 * User name.
 */
username: string
/**
 * Password.
 */
password: string
}
/**
 * Steps done at the same moment.
 */
export interface ScenarioTogetherStep {
/**
 * The steps.
 * 
 * @minItems 2
 * 
 * Items: One step: exactly one verb.
 */
together: [(ScenarioCreateStep | ScenarioUpdateStep | ScenarioDeleteStep | ScenarioGetStep | ScenarioSubmitStep | ScenarioMoveStep | ScenarioMergeStep | ScenarioRestoreStep | ScenarioUndeleteStep | ScenarioActStep | ScenarioClaimStep | ScenarioUnclaimStep | ScenarioCompleteStep | ScenarioExportStep | ScenarioReportStep | ScenarioCallStep | ScenarioRunStep | ScenarioClockStep | ScenarioLoginStep | ScenarioTogetherStep | ScenarioExpectRecordsStep | ScenarioExpectTasksStep | ScenarioExpectMessagesStep | ScenarioExpectHistoryStep | ScenarioExpectInstanceStep | ScenarioPortalStep | ScenarioImportStep | ScenarioPrintStep | ScenarioTransferStep | ScenarioDelegateStep | ScenarioResolveStep | ScenarioTakeBackStep | ScenarioAddSignStep | ScenarioRemoveSignStep | ScenarioReturnStep | ScenarioRecallStep | ScenarioUrgeStep | ScenarioCancelStep | ScenarioCopyStep | ScenarioBatchStep | DownloadStep1 | BulkStep | SearchStep), (ScenarioCreateStep | ScenarioUpdateStep | ScenarioDeleteStep | ScenarioGetStep | ScenarioSubmitStep | ScenarioMoveStep | ScenarioMergeStep | ScenarioRestoreStep | ScenarioUndeleteStep | ScenarioActStep | ScenarioClaimStep | ScenarioUnclaimStep | ScenarioCompleteStep | ScenarioExportStep | ScenarioReportStep | ScenarioCallStep | ScenarioRunStep | ScenarioClockStep | ScenarioLoginStep | ScenarioTogetherStep | ScenarioExpectRecordsStep | ScenarioExpectTasksStep | ScenarioExpectMessagesStep | ScenarioExpectHistoryStep | ScenarioExpectInstanceStep | ScenarioPortalStep | ScenarioImportStep | ScenarioPrintStep | ScenarioTransferStep | ScenarioDelegateStep | ScenarioResolveStep | ScenarioTakeBackStep | ScenarioAddSignStep | ScenarioRemoveSignStep | ScenarioReturnStep | ScenarioRecallStep | ScenarioUrgeStep | ScenarioCancelStep | ScenarioCopyStep | ScenarioBatchStep | DownloadStep1 | BulkStep | SearchStep), ...((ScenarioCreateStep | ScenarioUpdateStep | ScenarioDeleteStep | ScenarioGetStep | ScenarioSubmitStep | ScenarioMoveStep | ScenarioMergeStep | ScenarioRestoreStep | ScenarioUndeleteStep | ScenarioActStep | ScenarioClaimStep | ScenarioUnclaimStep | ScenarioCompleteStep | ScenarioExportStep | ScenarioReportStep | ScenarioCallStep | ScenarioRunStep | ScenarioClockStep | ScenarioLoginStep | ScenarioTogetherStep | ScenarioExpectRecordsStep | ScenarioExpectTasksStep | ScenarioExpectMessagesStep | ScenarioExpectHistoryStep | ScenarioExpectInstanceStep | ScenarioPortalStep | ScenarioImportStep | ScenarioPrintStep | ScenarioTransferStep | ScenarioDelegateStep | ScenarioResolveStep | ScenarioTakeBackStep | ScenarioAddSignStep | ScenarioRemoveSignStep | ScenarioReturnStep | ScenarioRecallStep | ScenarioUrgeStep | ScenarioCancelStep | ScenarioCopyStep | ScenarioBatchStep | DownloadStep1 | BulkStep | SearchStep))[]]
/**
 * How many succeed; the others must be refused. Left out: all.
 */
succeed?: number
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What a person sees in a list.
 */
export interface ScenarioExpectRecordsStep {
/**
 * Records of an entity.
 */
expect: "records"
/**
 * Person who looks; left out: the system, which sees all.
 */
as?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * Field or path → value the rows must have; a condition with operators is allowed.
 */
where?: {
[k: string]: unknown
}
/**
 * Text searched for.
 */
search?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
list?: string
/**
 * Order.
 * 
 * @minItems 1
 * 
 * Items: A field path; a leading `-` sorts downwards.
 */
sort?: [string, ...(string)[]]
/**
 * Exactly these rows; in this order when `sort` is given.
 * 
 * Items: Values of one row; only the fields named are compared.
 */
equal?: {
[k: string]: unknown
}[]
/**
 * At least these rows.
 * 
 * @minItems 1
 * 
 * Items: Values of one row.
 */
contains?: [{
[k: string]: unknown
}, ...({
[k: string]: unknown
})[]]
/**
 * None of these rows.
 * 
 * @minItems 1
 * 
 * Items: Values of one row.
 */
absent?: [{
[k: string]: unknown
}, ...({
[k: string]: unknown
})[]]
/**
 * So many rows.
 */
count?: number
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What stands in a task box.
 */
export interface ScenarioExpectTasksStep {
/**
 * Tasks of a person.
 */
expect: "tasks"
/**
 * Person.
 */
as: string
/**
 * Box, default todo.
 */
box?: ("todo" | "claimable" | "done" | "finished" | "started" | "copied" | "delegated")
/**
 * Exactly these rows; in this order when `sort` is given.
 * 
 * Items: Values of one row; only the fields named are compared.
 */
equal?: {
[k: string]: unknown
}[]
/**
 * At least these rows.
 * 
 * @minItems 1
 * 
 * Items: Values of one row.
 */
contains?: [{
[k: string]: unknown
}, ...({
[k: string]: unknown
})[]]
/**
 * None of these rows.
 * 
 * @minItems 1
 * 
 * Items: Values of one row.
 */
absent?: [{
[k: string]: unknown
}, ...({
[k: string]: unknown
})[]]
/**
 * So many rows.
 */
count?: number
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What messages a person has; texts need only be contained.
 */
export interface ScenarioExpectMessagesStep {
/**
 * Messages of a person.
 */
expect: "messages"
/**
 * Person.
 */
as: string
/**
 * Only unread ones.
 */
unread?: boolean
/**
 * So many rows.
 */
count?: number
/**
 * At least these rows.
 * 
 * @minItems 1
 * 
 * Items: Values of one row.
 */
contains?: [{
[k: string]: unknown
}, ...({
[k: string]: unknown
})[]]
/**
 * None of these rows.
 * 
 * @minItems 1
 * 
 * Items: Values of one row.
 */
absent?: [{
[k: string]: unknown
}, ...({
[k: string]: unknown
})[]]
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What the history of a record tells.
 */
export interface ScenarioExpectHistoryStep {
/**
 * History of a record.
 */
expect: "history"
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * The record.
 */
of: (string | ScenarioFind)
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
/**
 * So many rows.
 */
count?: number
/**
 * At least these entries.
 * 
 * @minItems 1
 */
contains?: [ScenarioHistoryEntry, ...(ScenarioHistoryEntry)[]]
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * One entry.
 */
export interface ScenarioHistoryEntry {
/**
 * Operation.
 */
operation?: string
/**
 * Action or process.
 */
via?: string
/**
 * Person.
 */
by?: string
/**
 * Stable name of a field in camelCase.
 */
field?: string
/**
 * Value before.
 */
before?: {
[k: string]: unknown
}
/**
 * Value after.
 */
after?: {
[k: string]: unknown
}
/**
 * Reason given.
 */
reason?: string
}
/**
 * Where the process of a record stands.
 */
export interface ScenarioExpectInstanceStep {
/**
 * Process instance of a record.
 */
expect: "instance"
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * The record.
 */
of: (string | ScenarioFind)
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
/**
 * Status.
 */
status?: ("running" | "ended" | "cancelled" | "incident")
/**
 * Active elements, exactly these.
 */
active?: string[]
/**
 * Elements passed, at least these.
 */
passed?: string[]
/**
 * Opinions so far, exactly these in order.
 */
opinions?: ScenarioOpinion[]
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * One opinion.
 */
export interface ScenarioOpinion {
/**
 * Task.
 */
task?: string
/**
 * Outcome.
 */
outcome?: string
/**
 * Person.
 */
by?: string
/**
 * Text contained.
 */
opinion?: string
}
/**
 * Something done on the public pages, by a resident under a short name, or by anybody when `as` is left out.
 */
export interface ScenarioPortalStep {
/**
 * Resident by a short name; `login` makes it known.
 */
as?: string
/**
 * What is done.
 */
portal: (PortalSendCode | PortalLogin | PortalFile | PortalList | PortalGet | PortalAct | PortalAnswer | PortalCall)
/**
 * Stable name in kebab-case.
 */
app?: string
/**
 * Stable name of a field in camelCase.
 */
save?: string
/**
 * Values of the answer, or of the record read.
 */
equal?: {
[k: string]: unknown
}
/**
 * Texts in the answer.
 */
contains?: string[]
/**
 * Texts that are not in the answer.
 */
absent?: string[]
/**
 * How many items the list has.
 */
count?: number
refused?: ScenarioRefusal
}
/**
 * Ask for a code.
 */
export interface PortalSendCode {
/**
 * Phone that a code is sent to.
 */
sendCode: string
}
/**
 * Sign in by code.
 */
export interface PortalLogin {
/**
 * Phone of the resident.
 */
login: string
/**
 * Code typed; left out: the right one, freshly sent.
 */
code?: string
}
/**
 * Send a form.
 */
export interface PortalFile {
/**
 * Stable name in kebab-case.
 */
file: string
/**
 * Values.
 */
with: {
[k: string]: unknown
}
/**
 * With the right verification code (true) or a wrong one (false); left out: right where the page asks for one.
 */
captcha?: boolean
}
/**
 * Look at a list.
 */
export interface PortalList {
/**
 * Stable name in kebab-case.
 */
list: string
/**
 * Words searched.
 */
search?: string
/**
 * Filter.
 */
where?: {
[k: string]: unknown
}
}
/**
 * Look at a record.
 */
export interface PortalGet {
/**
 * `$name` of a record.
 */
get: string
/**
 * Stable name in kebab-case.
 */
page: string
}
/**
 * Run an action on an own record.
 */
export interface PortalAct {
/**
 * Stable name in kebab-case.
 */
act: string
/**
 * `$name` of an own record.
 */
on: string
/**
 * Stable name in kebab-case.
 */
page: string
/**
 * Input.
 */
input?: {
[k: string]: unknown
}
}
/**
 * Answer a questionnaire.
 */
export interface PortalAnswer {
/**
 * `$name` of a questionnaire.
 */
answer: string
/**
 * Answers by question.
 */
with: {
[k: string]: unknown
}
/**
 * With the right verification code (true) or a wrong one (false); left out: right where the page asks for one.
 */
captcha?: boolean
/**
 * How long it took, default 60.
 */
seconds?: number
/**
 * Device by a short name; left out: a new one each time.
 */
device?: string
}
/**
 * Any request to the portal.
 */
export interface PortalCall {
/**
 * The request.
 */
call: {
/**
 * Default GET.
 */
method?: ("GET" | "POST" | "PATCH" | "DELETE")
/**
 * Path below `/portal/<app>/api`; `$name` stands for an id.
 */
path: string
/**
 * JSON body.
 */
body?: {
[k: string]: unknown
}
/**
 * Headers.
 */
headers?: {
[k: string]: string
}
/**
 * Secret by which a partner signs the request.
 */
sign?: string
}
}
/**
 * Imports a sheet and looks at its report.
 */
export interface ScenarioImportStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
import: string
/**
 * Rows of the sheet, the header first.
 * 
 * @minItems 1
 */
rows: [(string | number | boolean | null)[], ...((string | number | boolean | null)[])[]]
/**
 * The last row is repeated so many times; `{n}` in its texts is the number of the repetition.
 */
repeat?: number
/**
 * Name of the file, which says how it is written: xlsx or csv; left out: xlsx. A name ending in `.csv.xlsx` is a csv under the wrong name.
 */
file?: string
/**
 * What happens to right rows when others are wrong; left out: nothing is stored.
 */
mode?: ("all-or-nothing" | "skip-bad")
/**
 * Everything is checked and nothing stored.
 */
dryRun?: boolean
/**
 * Fields by which stored records are found again.
 * 
 * @minItems 1
 * 
 * Items: Stable name of a field in camelCase.
 */
key?: [string, ...(string)[]]
/**
 * What happens to a record that is found; left out: it is changed.
 */
existing?: ("update" | "skip")
/**
 * What the report says: `total`, `created`, `updated`, `unchanged`, `failed`, `stored`.
 */
report?: {
[k: string]: unknown
}
/**
 * Complaints that the report names, each of them; their number is that of the report.
 */
errors?: {
/**
 * Row of the sheet, the header being the first.
 */
row: number
/**
 * Header of the column.
 */
column?: string
/**
 * Code of the complaint.
 */
code?: string
/**
 * Text that the complaint contains.
 */
message?: string
}[]
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * Prints a record, or several in one go, and reads the paper.
 */
export interface ScenarioPrintStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * Stable name in kebab-case.
 */
print: string
/**
 * The record; a list prints all of them together.
 */
of: ((string | ScenarioFind) | [(string | ScenarioFind), ...((string | ScenarioFind))[]])
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
/**
 * Texts on the paper.
 */
contains?: string[]
/**
 * Texts that are not on the paper.
 */
absent?: string[]
/**
 * How many files there are.
 */
files?: number
/**
 * How many pages there are in all.
 */
pages?: number
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * Hands a task on for good.
 */
export interface ScenarioTransferStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
transfer: ScenarioTransfer
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What it is about.
 */
export interface ScenarioTransfer {
/**
 * A record: `$name`, its natural key (with `entity`), or the one record with these values.
 */
of: (string | ScenarioFind)
/**
 * BPMN id of the user task; left out: the only open one.
 */
task?: string
/**
 * Person of `given.people`.
 */
to: string
/**
 * Opinion or reason written.
 */
opinion?: string
}
/**
 * Asks somebody for advice on a task.
 */
export interface ScenarioDelegateStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
delegate: ScenarioDelegate
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What it is about.
 */
export interface ScenarioDelegate {
/**
 * A record: `$name`, its natural key (with `entity`), or the one record with these values.
 */
of: (string | ScenarioFind)
/**
 * BPMN id of the user task; left out: the only open one.
 */
task?: string
/**
 * Person of `given.people`.
 */
to: string
/**
 * Opinion or reason written.
 */
opinion?: string
}
/**
 * Gives the advice that was asked for.
 */
export interface ScenarioResolveStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
resolve: ScenarioResolve
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What it is about.
 */
export interface ScenarioResolve {
/**
 * A record: `$name`, its natural key (with `entity`), or the one record with these values.
 */
of: (string | ScenarioFind)
/**
 * BPMN id of the user task; left out: the only open one.
 */
task?: string
/**
 * Opinion or reason written.
 */
opinion?: string
}
/**
 * Takes a delegated task back.
 */
export interface ScenarioTakeBackStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
takeBack: ScenarioTakeBack
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What it is about.
 */
export interface ScenarioTakeBack {
/**
 * A record: `$name`, its natural key (with `entity`), or the one record with these values.
 */
of: (string | ScenarioFind)
/**
 * BPMN id of the user task; left out: the only open one.
 */
task?: string
}
/**
 * Adds people who sign a task.
 */
export interface ScenarioAddSignStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
addSign: ScenarioAddSign
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What it is about.
 */
export interface ScenarioAddSign {
/**
 * A record: `$name`, its natural key (with `entity`), or the one record with these values.
 */
of: (string | ScenarioFind)
/**
 * BPMN id of the user task; left out: the only open one.
 */
task?: string
/**
 * People of `given.people`.
 * 
 * @minItems 1
 * 
 * Items: Person of `given.people`.
 */
to: [string, ...(string)[]]
/**
 * When they sign; default before.
 */
place?: ("before" | "parallel" | "after")
/**
 * Opinion or reason written.
 */
opinion?: string
}
/**
 * Takes a signer away again.
 */
export interface ScenarioRemoveSignStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
removeSign: ScenarioRemoveSign
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What it is about.
 */
export interface ScenarioRemoveSign {
/**
 * A record: `$name`, its natural key (with `entity`), or the one record with these values.
 */
of: (string | ScenarioFind)
/**
 * BPMN id of the user task; left out: the only open one.
 */
task?: string
/**
 * Person of `given.people`.
 */
person: string
/**
 * Opinion or reason written.
 */
opinion?: string
}
/**
 * Returns a task to an earlier step or the applicant.
 */
export interface ScenarioReturnStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
return: ScenarioReturn
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What it is about.
 */
export interface ScenarioReturn {
/**
 * A record: `$name`, its natural key (with `entity`), or the one record with these values.
 */
of: (string | ScenarioFind)
/**
 * BPMN id of the user task; left out: the only open one.
 */
task?: string
/**
 * BPMN id of the step, or applicant.
 */
to: string
/**
 * Opinion or reason written.
 */
opinion?: string
}
/**
 * Takes back what the person did last.
 */
export interface ScenarioRecallStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
recall: ScenarioRecall
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What it is about.
 */
export interface ScenarioRecall {
/**
 * A record: `$name`, its natural key (with `entity`), or the one record with these values.
 */
of: (string | ScenarioFind)
/**
 * Opinion or reason written.
 */
opinion?: string
}
/**
 * Reminds whoever is waited for.
 */
export interface ScenarioUrgeStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
urge: ScenarioUrge
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What it is about.
 */
export interface ScenarioUrge {
/**
 * A record: `$name`, its natural key (with `entity`), or the one record with these values.
 */
of: (string | ScenarioFind)
/**
 * Opinion or reason written.
 */
opinion?: string
}
/**
 * Withdraws the own request.
 */
export interface ScenarioCancelStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
cancel: ScenarioCancel
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What it is about.
 */
export interface ScenarioCancel {
/**
 * A record: `$name`, its natural key (with `entity`), or the one record with these values.
 */
of: (string | ScenarioFind)
/**
 * Opinion or reason written.
 */
opinion?: string
}
/**
 * Lets people know of a request.
 */
export interface ScenarioCopyStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
copy: ScenarioCopy
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * What it is about.
 */
export interface ScenarioCopy {
/**
 * A record: `$name`, its natural key (with `entity`), or the one record with these values.
 */
of: (string | ScenarioFind)
/**
 * People of `given.people`.
 * 
 * @minItems 1
 * 
 * Items: Person of `given.people`.
 */
to: [string, ...(string)[]]
/**
 * Opinion or reason written.
 */
opinion?: string
}
/**
 * Finishes several tasks at once.
 */
export interface ScenarioBatchStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * Tasks.
 * 
 * @minItems 1
 */
batch: [ScenarioBatchItem, ...(ScenarioBatchItem)[]]
/**
 * Results, in the order of the tasks.
 */
results?: ScenarioBatchResult[]
refused?: ScenarioRefusal
/**
 * Why this step is here, for readers.
 */
note?: string
}
/**
 * One task and what is decided.
 */
export interface ScenarioBatchItem {
/**
 * A record: `$name`, its natural key (with `entity`), or the one record with these values.
 */
of: (string | ScenarioFind)
/**
 * BPMN id of the user task; left out: the only open one.
 */
task?: string
/**
 * Outcome chosen.
 */
outcome: string
/**
 * Opinion or reason written.
 */
opinion?: string
}
/**
 * What became of one task.
 */
export interface ScenarioBatchResult {
/**
 * It was done.
 */
ok?: boolean
/**
 * Status it would have had alone.
 */
status?: number
/**
 * Code of the refusal.
 */
code?: string
}
/**
 * Runs an action that hands out a file, and reads the file.
 */
export interface DownloadStep1 {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * A record: `$name`, its natural key (with `entity`), or the one record with these values.
 */
download: (string | ScenarioFind)
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
/**
 * Stable name in kebab-case.
 */
action?: string
/**
 * Rows of the first sheet without its header.
 */
rows?: number
/**
 * Texts that some cell of any sheet must hold.
 */
contains?: string[]
/**
 * Texts that no cell may hold.
 */
absent?: string[]
refused?: ScenarioRefusal
}
/**
 * Changes several records at once; each is judged alone.
 */
export interface BulkStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
bulk: string
/**
 * The records, in order.
 * 
 * @minItems 1
 * 
 * Items: A record: `$name`, its natural key (with `entity`), or the one record with these values.
 */
records: [(string | ScenarioFind), ...((string | ScenarioFind))[]]
/**
 * Stable name in kebab-case.
 */
action?: string
/**
 * Input of the action.
 */
input?: {

}
/**
 * One field and its new value.
 */
set?: {

}
/**
 * Delete them.
 */
delete?: true
/**
 * What became of each: `done`, or status and code of its refusal, such as `409 record.stale`.
 */
results?: string[]
refused?: ScenarioRefusal
}
/**
 * Looks for a text everywhere that the person may look.
 */
export interface SearchStep {
/**
 * Person who does it; left out: the system.
 */
as?: string
/**
 * The text.
 */
searchEverywhere: string
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity?: string
/**
 * How many are found in all.
 */
count?: number
/**
 * Titles that are among what is shown.
 */
contains?: string[]
/**
 * Texts that stand nowhere in the answer.
 */
absent?: string[]
refused?: ScenarioRefusal
}
/**
 * A paper that is printed of a record: a form, certificate, permit or card as PDF.
 */
export interface Template {
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A definition of the same app by its name, or of another app as `app/name`.
 */
entity: string
/**
 * A FEEL expression.
 */
printWhen?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
message?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Fields that must be filled in; printing without them is refused by name.
 * 
 * Items: Stable name of a field in camelCase.
 */
needs?: string[]
/**
 * Stable name in kebab-case.
 */
after?: string
page?: Page1
/**
 * Text across the page, as in `text`.
 */
watermark?: string
/**
 * Stands at the top of every page.
 * 
 * @minItems 1
 * @maxItems 100
 * 
 * Items: One piece of the page: exactly one verb.
 */
header?: [(Text | Fields | Lines | Table | Columns | Box | Image | Qr | Barcode | Stamp | Rule | Space | PageBreak), ...((Text | Fields | Lines | Table | Columns | Box | Image | Qr | Barcode | Stamp | Rule | Space | PageBreak))[]]
/**
 * Stands at the bottom of every page.
 * 
 * @minItems 1
 * @maxItems 100
 * 
 * Items: One piece of the page: exactly one verb.
 */
footer?: [(Text | Fields | Lines | Table | Columns | Box | Image | Qr | Barcode | Stamp | Rule | Space | PageBreak), ...((Text | Fields | Lines | Table | Columns | Box | Image | Qr | Barcode | Stamp | Rule | Space | PageBreak))[]]
/**
 * What is printed, from top to bottom.
 * 
 * @minItems 1
 * @maxItems 100
 * 
 * Items: One piece of the page: exactly one verb.
 */
content: [(Text | Fields | Lines | Table | Columns | Box | Image | Qr | Barcode | Stamp | Rule | Space | PageBreak), ...((Text | Fields | Lines | Table | Columns | Box | Image | Qr | Barcode | Stamp | Rule | Space | PageBreak))[]]
verify?: Verification
/**
 * Name of the file without its ending, as in `text`; left out: label and title of the record.
 */
fileName?: string
/**
 * Several records become one PDF (default) or a zip of one PDF each.
 */
batch?: ("pdf" | "zip")
}
/**
 * The paper.
 */
export interface Page1 {
/**
 * `card`: 85.6 × 54 mm, `badge`: 70 × 105 mm; left out: A4.
 */
size?: ("A3" | "A4" | "A5" | "A6" | "card" | "badge")
/**
 * Left out: portrait, cards landscape.
 */
orientation?: ("portrait" | "landscape")
/**
 * Millimetres on every side; left out: 15, cards 3.
 */
margin?: number
}
/**
 * A paragraph.
 */
export interface Text {
/**
 * Text with `{{record.name}}`, `{{user.name}}`, `{{today}}`, `{{verify.code}}`; in header and footer also `{{page}}` and `{{pages}}`. `{{#if record.name}}…{{/if}}` and `unless` may be used.
 */
text: string
/**
 * Look of the text; left out: body.
 */
style?: ("title" | "subtitle" | "heading" | "body" | "small" | "label")
/**
 * Where it stands in its row.
 */
align?: ("left" | "center" | "right")
/**
 * In bold.
 */
bold?: boolean
/**
 * Colour of the text, such as `#c00000`.
 */
color?: string
/**
 * Size in points.
 */
size?: number
/**
 * A FEEL expression.
 */
when?: string
}
/**
 * Fields with their labels as a bordered table.
 */
export interface Fields {
/**
 * Fields, or paths over references.
 * 
 * @minItems 1
 * @maxItems 60
 * 
 * Items: A field, or a path over references such as `batch.expiryDate`.
 */
fields: [string, ...(string)[]]
/**
 * Pairs of label and value in a row; left out: 2.
 */
columns?: number
/**
 * A FEEL expression.
 */
when?: string
}
/**
 * The lines of the record as a table; its header is repeated on every page.
 */
export interface Lines {
/**
 * Stable name of a field in camelCase.
 */
lines: string
/**
 * Columns from left to right.
 * 
 * @minItems 1
 * @maxItems 12
 */
columns: [Column]|[Column, Column]|[Column, Column, Column]|[Column, Column, Column, Column]|[Column, Column, Column, Column, Column]|[Column, Column, Column, Column, Column, Column]|[Column, Column, Column, Column, Column, Column, Column]|[Column, Column, Column, Column, Column, Column, Column, Column]|[Column, Column, Column, Column, Column, Column, Column, Column, Column]|[Column, Column, Column, Column, Column, Column, Column, Column, Column, Column]|[Column, Column, Column, Column, Column, Column, Column, Column, Column, Column, Column]|[Column, Column, Column, Column, Column, Column, Column, Column, Column, Column, Column, Column]
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
empty?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * A FEEL expression.
 */
when?: string
}
/**
 * A column of lines: a field of the line, or a FEEL value over its fields.
 */
export interface Column {
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
field?: string
/**
 * A FEEL expression.
 */
value?: string
/**
 * A text that people read: Chinese alone, or Chinese and English.
 */
label?: (string | {
/**
 * Chinese text.
 */
zh: string
/**
 * English text; the Chinese one is shown when it is left out.
 */
en?: string
})
/**
 * Width in millimetres; left out: its share of the rest.
 */
width?: number
/**
 * Where it stands in its row.
 */
align?: ("left" | "center" | "right")
}
/**
 * A table of texts.
 */
export interface Table {
/**
 * Rows of cells; each cell is a text as in `text`.
 * 
 * @minItems 1
 * @maxItems 60
 */
table: [[string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]|[string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string], ...([string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]|[string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string])[]]
/**
 * Widths of the first columns in millimetres; the others share the rest.
 * 
 * @maxItems 12
 * 
 * Items: Millimetres.
 */
widths?: []|[number]|[number, number]|[number, number, number]|[number, number, number, number]|[number, number, number, number, number]|[number, number, number, number, number, number]|[number, number, number, number, number, number, number]|[number, number, number, number, number, number, number, number]|[number, number, number, number, number, number, number, number, number]|[number, number, number, number, number, number, number, number, number, number]|[number, number, number, number, number, number, number, number, number, number, number]|[number, number, number, number, number, number, number, number, number, number, number, number]
/**
 * With lines between the cells (default).
 */
borders?: boolean
/**
 * A FEEL expression.
 */
when?: string
}
/**
 * Pieces side by side.
 */
export interface Columns {
/**
 * From left to right.
 * 
 * @minItems 1
 * @maxItems 6
 */
columns: [Part]|[Part, Part]|[Part, Part, Part]|[Part, Part, Part, Part]|[Part, Part, Part, Part, Part]|[Part, Part, Part, Part, Part, Part]
/**
 * Millimetres between them.
 */
gap?: number
/**
 * A FEEL expression.
 */
when?: string
}
/**
 * One of several pieces side by side.
 */
export interface Part {
/**
 * What stands in it.
 * 
 * @minItems 1
 * @maxItems 100
 * 
 * Items: One piece of the page: exactly one verb.
 */
content: [(Text | Fields | Lines | Table | Columns | Box | Image | Qr | Barcode | Stamp | Rule | Space | PageBreak), ...((Text | Fields | Lines | Table | Columns | Box | Image | Qr | Barcode | Stamp | Rule | Space | PageBreak))[]]
/**
 * Width in millimetres; left out: its share of the rest.
 */
width?: number
}
/**
 * A piece on a ground of its own.
 */
export interface Box {
/**
 * What stands in it.
 * 
 * @minItems 1
 * @maxItems 100
 * 
 * Items: One piece of the page: exactly one verb.
 */
box: [(Text | Fields | Lines | Table | Columns | Box | Image | Qr | Barcode | Stamp | Rule | Space | PageBreak), ...((Text | Fields | Lines | Table | Columns | Box | Image | Qr | Barcode | Stamp | Rule | Space | PageBreak))[]]
/**
 * Colour of the ground.
 */
background?: string
/**
 * Colour of the border; left out: none.
 */
border?: string
/**
 * Millimetres around the content; left out: 2.
 */
padding?: number
/**
 * A FEEL expression.
 */
when?: string
}
/**
 * A picture of the record, such as a photo; a frame stands where there is none.
 */
export interface Image {
/**
 * A field, or a path over references such as `batch.expiryDate`.
 */
image: string
/**
 * Width in millimetres; left out: 25.
 */
width?: number
/**
 * Height in millimetres; left out: 35.
 */
height?: number
/**
 * Where it stands in its row.
 */
align?: ("left" | "center" | "right")
/**
 * A FEEL expression.
 */
when?: string
}
/**
 * A QR code.
 */
export interface Qr {
/**
 * What it holds: a text as in `text`; `{{verify.link}}` leads to the page that tells whether the paper is genuine.
 */
qr: string
/**
 * Width in millimetres; left out: 25.
 */
size?: number
/**
 * Where it stands in its row.
 */
align?: ("left" | "center" | "right")
/**
 * A FEEL expression.
 */
when?: string
}
/**
 * A bar code (Code 128) of letters and digits.
 */
export interface Barcode {
/**
 * What it holds: a text as in `text`.
 */
barcode: string
/**
 * Width in millimetres; left out: 50.
 */
width?: number
/**
 * Height in millimetres; left out: 12.
 */
height?: number
/**
 * Where it stands in its row.
 */
align?: ("left" | "center" | "right")
/**
 * A FEEL expression.
 */
when?: string
}
/**
 * A round red seal with a name around a star.
 */
export interface Stamp {
/**
 * Name of the issuing unit: a text as in `text`.
 */
stamp: string
/**
 * Text below the star, such as 业务专用章.
 */
below?: string
/**
 * Width in millimetres; left out: 38.
 */
size?: number
/**
 * Where it stands in its row.
 */
align?: ("left" | "center" | "right")
/**
 * A FEEL expression.
 */
when?: string
}
/**
 * A horizontal line.
 */
export interface Rule {
/**
 * Always true.
 */
rule: true
/**
 * Colour of the line.
 */
color?: string
/**
 * A FEEL expression.
 */
when?: string
}
/**
 * Empty space.
 */
export interface Space {
/**
 * Height in millimetres.
 */
space: number
/**
 * A FEEL expression.
 */
when?: string
}
/**
 * What follows begins on a new page.
 */
export interface PageBreak {
/**
 * Always true.
 */
pageBreak: true
/**
 * A FEEL expression.
 */
when?: string
}
/**
 * Makes every paper checkable: it bears a code, and a public page tells by it whether the paper is genuine.
 */
export interface Verification {
/**
 * Fields that the public page shows beside the answer; sensitive ones are masked. Keep them few.
 * 
 * @maxItems 6
 * 
 * Items: Stable name of a field in camelCase.
 */
shows?: []|[string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]
/**
 * A FEEL expression.
 */
revokedWhen?: string
/**
 * A FEEL expression.
 */
validUntil?: string
}
