/** The formats in which a run can be shown. Each has a descriptor in `report/formats.ts` and a line of help in `i18n/formats`. */
export type Format = 'table' | 'json' | 'ndjson' | 'html' | 'xlsx' | 'csv' | 'sarif' | 'junit' | 'gitlab' | 'github' | 'markdown';
