-- The status of each scope by itself; the first that applies, in this order (docs/lake.md). Its target: an agency's own,
-- else its level's, else the one for all. What is compared is multiplied exactly, never divided and never rounded: whole
-- parts and fractions by themselves, so that nothing is longer than the 38 digits every engine has.
SELECT q.plan, q.period, q.code, q.level, q.agency, q.has_parts, q.over_agencies,
       MAX(q.scope) AS scope, MAX(q.is_own) AS is_own,
       MAX(q.places) AS places,
       MAX(q.expected) AS expected,
       MAX(q.reported) AS reported,
       MAX(q.figures) AS figures,
       MAX(q.numerator) AS numerator,
       MAX(q.denominator) AS denominator,
       MAX(q.year_figures) AS year_figures,
       MAX(q.year_numerator) AS year_numerator,
       MAX(q.year_denominator) AS year_denominator,
       MAX(q.before_figures) AS before_figures,
       MAX(q.before_numerator) AS before_numerator,
       MAX(q.before_denominator) AS before_denominator,
       MAX(q.judged_reported) AS judged_reported, MAX(q.judged_expected) AS judged_expected, MAX(q.judged_no_basis) AS judged_no_basis,
       CASE
         WHEN MAX(q.places) = 0 THEN 'not-assigned'
         WHEN MAX(q.judged_expected) > 0 AND MAX(q.judged_reported) = 0
           THEN CASE WHEN MAX(q.judged_no_basis) > 0 THEN 'no-basis' ELSE 'not-reported' END
         WHEN MAX(q.judged_reported) < MAX(q.judged_expected) THEN 'incomplete'
         WHEN (MAX(q.operator) = 'increase' OR (MAX(q.is_compared) = 1 AND MAX(q.operator) <> '')) AND MAX(q.has_before) = 0 THEN 'incomplete'
         WHEN MAX(q.is_share) = 1 AND MAX(q.operator) NOT IN ('', 'increase') AND MAX(q.before_amount) = 0 THEN 'no-basis'
         WHEN MAX(q.has_value) = 0 THEN 'not-applicable'
         WHEN MAX(q.operator) = '' THEN 'no-target'
         WHEN MAX(q.is_certain) = 0 THEN 'needs-confirmation'
         WHEN MAX(q.is_due) = 0 THEN 'not-due'
         WHEN SUM(q.is_missed) = 0 THEN 'met'
         ELSE 'not-met'
       END AS status
