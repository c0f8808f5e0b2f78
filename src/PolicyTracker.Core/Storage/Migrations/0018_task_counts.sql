-- Counters: how many tasks there are of each jurisdiction, document and department, by state and deadline. Triggers keep them in the
-- statement that writes the tasks, whoever writes. They only add rows, +1 and -1, so that no writer waits for another; all rows of
-- one kind summed up are the count at every moment, and fold_task_counts() puts them together from time to time.
CREATE TABLE task_counts (
    kind text NOT NULL,
    subject_id integer NOT NULL,
    jurisdiction_id integer NOT NULL,
    state text NOT NULL,
    due_on date,
    cycle text,
    clock_stopped_on date,
    tasks integer NOT NULL,
    is_folded boolean NOT NULL
);
CREATE INDEX ix_task_counts_kind_subject_id ON task_counts (kind, subject_id);
CREATE INDEX ix_task_counts_fresh ON task_counts (kind, subject_id) WHERE NOT is_folded;

-- What a light, a month and a state need to know of a task. Of one that is not open nobody asks for the date: years of closed tasks
-- make one row.
CREATE FUNCTION counted_due(state text, due_on date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN state IN ('Draft', 'Assigned', 'InProgress', 'InReview') THEN due_on END;

CREATE FUNCTION counted_cycle(state text, due_on date, cycle text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN state IN ('Assigned', 'InProgress', 'InReview') AND due_on IS NULL THEN cycle END;

CREATE FUNCTION counted_stop(state text, clock_stopped_on date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN state IN ('Assigned', 'InProgress', 'InReview') THEN clock_stopped_on END;

-- The numbers of Verification: 0 Unreported, 1 Unverified, 2 Over, 3 Agrees, 4 Under.
CREATE FUNCTION counted_verification(state text, claimed integer, verified integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN state NOT IN ('Assigned', 'InProgress', 'InReview') THEN NULL
    WHEN claimed IS NULL THEN 0
    WHEN verified IS NULL THEN 1
    WHEN claimed > verified + 10 THEN 2
    WHEN verified > claimed + 10 THEN 4
    ELSE 3 END;

-- Each department once, however often it stands in the list; a group's tasks are its members' too.
CREATE FUNCTION departments_of(task bigint) RETURNS SETOF integer LANGUAGE sql STABLE ROWS 4 AS $$
    SELECT r.department_id FROM responsibilities AS r WHERE r.task_id = task AND r.department_id IS NOT NULL
    UNION
    SELECT m.member_id FROM responsibilities AS r JOIN group_members AS m ON m.group_id = r.department_id WHERE r.task_id = task;
$$;

-- What stands in one task, counted n times. Contents is the document's count without dates, Workload the department's.
CREATE FUNCTION task_cells(n integer, document integer, place integer, state text, due date, period text, stop date, standing integer)
RETURNS TABLE (kind text, subject_id integer, jurisdiction_id integer, state_of text, due_on date, cycle text, clock_stopped_on date, tasks integer)
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 4 AS $$
    SELECT cell.kind, cell.subject, place, state, cell.due, cell.period, cell.stop, n
    FROM (VALUES
        ('Jurisdiction', place, due, period, stop),
        ('Document', document, due, period, stop),
        ('Contents', document, NULL, NULL, NULL),
        ('Verification', standing, NULL, NULL, NULL)) AS cell (kind, subject, due, period, stop)
    WHERE cell.subject IS NOT NULL;
$$;

CREATE FUNCTION department_cells(n integer, department integer, place integer, state text, due date, period text, stop date)
RETURNS TABLE (kind text, subject_id integer, jurisdiction_id integer, state_of text, due_on date, cycle text, clock_stopped_on date, tasks integer)
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 2 AS $$
    SELECT 'Department', department, place, state, due, period, stop, n
    UNION ALL
    SELECT 'Workload', department, place, state, NULL::date, NULL::text, NULL::date, n;
$$;

-- The plain count of everything that is there: what the counters must always equal.
CREATE FUNCTION counted_tasks()
RETURNS TABLE (kind text, subject_id integer, jurisdiction_id integer, state text, due_on date, cycle text, clock_stopped_on date, tasks integer)
LANGUAGE sql STABLE AS $$
    WITH keyed AS MATERIALIZED (
        SELECT t.id, t.document_id, t.jurisdiction_id, t.state, counted_due(t.state, t.due_on) AS due_on, counted_cycle(t.state, t.due_on, t.cycle) AS cycle,
            counted_stop(t.state, t.clock_stopped_on) AS clock_stopped_on, counted_verification(t.state, t.claimed_percent, t.verified_percent) AS standing
        FROM tasks AS t
    ), held AS (
        SELECT r.task_id, r.department_id FROM responsibilities AS r WHERE r.department_id IS NOT NULL
        UNION
        SELECT r.task_id, m.member_id FROM responsibilities AS r JOIN group_members AS m ON m.group_id = r.department_id
    ), cells AS (
        SELECT c.* FROM keyed AS k, task_cells(1, k.document_id, k.jurisdiction_id, k.state, k.due_on, k.cycle, k.clock_stopped_on, k.standing) AS c
        UNION ALL
        SELECT c.* FROM keyed AS k JOIN held AS h ON h.task_id = k.id,
            department_cells(1, h.department_id, k.jurisdiction_id, k.state, k.due_on, k.cycle, k.clock_stopped_on) AS c
    )
    SELECT kind, subject_id, jurisdiction_id, state_of, due_on, cycle, clock_stopped_on, sum(tasks)::integer FROM cells GROUP BY 1, 2, 3, 4, 5, 6, 7;
$$;

CREATE FUNCTION recount_tasks() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- Whoever counts up or down meanwhile waits.
    LOCK TABLE task_counts IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM task_counts;
    INSERT INTO task_counts SELECT c.*, true FROM counted_tasks() AS c ORDER BY c.kind, c.subject_id;
END
$$;

CREATE FUNCTION fold_task_counts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- One is enough, and nobody waits for it.
    IF NOT pg_try_advisory_xact_lock(7021835) THEN
        RETURN;
    END IF;
    WITH fresh AS (
        SELECT DISTINCT kind, subject_id FROM task_counts WHERE NOT is_folded
    ), taken AS (
        DELETE FROM task_counts AS c USING fresh AS f WHERE c.kind = f.kind AND c.subject_id = f.subject_id RETURNING c.*
    )
    INSERT INTO task_counts
    SELECT kind, subject_id, jurisdiction_id, state, due_on, cycle, clock_stopped_on, sum(tasks), true FROM taken
    GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(tasks) <> 0;
END
$$;

-- Everything that one task counts for, n times.
CREATE FUNCTION cells_of(n integer, task tasks)
RETURNS TABLE (kind text, subject_id integer, jurisdiction_id integer, state_of text, due_on date, cycle text, clock_stopped_on date, tasks integer)
LANGUAGE sql STABLE ROWS 8 AS $$
    WITH keyed AS (
        SELECT counted_due(task.state, task.due_on) AS due, counted_cycle(task.state, task.due_on, task.cycle) AS period,
            counted_stop(task.state, task.clock_stopped_on) AS stop, counted_verification(task.state, task.claimed_percent, task.verified_percent) AS standing
    )
    SELECT c.* FROM keyed AS k, task_cells(n, task.document_id, task.jurisdiction_id, task.state, k.due, k.period, k.stop, k.standing) AS c
    UNION ALL
    SELECT c.* FROM keyed AS k, departments_of(task.id) AS d, department_cells(n, d, task.jurisdiction_id, task.state, k.due, k.period, k.stop) AS c;
$$;

CREATE FUNCTION count_new_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- No department can stand beside a task that is not there yet.
    INSERT INTO task_counts
    SELECT c.kind, c.subject_id, c.jurisdiction_id, c.state_of, c.due_on, c.cycle, c.clock_stopped_on, sum(c.tasks), false
    FROM added AS t, task_cells(1, t.document_id, t.jurisdiction_id, t.state, counted_due(t.state, t.due_on), counted_cycle(t.state, t.due_on, t.cycle),
        counted_stop(t.state, t.clock_stopped_on), counted_verification(t.state, t.claimed_percent, t.verified_percent)) AS c
    GROUP BY 1, 2, 3, 4, 5, 6, 7;
    RETURN NULL;
END
$$;

CREATE FUNCTION count_changed_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM before AS b FULL JOIN after AS a USING (id)
        WHERE (b.document_id, b.jurisdiction_id, b.state, b.due_on, b.cycle, b.clock_stopped_on, b.claimed_percent, b.verified_percent)
            IS DISTINCT FROM (a.document_id, a.jurisdiction_id, a.state, a.due_on, a.cycle, a.clock_stopped_on, a.claimed_percent, a.verified_percent)) THEN
        RETURN NULL;
    END IF;
    -- A statement of its own: what comes next then sees what a change of groups that it waited for has done.
    LOCK TABLE task_counts IN ROW EXCLUSIVE MODE;
    INSERT INTO task_counts
    WITH both_times AS (
        SELECT -1 AS n, b.id, b.document_id, b.jurisdiction_id, b.state, b.due_on, b.cycle, b.clock_stopped_on, b.claimed_percent, b.verified_percent FROM before AS b
        UNION ALL
        SELECT 1, a.id, a.document_id, a.jurisdiction_id, a.state, a.due_on, a.cycle, a.clock_stopped_on, a.claimed_percent, a.verified_percent FROM after AS a
    ), keyed AS (
        SELECT id, document_id, jurisdiction_id, state, counted_due(state, due_on) AS due_on, counted_cycle(state, due_on, cycle) AS cycle,
            counted_stop(state, clock_stopped_on) AS clock_stopped_on, counted_verification(state, claimed_percent, verified_percent) AS standing, sum(n)::integer AS n
        FROM both_times GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(n) <> 0
    ), cells AS (
        SELECT c.* FROM keyed AS k, task_cells(k.n, k.document_id, k.jurisdiction_id, k.state, k.due_on, k.cycle, k.clock_stopped_on, k.standing) AS c
        UNION ALL
        SELECT c.* FROM keyed AS k, departments_of(k.id) AS d, department_cells(k.n, d, k.jurisdiction_id, k.state, k.due_on, k.cycle, k.clock_stopped_on) AS c
    )
    SELECT kind, subject_id, jurisdiction_id, state_of, due_on, cycle, clock_stopped_on, sum(tasks), false FROM cells
    GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(tasks) <> 0;
    RETURN NULL;
END
$$;

-- Before it goes: what belongs to it goes with it.
CREATE FUNCTION uncount_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    LOCK TABLE task_counts IN ROW EXCLUSIVE MODE;
    INSERT INTO task_counts SELECT c.*, false FROM cells_of(-1, OLD) AS c;
    RETURN OLD;
END
$$;

-- The departments that a task had before the statement, against those that it has now. Of a task that is gone uncount_task has
-- told already: it is found no more.
CREATE FUNCTION count_changed_units() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    tasks_before bigint[] := '{}';
    units_before integer[] := '{}';
    tasks_after bigint[] := '{}';
    rows_after integer[] := '{}';
BEGIN
    LOCK TABLE task_counts IN ROW EXCLUSIVE MODE;
    IF TG_OP <> 'INSERT' THEN
        SELECT coalesce(array_agg(task_id), '{}'), coalesce(array_agg(department_id), '{}') INTO tasks_before, units_before FROM before;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        SELECT coalesce(array_agg(task_id), '{}'), coalesce(array_agg(id), '{}') INTO tasks_after, rows_after FROM after;
    END IF;
    INSERT INTO task_counts
    WITH touched AS (
        SELECT unnest(tasks_before || tasks_after) AS task_id GROUP BY 1
    ), listed AS (
        SELECT * FROM unnest(tasks_before, units_before) AS b (task_id, department_id)
        UNION
        SELECT r.task_id, r.department_id FROM touched JOIN responsibilities AS r USING (task_id) WHERE NOT EXISTS (SELECT FROM unnest(rows_after) AS written WHERE written = r.id)
    ), both_times AS (
        SELECT task_id, department_id, -1 AS n FROM (
            SELECT task_id, department_id FROM listed WHERE department_id IS NOT NULL
            UNION
            SELECT listed.task_id, m.member_id FROM listed JOIN group_members AS m ON m.group_id = listed.department_id) AS had
        UNION ALL
        SELECT touched.task_id, d, 1 FROM touched, departments_of(touched.task_id) AS d
    ), changed AS (
        SELECT task_id, department_id, sum(n)::integer AS n FROM both_times GROUP BY 1, 2 HAVING sum(n) <> 0
    )
    SELECT c.kind, c.subject_id, c.jurisdiction_id, c.state_of, c.due_on, c.cycle, c.clock_stopped_on, sum(c.tasks), false
    FROM changed JOIN tasks AS t ON t.id = changed.task_id,
        department_cells(changed.n, changed.department_id, t.jurisdiction_id, t.state, counted_due(t.state, t.due_on), counted_cycle(t.state, t.due_on, t.cycle),
            counted_stop(t.state, t.clock_stopped_on)) AS c
    GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(c.tasks) <> 0;
    RETURN NULL;
END
$$;

-- Who belongs to a group changes rarely: the department is counted anew, and whoever writes tasks meanwhile waits.
CREATE FUNCTION recount_member() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    member integer := coalesce(NEW.member_id, OLD.member_id);
BEGIN
    LOCK TABLE task_counts IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM task_counts WHERE kind IN ('Department', 'Workload') AND subject_id = member;
    INSERT INTO task_counts
    SELECT c.kind, c.subject_id, c.jurisdiction_id, c.state_of, c.due_on, c.cycle, c.clock_stopped_on, sum(c.tasks), true
    FROM (SELECT r.task_id FROM responsibilities AS r WHERE r.department_id = member
            UNION SELECT r.task_id FROM responsibilities AS r JOIN group_members AS m ON m.group_id = r.department_id WHERE m.member_id = member) AS held
        JOIN tasks AS t ON t.id = held.task_id,
        department_cells(1, member, t.jurisdiction_id, t.state, counted_due(t.state, t.due_on), counted_cycle(t.state, t.due_on, t.cycle),
            counted_stop(t.state, t.clock_stopped_on)) AS c
    GROUP BY 1, 2, 3, 4, 5, 6, 7;
    RETURN NULL;
END
$$;

CREATE TRIGGER tasks_counted AFTER INSERT ON tasks REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_new_tasks();
CREATE TRIGGER tasks_recounted AFTER UPDATE ON tasks REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION count_changed_tasks();
CREATE TRIGGER tasks_uncounted BEFORE DELETE ON tasks FOR EACH ROW EXECUTE FUNCTION uncount_task();
CREATE TRIGGER responsibilities_added AFTER INSERT ON responsibilities REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION count_changed_units();
CREATE TRIGGER responsibilities_changed AFTER UPDATE ON responsibilities REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION count_changed_units();
CREATE TRIGGER responsibilities_removed AFTER DELETE ON responsibilities REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION count_changed_units();
CREATE TRIGGER group_members_counted AFTER INSERT OR DELETE ON group_members FOR EACH ROW EXECUTE FUNCTION recount_member();

-- What the cockpit asks of the tasks themselves: the returned ones, which are few, and the acts of a week, off the index alone.
-- Units that declined, which are few.
CREATE INDEX ix_department_standings_declined ON department_standings (task_id) WHERE declined_at IS NOT NULL;
CREATE INDEX ix_tasks_returned ON tasks (id) WHERE state = 'InProgress' AND return_count > 0;
DROP INDEX ix_task_history_at;
CREATE INDEX ix_task_history_at ON task_history (at) INCLUDE (act, task_id);

SELECT recount_tasks();
