-- Each task over its agencies: so many done of so many, and where it stands as a whole.
SELECT a.plan AS plan, a.period AS period, a.code AS code,
       COALESCE(g.assigned, 0) AS assigned,
       COALESCE(g.done, 0) AS done,
       CASE
         WHEN COALESCE(g.agencies, 0) = 0 THEN 'not-reported'
         WHEN g.all_done = g.agencies THEN CASE WHEN g.late > 0 THEN 'done-late' ELSE 'done-on-time' END
         WHEN g.overdue > 0 THEN 'overdue'
         WHEN g.first_status = g.last_status THEN g.first_status
         ELSE 'in-progress'
       END AS status
FROM asked a
LEFT JOIN (
  SELECT plan, period, code, CAST(COUNT(*) AS INTEGER) AS agencies, SUM(occurrences) AS assigned, SUM(done) AS done,
         SUM(CASE WHEN status IN ('done-on-time', 'done-late') THEN 1 ELSE 0 END) AS all_done,
         SUM(CASE WHEN status = 'done-late' THEN 1 ELSE 0 END) AS late,
         SUM(CASE WHEN status = 'overdue' THEN 1 ELSE 0 END) AS overdue,
         MIN(status) AS first_status, MAX(status) AS last_status
  FROM task_status
  WHERE context = 'own'
  GROUP BY plan, period, code
) g ON g.plan = a.plan AND g.period = a.period AND g.code = a.code
WHERE a.of = 'task' AND a.context = 'own'