FROM (
  SELECT r.*,
         CASE
           WHEN r.test = 'value' AND r.operator IN ('>=', 'between') THEN
             CASE WHEN r.left_whole > r.right_whole OR (r.left_whole = r.right_whole AND r.left_rest >= r.right_rest) THEN 0 ELSE 1 END
           WHEN (r.test = 'value' AND r.operator = '>') OR (r.test = 'increase' AND r.operator = 'increase') THEN
             CASE WHEN r.left_whole > r.right_whole OR (r.left_whole = r.right_whole AND r.left_rest > r.right_rest) THEN 0 ELSE 1 END
           WHEN (r.test = 'value' AND r.operator = '<=') OR (r.test = 'to' AND r.operator = 'between') THEN
             CASE WHEN r.left_whole < r.right_whole OR (r.left_whole = r.right_whole AND r.left_rest <= r.right_rest) THEN 0 ELSE 1 END
           WHEN r.test = 'value' AND r.operator = '<' THEN
             CASE WHEN r.left_whole < r.right_whole OR (r.left_whole = r.right_whole AND r.left_rest < r.right_rest) THEN 0 ELSE 1 END
           WHEN r.test = 'value' AND r.operator = '=' THEN
             CASE WHEN r.left_whole = r.right_whole AND r.left_rest = r.right_rest THEN 0 ELSE 1 END
           ELSE 0
         END AS is_missed
  FROM (
    SELECT n.*,
           n.left_more + CAST(FLOOR(n.left_sum) AS DECIMAL(38,0)) AS left_whole,
           n.left_sum - CAST(FLOOR(n.left_sum) AS DECIMAL(2,0)) AS left_rest,
           n.right_more + CAST(FLOOR(n.right_sum) AS DECIMAL(38,0)) AS right_whole,
           n.right_sum - CAST(FLOOR(n.right_sum) AS DECIMAL(2,0)) AS right_rest
    FROM (
      SELECT m.*,
             m.left_product + CAST(FLOOR(m.left_mixed) AS DECIMAL(38,0)) AS left_more,
             CAST(m.left_mixed - FLOOR(m.left_mixed) AS DECIMAL(11,10)) + m.left_small AS left_sum,
             m.right_product + CAST(FLOOR(m.right_mixed) AS DECIMAL(38,0)) AS right_more,
             CAST(m.right_mixed - FLOOR(m.right_mixed) AS DECIMAL(11,10)) + m.right_small AS right_sum
      FROM (
        SELECT w.*,
               w.a_whole * w.b_whole AS left_product,
               w.a_whole * w.b_rest + w.b_whole * w.a_rest AS left_mixed,
               CAST(w.a_rest AS DECIMAL(19,10)) * w.b_rest AS left_small,
               w.c_whole * w.d_whole AS right_product,
               w.c_whole * w.d_rest + w.d_whole * w.c_rest AS right_mixed,
               CAST(w.c_rest AS DECIMAL(19,10)) * w.d_rest AS right_small
        FROM (
          SELECT p.*,
                 CAST(FLOOR(p.a) AS DECIMAL(19,0)) AS a_whole, CAST(p.a - FLOOR(p.a) AS DECIMAL(10,10)) AS a_rest,
                 CAST(FLOOR(p.b) AS DECIMAL(19,0)) AS b_whole, CAST(p.b - FLOOR(p.b) AS DECIMAL(10,10)) AS b_rest,
                 CAST(FLOOR(p.c) AS DECIMAL(19,0)) AS c_whole, CAST(p.c - FLOOR(p.c) AS DECIMAL(10,10)) AS c_rest,
                 CAST(FLOOR(p.d) AS DECIMAL(19,0)) AS d_whole, CAST(p.d - FLOOR(p.d) AS DECIMAL(10,10)) AS d_rest
          FROM (
            SELECT j.*, x.test AS test,
                   CASE WHEN j.operator = 'increase' AND j.has_before = 0 THEN 0 WHEN j.judged_figures = 0 THEN 0
                        WHEN j.divisor = 0 THEN 0 ELSE 1 END AS has_value,
                   CASE WHEN j.confirmed = 0 OR (j.operator <> 'increase' AND j.target IS NULL)
                        OR (j.operator = 'between' AND j.target_to IS NULL) THEN 0 ELSE 1 END AS is_certain,
                   -- a × b is held against c × d.
                   CASE WHEN x.test = 'increase' THEN j.amount
                        WHEN j.is_share = 1 THEN CAST(100 AS DECIMAL(28,10))
                        WHEN j.is_compared = 1 THEN CAST(j.scale AS DECIMAL(28,10))
                        WHEN j.assess = 'pace' THEN CAST(j.scale * 12 AS DECIMAL(28,10)) ELSE CAST(j.scale AS DECIMAL(28,10)) END AS a,
                   CASE WHEN x.test = 'increase' THEN j.before_divisor WHEN j.is_compared = 1 THEN j.change ELSE j.amount END AS b,
                   CASE x.test WHEN 'increase' THEN j.before_amount WHEN 'to' THEN COALESCE(j.target_to, CAST(0 AS DECIMAL(28,10)))
                        ELSE COALESCE(j.target, CAST(0 AS DECIMAL(28,10))) END AS c,
                   CASE WHEN x.test <> 'increase' AND j.is_compared = 1 THEN j.change_on
                        WHEN x.test <> 'increase' AND j.assess = 'pace' THEN CAST(j.divisor * j.months AS DECIMAL(28,10))
                        ELSE j.divisor END AS d,
                   -- Every period's figure, or what the year brought so far; due with the last report before a milestone ends.
                   CASE WHEN j.assess IN ('every-period', 'pace') THEN 1 WHEN j.due = '' THEN j.is_ended
                        WHEN j.day >= j.due THEN 1 ELSE 0 END AS is_due
            FROM (
            -- The change times both divisors, and what it is a change on: no operand is longer than refused when written.
            SELECT g.*,
                   CASE WHEN g.has_parts = 0 THEN CAST(g.plain - g.plain_before AS DECIMAL(28,10))
                        ELSE CAST(g.own_part * g.base_whole - g.base_part * g.own_whole AS DECIMAL(28,10)) END AS change,
                   CASE WHEN g.compared IN ('last-year-difference', 'before-difference') THEN CAST(g.own_whole * g.base_whole AS DECIMAL(28,10))
                        WHEN g.has_parts = 0 THEN CASE WHEN g.plain_before < 0 THEN CAST(0 - g.plain_before AS DECIMAL(28,10)) ELSE g.plain_before END
                        WHEN g.base_part < 0 THEN CAST(0 - g.base_part * g.own_whole AS DECIMAL(28,10))
                        ELSE CAST(g.base_part * g.own_whole AS DECIMAL(28,10)) END AS change_on
            FROM (
            SELECT u.*,
                   CASE WHEN u.compared <> '' THEN 1 ELSE 0 END AS is_compared,
                   CASE WHEN u.compared IN ('last-year-percent', 'before-percent') THEN 1 ELSE 0 END AS is_share,
                   CASE WHEN u.compared <> '' AND u.has_parts = 0 THEN u.amount ELSE CAST(0 AS DECIMAL(28,10)) END AS plain,
                   CASE WHEN u.compared <> '' AND u.has_parts = 0 THEN u.before_amount ELSE CAST(0 AS DECIMAL(28,10)) END AS plain_before,
                   CAST(CASE WHEN u.compared <> '' AND u.has_parts = 1 THEN u.amount ELSE CAST(0 AS DECIMAL(28,10)) END AS DECIMAL(18,5)) AS own_part,
                   CAST(CASE WHEN u.compared <> '' THEN u.divisor ELSE CAST(0 AS DECIMAL(28,10)) END AS DECIMAL(18,5)) AS own_whole,
                   CAST(CASE WHEN u.compared <> '' AND u.has_parts = 1 THEN u.before_amount ELSE CAST(0 AS DECIMAL(28,10)) END AS DECIMAL(19,5)) AS base_part,
                   CAST(CASE WHEN u.compared <> '' THEN u.before_divisor ELSE CAST(0 AS DECIMAL(28,10)) END AS DECIMAL(19,5)) AS base_whole
            FROM (
              SELECT o.*,
                     CASE WHEN o.of_year = 1 THEN o.year_expected ELSE o.expected END AS judged_expected,
                     CASE WHEN o.of_year = 1 THEN o.year_reported ELSE o.reported END AS judged_reported,
                     CASE WHEN o.of_year = 1 THEN o.year_no_basis ELSE o.no_basis END AS judged_no_basis,
                     CASE WHEN o.of_year = 1 THEN o.year_figures ELSE o.figures END AS judged_figures,
                     CAST(CASE WHEN o.of_year = 1 THEN o.year_numerator ELSE o.numerator END AS DECIMAL(28,10)) AS amount,
                     CAST(CASE WHEN o.has_parts = 0 THEN CAST(1 AS DECIMAL(38,10)) WHEN o.of_year = 1 THEN o.year_denominator
                               ELSE o.denominator END AS DECIMAL(28,10)) AS divisor,
                     CAST(o.base_numerator AS DECIMAL(28,10)) AS before_amount,
                     CAST(CASE WHEN o.has_parts = 0 THEN CAST(1 AS DECIMAL(38,10)) ELSE o.base_denominator END AS DECIMAL(28,10))
                       AS before_divisor,
                     CASE WHEN o.base_places = 0 OR o.base_reported < o.base_expected OR o.base_figures = 0
                          OR (o.has_parts = 1 AND o.base_denominator = 0) THEN 0 ELSE 1 END AS has_before
              FROM (
              -- What a change is held against: the period before, the same one of last year, or last year up to it.
              SELECT v.*,
                     CASE WHEN v.base_of = 2 THEN v.last_year_to_date_places WHEN v.base_of = 1 THEN v.last_year_places ELSE v.before_places END AS base_places,
                     CASE WHEN v.base_of = 2 THEN v.last_year_to_date_expected WHEN v.base_of = 1 THEN v.last_year_expected ELSE v.before_expected END AS base_expected,
                     CASE WHEN v.base_of = 2 THEN v.last_year_to_date_reported WHEN v.base_of = 1 THEN v.last_year_reported ELSE v.before_reported END AS base_reported,
                     CASE WHEN v.base_of = 2 THEN v.last_year_to_date_figures WHEN v.base_of = 1 THEN v.last_year_figures ELSE v.before_figures END AS base_figures,
                     CASE WHEN v.base_of = 2 THEN v.last_year_to_date_numerator WHEN v.base_of = 1 THEN v.last_year_numerator ELSE v.before_numerator END AS base_numerator,
                     CASE WHEN v.base_of = 2 THEN v.last_year_to_date_denominator WHEN v.base_of = 1 THEN v.last_year_denominator ELSE v.before_denominator END AS base_denominator
              FROM (
              SELECT e.*, CASE WHEN e.assess IN ('whole-year', 'pace') THEN 1 ELSE 0 END AS of_year,
                     CASE WHEN e.compared_with <> 'last-year' THEN 0 WHEN e.assess IN ('whole-year', 'pace') THEN 2 ELSE 1 END AS base_of
              FROM (
              SELECT s.plan AS plan, s.period AS period, s.code AS code, s.level AS level, s.agency AS agency, i.has_parts AS has_parts, i.over_agencies AS over_agencies, i.scale AS scale, a.is_ended AS is_ended,
                     a.day AS day, a.months AS months,
                     s.places AS places,
                     s.expected AS expected,
                     s.reported AS reported,
                     s.figures AS figures,
                     s.numerator AS numerator,
                     s.denominator AS denominator,
                     s.year_figures AS year_figures,
                     s.year_numerator AS year_numerator,
                     s.year_denominator AS year_denominator,
                     s.before_figures AS before_figures,
                     s.before_numerator AS before_numerator,
                     s.before_denominator AS before_denominator,
                     s.year_expected AS year_expected,
                     s.year_reported AS year_reported,
                     s.year_no_basis AS year_no_basis,
                     s.no_basis AS no_basis,
                     s.last_year_places AS last_year_places,
                     s.last_year_expected AS last_year_expected,
                     s.last_year_reported AS last_year_reported,
                     s.last_year_figures AS last_year_figures,
                     s.last_year_numerator AS last_year_numerator,
                     s.last_year_denominator AS last_year_denominator,
                     s.last_year_to_date_places AS last_year_to_date_places,
                     s.last_year_to_date_expected AS last_year_to_date_expected,
                     s.last_year_to_date_reported AS last_year_to_date_reported,
                     s.last_year_to_date_figures AS last_year_to_date_figures,
                     s.last_year_to_date_numerator AS last_year_to_date_numerator,
                     s.last_year_to_date_denominator AS last_year_to_date_denominator,
                     s.before_places AS before_places,
                     s.before_expected AS before_expected,
                     s.before_reported AS before_reported,
                     i.compared AS compared, i.compared_with AS compared_with,
                     CASE WHEN n.code IS NOT NULL THEN n.operator WHEN l.code IS NOT NULL THEN l.operator
                          ELSE COALESCE(g.operator, '') END AS operator,
                     CASE WHEN n.code IS NOT NULL THEN n.value WHEN l.code IS NOT NULL THEN l.value ELSE g.value END AS target,
                     CASE WHEN n.code IS NOT NULL THEN n.value_to WHEN l.code IS NOT NULL THEN l.value_to ELSE g.value_to END
                       AS target_to,
                     CASE WHEN n.code IS NOT NULL THEN n.confirmed WHEN l.code IS NOT NULL THEN l.confirmed
                          ELSE COALESCE(g.confirmed, 0) END AS confirmed,
                     CASE WHEN n.code IS NOT NULL THEN n.scope WHEN l.code IS NOT NULL THEN l.scope
                          ELSE COALESCE(g.scope, '') END AS scope,
                     CASE WHEN n.code IS NOT NULL THEN 1 ELSE 0 END AS is_own,
                     CASE WHEN n.assess <> '' THEN n.assess WHEN n.code IS NULL AND l.assess <> '' THEN l.assess
                          WHEN n.code IS NULL AND l.code IS NULL AND g.assess <> '' THEN g.assess ELSE i.assess END AS assess,
                     CASE WHEN n.code IS NOT NULL THEN n.due WHEN l.code IS NOT NULL THEN l.due
                          ELSE COALESCE(g.due, '') END AS due
              FROM scopes s
              JOIN asked a ON a.plan = s.plan AND a.period = s.period AND a.of = 'indicator' AND a.code = s.code AND a.context = 'own'
              JOIN indicators i ON i.plan = s.plan AND i.code = s.code AND i.variant = s.variant
              LEFT JOIN targets n ON n.plan = s.plan AND n.code = s.code AND n.agency = s.agency AND n.agency <> ''
                                 AND n.standing_from <= a.day AND a.day <= n.standing_until
              LEFT JOIN targets l ON l.plan = s.plan AND l.code = s.code AND l.agency = '' AND l.level = s.level AND l.level <> ''
                                 AND l.standing_from <= a.day AND a.day <= l.standing_until
              LEFT JOIN targets g ON g.plan = s.plan AND g.code = s.code AND g.agency = '' AND g.level = ''
                                 AND g.standing_from <= a.day AND a.day <= g.standing_until
              WHERE s.agency = '' OR s.places > 0
              ) e
              ) v
              ) o
            ) u
            ) g
            ) j
            CROSS JOIN (SELECT 'value' AS test UNION ALL SELECT 'to' AS test UNION ALL SELECT 'increase' AS test) x
          ) p
        ) w
      ) m
    ) n
  ) r
) q
GROUP BY q.plan, q.period, q.code, q.level, q.agency, q.has_parts, q.over_agencies
