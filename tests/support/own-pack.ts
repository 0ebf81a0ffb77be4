/** A pack of one's own, with a rule on facts of the built-in vocabulary by a law of its own. */
export const PACK = `id: mine
version: 1.0.0
title:
  zh: 我的规则包
  en: My pack
vocabulary: 1
max_age_months: 12
weights: { critical: 8, high: 4, medium: 2, low: 1 }
areas:
  - id: keeping
    title:
      zh: 保存
      en: Keeping
    topics: [terms]
conditions:
  hosts: platform.hosts_merchants
`;

export const RULES = `rules:
  - id: long-enough
    title:
      zh: 保存期够长
      en: Kept long enough
    kind: duty
    duty: mandatory
    severity: high
    basis:
      - instrument: keeping-measures
        article: "27"
        source: text
    params:
      years: 3
    when: hosts
    require: merchants.retention.identity_years >= years
    gap:
      zh: 申报 {merchants.retention.identity_years} 年，不足 {years} 年
      en: Declared {merchants.retention.identity_years} years, less than {years}
    remedy:
      zh: 延长保存期
      en: Keep it longer
`;

export const TESTS = `as_of: 2026-11-23
base:
  platform: { hosts_merchants: true }
  merchants: { retention: { identity_years: 3 } }
tests:
  long-enough:
    - verdict: pass
    - set: { merchants.retention.identity_years: 4 }
      verdict: pass
    - set: { merchants.retention.identity_years: 2 }
      verdict: gap
    - set: { merchants.retention.identity_years: null }
      verdict: unknown
      missing: [merchants.retention.identity_years]
    - set: { platform.hosts_merchants: false }
      verdict: not-applicable
`;

const INSTRUMENTS = `instruments:
  - id: keeping-measures
    name: { zh: 示例保存办法, en: Sample Keeping Measures }
    issuer: { zh: 示例机关, en: Sample Authority }
    from: 2021-09-01
    scope: anyone
    official_source: https://example.com/keeping
`;

/** Its files, without a fault. */
export const OWN_PACK = {
  'pack.yaml': PACK,
  'instruments.yaml': INSTRUMENTS,
  'keeping/terms.yaml': RULES,
  'keeping/terms.test.yaml': TESTS,
};
