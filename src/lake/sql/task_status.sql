-- How each task stands at each agency. A task that is done once: its last completion of the year so far, which only a
-- person takes back; one that recurs: each occurrence by itself; "thường xuyên": done in the period or not.
SELECT g.plan, g.period, g.context, g.code, g.variant, g.agency, g.level, g.occurrences, g.done, g.due, g.day,
       CASE
         WHEN g.deadline = 'recurring' THEN
           CASE
             WHEN g.occurrences = 0 THEN 'not-due'
             WHEN g.done = g.occurrences THEN 'done-on-time'
             WHEN g.told > g.done THEN 'overdue'
             WHEN g.told = 0 THEN 'not-reported'
             ELSE 'in-progress'
           END
         WHEN g.deadline = 'continuous' THEN
           CASE WHEN g.done = 1 THEN 'done-on-time' WHEN g.told > 0 THEN 'in-progress' ELSE 'not-reported' END
         WHEN g.done = 1 THEN
           CASE WHEN g.due <> '' AND g.done_on > g.due THEN 'done-late' ELSE 'done-on-time' END
         WHEN g.last_state = '' THEN 'not-reported'
         WHEN g.due <> '' AND g.day > g.due THEN 'overdue'
         WHEN g.last_state = 'in-progress' THEN 'in-progress'
         WHEN g.due = '' THEN 'no-deadline'
         ELSE 'not-due'
       END AS status
FROM (
  SELECT m.plan, m.period, m.context, m.code, m.variant, m.agency, m.level, m.deadline, m.due, m.day, m.told, m.last_state,
         CASE WHEN m.deadline = 'recurring' THEN m.occurrences ELSE 1 END AS occurrences,
         CASE
           WHEN m.deadline = 'recurring' THEN m.done_in_period
           WHEN m.deadline = 'continuous' THEN CASE WHEN m.done_in_period > 0 THEN 1 ELSE 0 END
           WHEN m.completed > 0 THEN 1
           ELSE 0
         END AS done,
         m.done_on
  FROM (
    SELECT u.plan, u.period, u.context, u.code, u.variant, u.agency, u.level, u.deadline, u.due, u.day,
           SUM(u.counts) AS occurrences,
           SUM(CASE WHEN u.state IS NOT NULL THEN u.counts ELSE 0 END) AS told,
           SUM(CASE WHEN u.state = 'done' THEN u.counts ELSE 0 END) AS done_in_period,
           SUM(CASE WHEN u.reach = 'period' THEN u.is_last ELSE 0 END) AS stands,
           MAX(CASE WHEN u.ordinal = u.completed_at THEN u.ordinal ELSE 0 END) AS completed,
           MAX(CASE WHEN u.ordinal = u.completed_at THEN COALESCE(u.done_on, '') ELSE '' END) AS done_on,
           MAX(CASE WHEN u.reach = 'period' AND u.ordinal = u.last_at THEN COALESCE(u.state, '') ELSE '' END) AS last_state
    FROM (
      SELECT d.plan, d.period, d.context, d.code, d.variant, d.agency, d.level, d.deadline, d.due, d.day, d.reach, d.ordinal,
             d.is_last, d.state, d.done_on,
             MAX(CASE WHEN d.reach = 'year' AND d.state = 'done' AND d.ordinal > d.taken_back THEN d.ordinal ELSE 0 END)
               OVER (PARTITION BY d.plan, d.period, d.context, d.code, d.agency) AS completed_at,
             MAX(CASE WHEN d.reach = 'period' AND d.state IS NOT NULL THEN d.ordinal ELSE 0 END)
               OVER (PARTITION BY d.plan, d.period, d.context, d.code, d.agency) AS last_at,
             CASE WHEN d.reach = 'period' AND (d.every <> 'quarter' OR d.is_quarter_end = 1) THEN 1 ELSE 0 END AS counts
      FROM (
        SELECT b.plan, b.period, b.context, b.code, b.variant, b.agency, b.level, b.deadline, b.every, b.due, b.day, b.reach,
               b.ordinal, b.is_last, b.is_quarter_end, b.state, b.done_on,
               MAX(CASE WHEN b.reach = 'year' AND b.entered = 1 AND b.state <> 'done' THEN b.ordinal ELSE 0 END)
                 OVER (PARTITION BY b.plan, b.period, b.context, b.code, b.agency) AS taken_back
        FROM task_spans b
      ) d
    ) u
    GROUP BY u.plan, u.period, u.context, u.code, u.variant, u.agency, u.level, u.deadline, u.due, u.day
  ) m
  WHERE m.stands > 0 OR (m.deadline = 'recurring' AND m.occurrences > 0)
) g
