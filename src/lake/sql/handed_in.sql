-- Who was asked for a form in each base period of a period, who handed in for all of them, and whose were all accepted.
SELECT a.plan AS plan, a.period AS period,
       CAST(COUNT(g.agency) AS INTEGER) AS expected,
       CAST(COALESCE(SUM(CASE WHEN g.received = g.owed THEN 1 ELSE 0 END), 0) AS INTEGER) AS received,
       CAST(COALESCE(SUM(CASE WHEN g.accepted = g.owed THEN 1 ELSE 0 END), 0) AS INTEGER) AS accepted
FROM asked a
LEFT JOIN (
  SELECT s.plan AS plan, s.period AS period, e.agency AS agency, CAST(COUNT(*) AS INTEGER) AS owed,
         SUM(CASE WHEN h.agency IS NOT NULL THEN 1 ELSE 0 END) AS received,
         SUM(COALESCE(h.accepted, 0)) AS accepted
  FROM spans s
  JOIN expected e ON e.plan = s.plan AND e.of = s.of AND e.code = s.code AND e.variant = s.variant AND e.base = s.base
  LEFT JOIN (
    SELECT plan, agency, base, MAX(CASE WHEN accepted <> 'none' THEN 1 ELSE 0 END) AS accepted
    FROM submissions
    WHERE entry <> 'adjustment' AND blank = 0
    GROUP BY plan, agency, base
  ) h ON h.plan = s.plan AND h.agency = e.agency AND h.base = s.base
  WHERE s.of = 'hand-in'
  GROUP BY s.plan, s.period, e.agency
) g ON g.plan = a.plan AND g.period = a.period
WHERE a.of = 'hand-in'
GROUP BY a.plan, a.period
