using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Departments;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Parsing;

namespace PolicyTracker.Core.Drill;

/// <summary>
/// Takes a task through its life by the acts that people have, until it ends or the last day comes: whatever is written obeys the
/// rules, because the rules wrote it.
/// </summary>
internal sealed class DrillLives(Random random, DrillPlace place, DateTimeOffset imported)
{
    private static readonly DateTimeOffset Last = OfficeTime.StartOf(DrillNotices.LastDay.AddDays(1)).AddHours(-6);
    private DateTimeOffset now;

    public PolicyTask Live(ParsedTask read, List<Responsibility> units, int ordinal, DateOnly issued)
    {
        var task = PolicyTask.FromNotice(read, ordinal, place.Place.Id, units, issued, Actor.Portal, imported);
        task.OpenInterval();
        now = imported;
        if (task.State == TaskState.Assigned && Later(1, 20))
        {
            Begin(task);
        }

        return task;
    }

    private void Begin(PolicyTask task)
    {
        var unit = Acting(task);
        if (random.Next(60) == 0)
        {
            task.Decline("不属于本单位职责范围。", place.Staff(unit, now));
            if (!Later(1, 15))
            {
                return;
            }

            task.Insist("请按文件分工办理。", place.Supervisor(now));
        }

        task.Acknowledge("", place.Staff(unit, now));
        var end = End(task);
        var fate = random.Next(100);
        if (fate < 3 && Later(10, 200))
        {
            EndEarly(task, fate);
            return;
        }

        Work(task, unit, end);
        if (fate < 95 && end <= Last)
        {
            now = end > now ? end : now.AddDays(1);
            Finish(task, unit);
        }
    }

    // When the unit is ready: most in time, some late; what has no date takes as long as it takes.
    private DateTimeOffset End(PolicyTask task) => task.DueOn is { } due
        ? OfficeTime.StartOf(due.AddDays(random.Next(6) == 0 ? random.Next(1, 120) : -random.Next(0, 40))).AddHours(10).AddMinutes(random.Next(0, 360))
        : imported.AddDays(random.Next(200, 1500));

    private void EndEarly(PolicyTask task, int fate)
    {
        if (fate == 0)
        {
            task.Suspend("等待上级规划调整。", place.Supervisor(now));
        }
        else
        {
            task.Withdraw("工作内容已并入其他任务。", place.Supervisor(now));
        }
    }

    private void Work(PolicyTask task, Department unit, DateTimeOffset end)
    {
        var percent = 0;
        for (var reports = random.Next(0, 4); reports > 0 && Later(20, 120) && now < end; reports--)
        {
            percent = Math.Min(95, percent + random.Next(10, 45));
            task.ReportProgress(percent, DrillWords.Report(random, percent), DrillWords.Problem(random), DrillWords.NextStep(random), place.Staff(unit, now));
            Supervise(task, unit, percent);
        }
    }

    private void Supervise(PolicyTask task, Department unit, int percent)
    {
        switch (random.Next(20))
        {
            case 0 or 1 or 2 when Later(1, 10):
                task.VerifyProgress(Math.Max(0, percent - random.Next(0, 30)), "现场查看。", place.Supervisor(now));
                break;
            case 3 when Later(1, 20):
                task.Remind("请加快进度。", place.Supervisor(now));
                break;
            case 4 when Later(1, 10):
                task.Judge((Judgement)random.Next(3), "按目前进度研判。", place.Supervisor(now));
                break;
            case 5 when Later(1, 10) && task.DueOn >= now.OfficeDay():
                task.RequestExtension(task.DueOn.Value.AddDays(random.Next(20, 90)), "受天气影响，工期顺延。", place.Staff(unit, now));
                if (Later(1, 8))
                {
                    task.DecideExtension(random.Next(3) > 0, "", place.Supervisor(now));
                }

                break;
        }
    }

    private void Finish(PolicyTask task, Department unit)
    {
        task.ReportProgress(100, DrillWords.Report(random, 100), null, null, place.Staff(unit, now));
        task.RequestCompletion("全部工作已经完成，请审核。", place.Staff(unit, now.AddMinutes(10)));
        if (!Later(1, 25))
        {
            return;
        }

        if (random.Next(12) > 0)
        {
            task.Approve("", place.Supervisor(now));
            return;
        }

        task.Return("证明材料不全。", place.Supervisor(now));
        if (Later(5, 40))
        {
            task.RequestCompletion("已补充材料。", place.Staff(unit, now));
            if (Later(1, 15))
            {
                task.Approve("", place.Supervisor(now));
            }
        }
    }

    /// <summary>The first that answers for the task; of a group its first member.</summary>
    private static Department Acting(PolicyTask task)
    {
        var unit = task.Answering().OrderBy(part => part.Position).First().Department!;
        return unit.Members.Count == 0 ? unit : unit.Members[0].Member!;
    }

    private bool Later(int fewestDays, int mostDays)
    {
        var then = now.AddDays(random.Next(fewestDays, mostDays + 1)).AddMinutes(random.Next(0, 60));
        if (then > Last)
        {
            return false;
        }

        now = then;
        return true;
    }
}
