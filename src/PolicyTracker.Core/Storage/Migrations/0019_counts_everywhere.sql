-- Whoever reads all tasks has them summed up over a hundred jurisdictions for every figure: Everywhere is that sum, kept like the others.
CREATE OR REPLACE FUNCTION task_cells(n integer, document integer, place integer, state text, due date, period text, stop date, standing integer)
RETURNS TABLE (kind text, subject_id integer, jurisdiction_id integer, state_of text, due_on date, cycle text, clock_stopped_on date, tasks integer)
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 5 AS $$
    SELECT cell.kind, cell.subject, cell.place, state, cell.due, cell.period, cell.stop, n
    FROM (VALUES
        ('Jurisdiction', place, place, due, period, stop),
        ('Everywhere', 1, 1, due, period, stop),
        ('Document', document, place, due, period, stop),
        ('Contents', document, place, NULL, NULL, NULL),
        ('Verification', standing, place, NULL, NULL, NULL)) AS cell (kind, subject, place, due, period, stop)
    WHERE cell.subject IS NOT NULL;
$$;

-- Every act changes Everywhere: to put it together each minute would write all its rows anew for a few that have come.
CREATE OR REPLACE FUNCTION fold_task_counts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- One is enough, and nobody waits for it.
    IF NOT pg_try_advisory_xact_lock(7021835) THEN
        RETURN;
    END IF;
    WITH fresh AS (
        SELECT kind, subject_id FROM task_counts WHERE NOT is_folded GROUP BY kind, subject_id HAVING kind <> 'Everywhere' OR count(*) >= 1000
    ), taken AS (
        DELETE FROM task_counts AS c USING fresh AS f WHERE c.kind = f.kind AND c.subject_id = f.subject_id RETURNING c.*
    )
    INSERT INTO task_counts
    SELECT kind, subject_id, jurisdiction_id, state, due_on, cycle, clock_stopped_on, sum(tasks), true FROM taken
    GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(tasks) <> 0;
END
$$;

INSERT INTO task_counts
SELECT 'Everywhere', 1, 1, state, due_on, cycle, clock_stopped_on, sum(tasks), true FROM task_counts WHERE kind = 'Jurisdiction'
GROUP BY state, due_on, cycle, clock_stopped_on HAVING sum(tasks) <> 0;

-- The first rows of what waits for a supervisor; both are few among many.
CREATE INDEX ix_tasks_in_review ON tasks (due_on, id) WHERE state = 'InReview';
CREATE INDEX ix_tasks_draft ON tasks (document_order, ordinal, id) WHERE state = 'Draft';

-- Which recurring tasks fall due soon, the cycle says.
DROP INDEX ix_tasks_recurring;
CREATE INDEX ix_tasks_recurring ON tasks (cycle) WHERE cycle IS NOT NULL;

-- The tasks of a city, off the index alone.
DROP INDEX ix_tasks_jurisdiction_id_state_due_on;
CREATE INDEX ix_tasks_jurisdiction_id_state_due_on ON tasks (jurisdiction_id, state, due_on) INCLUDE (id);
