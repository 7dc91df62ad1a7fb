-- n/N of statistics forms: agency by base period, and in how many every typed cell counts.
SELECT a.plan AS plan, a.period AS period, a.code AS code,
       CAST(COALESCE(x.expected, 0) AS INTEGER) AS expected,
       CAST(COALESCE(x.reported, 0) AS INTEGER) AS reported
FROM asked a
LEFT JOIN (
  SELECT s.plan AS plan, s.period AS period, s.code AS code, CAST(COUNT(*) AS INTEGER) AS expected,
         SUM(CASE WHEN COALESCE(n.cells, 0) = m.typed_columns * m.form_rows THEN 1 ELSE 0 END) AS reported
  FROM spans s
  JOIN forms m ON m.plan = s.plan AND m.code = s.code AND m.variant = s.variant
  JOIN expected e ON e.plan = s.plan AND e.of = s.of AND e.code = s.code AND e.variant = s.variant AND e.base = s.base
  LEFT JOIN (
    SELECT plan, period, code, agency, base, CAST(COUNT(*) AS INTEGER) AS cells
    FROM form_cells
    GROUP BY plan, period, code, agency, base
  ) n ON n.plan = s.plan AND n.period = s.period AND n.code = s.code AND n.agency = e.agency AND n.base = s.base
  WHERE s.of = 'form'
  GROUP BY s.plan, s.period, s.code
) x ON x.plan = a.plan AND x.period = a.period AND x.code = a.code
WHERE a.of = 'form'
