-- The ledger is sorted by columns that the database computes, each with an index that ends in the id: a page of a million tasks
-- is read off the index. EF can neither say NULLS LAST nor name an index upon an expression, hence the columns.
CREATE FUNCTION leader_bigrams(leaders text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN search_bigrams(array_to_string(leaders, ' '));

ALTER TABLE tasks
    ADD COLUMN document_order integer NOT NULL GENERATED ALWAYS AS (coalesce(-document_id, 2147483647)) STORED,
    ADD COLUMN due_order date NOT NULL GENERATED ALWAYS AS (coalesce(due_on, '-infinity'::date)) STORED,
    ADD COLUMN state_order integer NOT NULL GENERATED ALWAYS AS (
        CASE state WHEN 'Draft' THEN 0 WHEN 'Assigned' THEN 1 WHEN 'InProgress' THEN 2 WHEN 'InReview' THEN 3
            WHEN 'Completed' THEN 4 WHEN 'Suspended' THEN 5 ELSE 6 END) STORED,
    ADD COLUMN progress_order integer NOT NULL GENERATED ALWAYS AS (coalesce(verified_percent, claimed_percent, -1)) STORED,
    -- Not the whole title: what stands in an index must be short.
    ADD COLUMN title_order text COLLATE "zh-x-icu" NOT NULL GENERATED ALWAYS AS (left(title, 60)) STORED,
    ADD COLUMN leader_words tsvector GENERATED ALWAYS AS (leader_bigrams(nullif(leaders, '{}'))) STORED;

CREATE INDEX ix_tasks_document_order_ordinal_id ON tasks (document_order, ordinal, id);
CREATE INDEX ix_tasks_due_order_id ON tasks (due_order, id);
CREATE INDEX ix_tasks_state_order_id ON tasks (state_order, id);
CREATE INDEX ix_tasks_progress_order_id ON tasks (progress_order, id);
CREATE INDEX ix_tasks_title_order_id ON tasks (title_order, id);
CREATE INDEX ix_tasks_leader_words ON tasks USING gin (leader_words);
-- Of the tasks of several years most are closed; only those that are timed have a light that is not grey.
CREATE INDEX ix_tasks_timed ON tasks (due_on, id) WHERE state IN ('Assigned', 'InProgress', 'InReview');
CREATE INDEX ix_tasks_stopped ON tasks (id) WHERE clock_stopped_on IS NOT NULL AND state IN ('Assigned', 'InProgress', 'InReview');
CREATE INDEX ix_tasks_recurring ON tasks (id) WHERE cycle IS NOT NULL;
