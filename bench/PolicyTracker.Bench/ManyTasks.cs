using Npgsql;

namespace PolicyTracker.Bench;

/// <summary>A city with many tasks in its database: fifty departments, a document for every hundred tasks, a report on every second task.</summary>
internal static class ManyTasks
{
    public static async Task FillAsync(string database, int tasks)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand($$"""
            INSERT INTO jurisdictions (id, parent_id, name, level, path) VALUES (100, 1, '测试市', 'City', '/1/100/');
            INSERT INTO departments (id, jurisdiction_id, name, kind, organ_rank) SELECT 1000 + n, 100, '市第' || n || '局', 'Department', n FROM generate_series(1, 50) AS n;
            INSERT INTO source_files (id, file_name, sha256, content, lines, diagnostics, imported_at) VALUES (100, 'a.txt', 'x', '', '{一}', '{}', now());
            INSERT INTO documents (id, source_file_id, jurisdiction_id, title, document_number, first_line, last_line, imported_at)
                SELECT 1000 + n, 100, 100, '测试市人民政府办公室关于印发第' || n || '项工作方案的通知', '测府办发〔2026〕' || n || '号', 1, 1, now() FROM generate_series(0, {{tasks}} / 100) AS n;
            INSERT INTO tasks (id, document_id, jurisdiction_id, ordinal, number, path, title, text, first_line, last_line, state, deadline_raw, deadline_kind, due_on, assigned_on,
                    is_assigned_by_notice, milestones, leaders, return_count, remind_count, act_count, claimed_percent, updated_at)
                SELECT 1000 + n, 1000 + n / 100, 100, n, n % 100 || '.', '{}', w.title, '　　' || w.title || '。由市第' || 1 + n % 50 || '局牵头，会同有关部门制定实施方案，明确任务清单、责任清单、时限清单，按月调度、按季通报，年底前完成' || n % 97 || '个项目建设，累计投资' || n % 13 || '亿元。' || repeat('加强督促检查，确保各项工作落到实处。', n % 5),
                    1, 1, (ARRAY['Assigned', 'InProgress', 'InProgress', 'InReview', 'Completed'])[1 + n % 5], NULL, 'By', DATE '2026-01-01' + n % 700, '2025-12-01', true, '{}', '{张三}', 0, n % 3, 1, n % 101, now()
                FROM generate_series(1, {{tasks}}) AS n, LATERAL (SELECT (ARRAY['加快推进', '持续深化', '全面落实', '扎实开展', '着力提升'])[1 + n % 5]
                    || (ARRAY['老旧小区改造', '污水处理设施建设', '农村公路养护', '养老服务体系建设', '营商环境优化', '食品安全监管', '义务教育均衡发展'])[1 + n % 7] || '第' || n || '批工作' AS title) AS w;
            INSERT INTO responsibilities (task_id, position, role, printed_name, department_id)
                SELECT 1000 + n, part, (ARRAY['Lead', 'Responsible', 'Support'])[1 + part], '局', 1001 + (n + part * 7) % 50 FROM generate_series(1, {{tasks}}) AS n, generate_series(0, 2) AS part;
            INSERT INTO progress_reports (task_id, department_id, at, actor_name, percent, words, problems, next_step)
                SELECT 1000 + n, 1001 + n % 50, now(), '承办人', n % 101, '已完成前期工作，正在组织实施，累计完成投资' || n || '万元。', '建设资金存在缺口。', '积极争取上级专项资金。' FROM generate_series(2, {{tasks}}, 2) AS n;
            ANALYZE;
            """);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
