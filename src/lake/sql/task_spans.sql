-- Of each period, task and agency: the base periods it owes a report for, and what it said in each.
SELECT s.plan AS plan, s.period AS period, s.context AS context, s.code AS code, s.variant AS variant, s.reach AS reach, e.agency AS agency, e.level AS level, s.base AS base, s.ordinal AS ordinal,
       s.is_last AS is_last, s.is_quarter_end AS is_quarter_end, a.day AS day, t.deadline AS deadline, t.every AS every, t.due AS due, r.state AS state, r.entered AS entered, r.done_on AS done_on
FROM spans s
JOIN asked a ON a.plan = s.plan AND a.period = s.period AND a.of = s.of AND a.code = s.code AND a.context = s.context
JOIN tasks t ON t.plan = s.plan AND t.code = s.code AND t.variant = s.variant
JOIN expected e ON e.plan = s.plan AND e.of = s.of AND e.code = s.code AND e.variant = s.variant AND e.base = s.base
LEFT JOIN tasks_in_force r ON r.plan = s.plan AND r.code = s.code AND r.agency = e.agency AND r.base = s.base
WHERE s.of = 'task'
