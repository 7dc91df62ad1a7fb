-- Each column of a form over agencies and time: over all rows, by row, by level. A computed column is the sum of its
-- typed parts, and nothing where one of them is not known.
SELECT p.plan AS plan, p.period AS period, p.code AS code, p.form_row AS form_row, p.form_column AS form_column, p.level AS level,
       CASE WHEN COUNT(t.total) = COUNT(*) THEN CAST(SUM(t.total * p.times) AS DECIMAL(28,10)) END AS value
FROM (
  SELECT a.plan AS plan, a.period AS period, a.code AS code, a.variant AS variant, w.form_row AS form_row, w.level AS level, q.form_column AS form_column, q.part AS part, q.times AS times
  FROM asked a
  JOIN form_parts q ON q.plan = a.plan AND q.code = a.code AND q.variant = a.variant
  JOIN (
    SELECT plan, period, code, variant, '' AS form_row, '' AS level FROM asked WHERE of = 'form'
    UNION ALL
    SELECT x.plan AS plan, x.period AS period, x.code AS code, x.variant AS variant, r.form_row AS form_row, '' AS level
    FROM asked x
    JOIN form_rows r ON r.plan = x.plan AND r.code = x.code AND r.variant = x.variant
    WHERE x.of = 'form'
    UNION ALL
    SELECT DISTINCT s.plan AS plan, s.period AS period, s.code AS code, s.variant AS variant, '' AS form_row, e.level AS level
    FROM spans s
    JOIN expected e ON e.plan = s.plan AND e.of = s.of AND e.code = s.code AND e.variant = s.variant AND e.base = s.base
    WHERE s.of = 'form'
  ) w ON w.plan = a.plan AND w.period = a.period AND w.code = a.code AND w.variant = a.variant
  WHERE a.of = 'form'
) p
LEFT JOIN (
  SELECT g.plan AS plan, g.period AS period, g.code AS code, g.form_row AS form_row, g.level AS level, g.form_column AS form_column, CAST(SUM(g.value) AS DECIMAL(28,10)) AS total
  FROM (
    SELECT c.plan, c.period, c.code, '' AS form_row, '' AS level, c.form_column, c.value, c.is_first, c.is_last, c.variant FROM form_cells c
    UNION ALL
    SELECT c.plan, c.period, c.code, c.form_row, '' AS level, c.form_column, c.value, c.is_first, c.is_last, c.variant FROM form_cells c
    UNION ALL
    SELECT c.plan, c.period, c.code, '' AS form_row, c.level, c.form_column, c.value, c.is_first, c.is_last, c.variant FROM form_cells c
  ) g
  JOIN form_columns k ON k.plan = g.plan AND k.code = g.code AND k.variant = g.variant AND k.form_column = g.form_column
  WHERE k.rule = 'sum' OR (k.rule = 'first' AND g.is_first = 1) OR (k.rule = 'last' AND g.is_last = 1)
  GROUP BY g.plan, g.period, g.code, g.form_row, g.level, g.form_column
) t ON t.plan = p.plan AND t.period = p.period AND t.code = p.code AND t.form_row = p.form_row AND t.level = p.level
   AND t.form_column = p.part
GROUP BY p.plan, p.period, p.code, p.form_row, p.form_column, p.level
