-- What agencies say of tasks, as far as it counts: as in_force, of the table task_reports.
SELECT t.plan AS plan, t.agency AS agency, t.code AS code, t.base AS base, t.version AS version, t.entered AS entered, t.state AS state, t.done_on AS done_on, t.note AS note
FROM task_reports t
JOIN (
  SELECT c.plan AS plan, c.agency AS agency, c.base AS base, c.code AS code, MAX(c.version) AS version
  FROM task_reports c
  LEFT JOIN (
    SELECT plan, agency, base, MAX(version) AS version
    FROM submissions
    WHERE accepted <> 'none' AND entry <> 'adjustment' AND part = 0
    GROUP BY plan, agency, base
  ) w ON w.plan = c.plan AND w.agency = c.agency AND w.base = c.base
  WHERE c.accepted <> 'none' AND c.version >= COALESCE(w.version, 0)
  GROUP BY c.plan, c.agency, c.base, c.code
) l ON l.plan = t.plan AND l.agency = t.agency AND l.base = t.base AND l.code = t.code AND l.version = t.version
WHERE t.accepted <> 'none' AND t.state IS NOT NULL
