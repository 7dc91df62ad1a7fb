-- Agency by base period of each indicator, and what stands there: a figure, nothing (không phát sinh), no-basis (a
-- percentage without its parts), missing, or not-due (a task nobody has to have done yet).
-- The variant is the one that is asked: where some tell a whole and others its months the span has a variant of its own.
-- context: own is the period itself, before the one before it. reach: period, or the year so far.
SELECT s.plan AS plan, s.period AS period, s.context AS context, s.reach AS reach, s.code AS code, a.variant AS variant, e.agency AS agency, e.level AS level, '' AS task, s.base AS base, s.ordinal AS ordinal,
       CASE
         WHEN i.has_parts = 1 AND f.numerator IS NOT NULL AND f.denominator IS NOT NULL THEN 'figure'
         WHEN i.has_parts = 1 AND f.percentage_only = 1 THEN 'no-basis'
         WHEN i.has_parts = 1 THEN 'missing'
         WHEN f.value_state = 'not-applicable' THEN 'nothing'
         WHEN f.value IS NOT NULL THEN 'figure'
         ELSE 'missing'
       END AS kind,
       CASE WHEN i.has_parts = 1 THEN f.numerator ELSE f.value END AS numerator,
       f.denominator AS denominator, i.has_parts AS has_parts, i.denominator_rule AS denominator_rule,
       -- A whole quarter or year that was told as one stands for so many base periods in n/N; of what stands at an end
       -- only that one is asked.
       CASE
         WHEN i.numerator_rule <> 'sum' THEN 1
         WHEN s.base LIKE '____-Q_' AND p.base_kind = 'month' THEN 3
         WHEN s.base LIKE '____-H_' THEN CASE WHEN p.base_kind = 'month' THEN 6 ELSE 2 END
         WHEN s.base LIKE '____-9M' THEN CASE WHEN p.base_kind = 'month' THEN 9 ELSE 3 END
         WHEN s.base LIKE '____' THEN CASE p.base_kind WHEN 'month' THEN 12 WHEN 'quarter' THEN 4 ELSE 1 END
         ELSE 1
       END AS bases
FROM spans s
JOIN plans p ON p.plan = s.plan
JOIN asked a ON a.plan = s.plan AND a.period = s.period AND a.of = s.of AND a.code = s.code AND a.context = 'own'
JOIN indicators i ON i.plan = s.plan AND i.code = s.code AND i.variant = s.variant
JOIN expected e ON e.plan = s.plan AND e.of = s.of AND e.code = s.code AND e.variant = s.variant AND e.base = s.base
LEFT JOIN in_force f ON f.plan = s.plan AND f.of = 'indicator' AND f.code = s.code AND f.agency = e.agency AND f.base = s.base
WHERE s.of = 'indicator'
UNION ALL
SELECT c.plan, c.period, c.context, c.reach, c.code, c.variant, c.agency, c.level, c.task, '' AS base, 0 AS ordinal, c.kind,
       CASE
         WHEN c.status = 'done-on-time' OR (c.status = 'done-late' AND c.task_count = 'done') THEN CAST(1 AS DECIMAL(28,10))
         ELSE CAST(0 AS DECIMAL(28,10))
       END AS numerator,
       CAST(1 AS DECIMAL(28,10)) AS denominator, 1 AS has_parts, 'last' AS denominator_rule, 1 AS bases
FROM (
  SELECT t.plan AS plan, t.period AS period, t.context AS context, w.reach AS reach, i.code AS code, i.variant AS variant, t.agency AS agency, t.level AS level, t.code AS task, t.status AS status, i.task_count AS task_count,
         CASE
           WHEN i.task_count = 'done-on-time' AND t.due > t.day THEN 'not-due'
           WHEN t.status = 'not-reported' THEN 'missing'
           ELSE 'figure'
         END AS kind
  FROM task_status t
  JOIN asked a ON a.plan = t.plan AND a.period = t.period AND a.of = 'indicator' AND a.context = 'own'
  JOIN indicators i ON i.plan = a.plan AND i.code = a.code AND i.variant = a.variant AND i.typed = 'tasks'
  JOIN (
    SELECT 'own' AS context, 'period' AS reach
    UNION ALL SELECT 'own' AS context, 'year' AS reach
    UNION ALL SELECT 'before' AS context, 'period' AS reach
  ) w ON w.context = t.context
  WHERE t.due <> ''
) c
