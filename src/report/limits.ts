/** Most profiles that one JSON document holds; more belong into NDJSON. */
export const JSON_LIMIT = 2000;
