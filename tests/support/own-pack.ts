/** A pack of one's own, with a rule on facts of the built-in vocabulary by a law of the built-in pack. */
export const PACK = `id: mine
version: 1.0.0
title:
  zh: 我的规则包
  en: My pack
vocabulary: 1
max_age_months: 12
weights: { critical: 8, high: 4, medium: 2, low: 1 }
areas: [keeping]
conditions:
  hosts: platform.hosts_merchants
`;

export const AREA = `area: keeping
title:
  zh: 保存
  en: Keeping
rules:
  - id: long-enough
    title:
      zh: 保存期够长
      en: Kept long enough
    kind: duty
    duty: mandatory
    severity: high
    grounds:
      - clause: 三(五)
        phrase: 数据安全
    basis:
      - instrument: data-security-law
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

export const TESTS = `area: keeping
as_of: 2026-11-23
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

/** Its files, without a fault. */
export const OWN_PACK = { 'pack.yaml': PACK, 'keeping.yaml': AREA, 'keeping.test.yaml': TESTS };
