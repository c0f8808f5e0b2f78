-- How many are late or behind their plan is counted off this index alone, as far as it is counted; the tasks themselves lie far apart.
DROP INDEX ix_tasks_timed;
CREATE INDEX ix_tasks_timed ON tasks (due_on, id)
    INCLUDE (state, clock_stopped_on, starts_on, assigned_on, verified_percent, claimed_percent, jurisdiction_id)
    WHERE state IN ('Assigned', 'InProgress', 'InReview');

-- What is late of every department: of the days of all of them, those that have passed.
CREATE INDEX ix_task_counts_late ON task_counts (due_on) INCLUDE (subject_id, jurisdiction_id, state, clock_stopped_on, tasks) WHERE kind = 'Department';
