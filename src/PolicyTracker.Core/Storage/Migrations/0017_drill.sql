-- 演练数据: a database that was filled with made-up tasks says so for ever, and takes no real notice.
CREATE TABLE drill_marks (
    id integer NOT NULL,
    tasks integer NOT NULL,
    filled_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_drill_marks PRIMARY KEY (id)
);
