-- A leader's tasks that are late, behind their plan or under way: half of all tasks are, and to sort these out beside the leader's took
-- longer than to read his.
CREATE INDEX ix_tasks_timed_leader_words ON tasks USING gin (leader_words) WHERE state IN ('Assigned', 'InProgress', 'InReview');
