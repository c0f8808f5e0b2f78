using PolicyTracker.Core;
using PolicyTracker.Core.Import.Desk;
using PolicyTracker.Parsing;

namespace PolicyTracker.Tests.Core.Import.Desk;

/// <summary>更正: every kind of correction, its undo, and two people at one draft.</summary>
public sealed class CorrectionsTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    [Theory]
    [InlineData(DraftField.Title, "关于供水的通知")]
    [InlineData(DraftField.DocNumber, "大市政办发〔2031〕9号")]
    [InlineData(DraftField.Issuer, "昆明市人民政府")]
    [InlineData(DraftField.Addressees, "各有关部门")]
    [InlineData(DraftField.IssuedOn, "2031-03-05")]
    [InlineData(DraftField.PublishedOn, "2031-03-06")]
    public async Task Field_of_the_document_is_set_and_undone(DraftField field, string value)
    {
        var session = await desk.OpenAsync(Notices.Plan($"字段{field}"));
        var before = Value(session, field);
        await StepAsync(session, new SetField(Document(session).Key, field, value));
        Assert.Equal(value, Value(session, field));
        Assert.Equal(value, Value(await desk.OpenAsync(session.Id), field));
        await session.UndoAsync(desk.Administrator);
        Assert.Equal(before, Value(session, field));
        await session.RedoAsync(desk.Administrator);
        Assert.Equal(value, Value(session, field));
    }

    [Fact]
    public async Task Issuer_gives_the_jurisdiction_unless_it_is_chosen_by_hand()
    {
        var session = await desk.OpenAsync(Notices.Plan("辖区"));
        var document = Document(session);
        await StepAsync(session, new SetField(document.Key, DraftField.Issuer, "昆明市人民政府"));
        Assert.Contains("昆明市", session.Standing[Document(session)].Place.Words, StringComparison.Ordinal);
        Assert.Contains(session.Doubts, doubt => doubt.Kind == DoubtKind.Place);
        await StepAsync(session, new PlaceDocument(document.Key, 1));
        Assert.Equal(1, session.Standing[Document(session)].Place.Id);
        Assert.DoesNotContain(session.Doubts, doubt => doubt.Kind == DoubtKind.Place);
    }

    [Fact]
    public async Task Task_is_cut_in_two_at_a_place_in_its_text()
    {
        var session = await desk.OpenAsync(Notices.Plan("拆分"));
        var task = First(session);
        var at = TaskCutting.OffsetOf(session.Lines, task, task.FirstLine, session.Lines[task.FirstLine - 1].IndexOf("消除", StringComparison.Ordinal) + 1);
        await StepAsync(session, TaskCutting.Split(session.Lines, task, at!.Value));
        var (head, tail) = (Document(session).Tasks[0], Document(session).Tasks[1]);
        Assert.EndsWith("改造,", head.Text, StringComparison.Ordinal);
        Assert.StartsWith("消除爆管隐患", tail.Text, StringComparison.Ordinal);
        Assert.Equal(["市水务局", "市财政局"], head.Units.Select(unit => unit.Name));
        Assert.Equal(["市水务局", "市财政局"], tail.Units.Select(unit => unit.Name));
        Assert.Equal(4, session.Notice.Tasks.Count());
        Assert.Equal(session.Notice.Tasks.SelectMany(t => t.Units).Count(), session.Notice.Tasks.SelectMany(t => t.Units).Select(unit => unit.Key).Distinct().Count());
    }

    [Fact]
    public async Task Task_takes_up_the_next()
    {
        var session = await desk.OpenAsync(Notices.Plan("合并"));
        await StepAsync(session, new MergeWithNext(First(session).Key));
        var merged = First(session);
        Assert.Equal(2, session.Notice.Tasks.Count());
        Assert.Equal(["市水务局", "市财政局", "市卫生健康局"], merged.Units.Select(unit => unit.Name));
        Assert.Contains("水质监测", merged.Text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => StepAsync(session, new MergeWithNext(Document(session).Tasks[^1].Key)));
    }

    [Fact]
    public async Task Bounds_move_within_the_document()
    {
        var session = await desk.OpenAsync(Notices.Plan("移动"));
        var task = First(session);
        await StepAsync(session, TaskCutting.Move(session.Lines, task, task.FirstLine, task.LastLine + 1));
        Assert.Equal(task.LastLine + 1, session.Notice.Task(task.Key).LastLine);
        Assert.Contains("水质监测", session.Notice.Task(task.Key).Text, StringComparison.Ordinal);
        Assert.Equal(task.Title, session.Notice.Task(task.Key).Title);
        await Assert.ThrowsAsync<RuleException>(() => StepAsync(session, new SetWords(task.Key, "x", "x", task.FirstLine, 99)));
    }

    [Fact]
    public async Task Passage_becomes_a_task_with_what_it_prints_and_a_task_is_said_to_be_none()
    {
        var session = await desk.OpenAsync(Notices.Plan("新增"));
        var task = First(session);
        await StepAsync(session, new RemoveTask(task.Key));
        Assert.Equal(2, session.Notice.Tasks.Count());
        await StepAsync(session, TaskCutting.Add(session.Lines, Document(session), task.FirstLine, task.LastLine));
        var again = First(session);
        Assert.Equal(["市水务局", "市财政局"], again.Units.Select(unit => unit.Name));
        Assert.Equal(new DateOnly(2031, 10, 31), again.Deadline!.End);
        Assert.Throws<RuleException>(() => TaskCutting.Add(session.Lines, Document(session), 90, 91));
    }

    [Fact]
    public async Task Units_roles_leaders_and_deadline_are_put_right()
    {
        var session = await desk.OpenAsync(Notices.Plan("单位"));
        var task = First(session);
        await StepAsync(session, new SetUnits(task.Key, [task.Units[0] with { Role = Role.Lead }, new DraftUnit(0, "市审计局", Role.Support)]));
        await StepAsync(session, new SetLeaders(task.Key, ["张三"]));
        await StepAsync(session, new SetDeadline(task.Key, new DraftDeadline("2031年底", DeadlineKind.By, null, new DateOnly(2031, 12, 31))));
        var now = session.Notice.Task(task.Key);
        Assert.Equal([(Role.Lead, "市水务局"), (Role.Support, "市审计局")], now.Units.Select(unit => (unit.Role, unit.Name)));
        Assert.Equal((task.Units[0].Key, "张三", new DateOnly(2031, 12, 31)), (now.Units[0].Key, now.Leaders[0], now.Deadline!.End!.Value));
        await Assert.ThrowsAsync<RuleException>(() => StepAsync(session, new SetUnits(task.Key, [new(0, "市审计局", Role.Lead), new(0, "市审计局", Role.Support)])));
        await StepAsync(session, new SetDeadline(task.Key, null));
        Assert.Null(session.Notice.Task(task.Key).Deadline);
    }

    [Fact]
    public async Task Doubt_is_gone_when_it_is_accepted_or_what_it_asks_about_is_put_right()
    {
        var session = await desk.OpenAsync(Notices.Plan("疑点").Replace("市水务局、", "市水务居、", StringComparison.Ordinal));
        var name = session.Doubts.First(doubt => doubt.Kind == DoubtKind.Name);
        Assert.Equal("市水务居", name.Name);
        var count = session.Doubts.Count;
        await session.StepAsync(desk.Administrator, "接受", [], [name.Key]);
        Assert.Equal(count - 1, session.Doubts.Count);
        await session.UndoAsync(desk.Administrator);
        Assert.Equal(count, session.Doubts.Count);
        await StepAsync(session, new DecideName(name.Document, name.Name!, new NameChoice(NameFate.New)));
        Assert.Equal(count - 1, session.Doubts.Count);
        await session.UndoAsync(desk.Administrator);
        await StepAsync(session, new RemoveTask(name.Task!.Value));
        Assert.DoesNotContain(session.Doubts, doubt => doubt.Name == "市水务居");
    }

    [Fact]
    public async Task New_step_makes_undone_ones_unreachable()
    {
        var session = await desk.OpenAsync(Notices.Plan("重做"));
        await StepAsync(session, new RemoveTask(First(session).Key));
        await session.UndoAsync(desk.Administrator);
        Assert.True(session.CanRedo);
        await StepAsync(session, new SetLeaders(First(session).Key, ["李四"]));
        Assert.False(session.CanRedo);
        await Assert.ThrowsAsync<RuleException>(() => session.RedoAsync(desk.Administrator));
        Assert.Equal(3, session.Notice.Tasks.Count());
    }

    [Fact]
    public async Task Second_of_two_administrators_is_told_and_can_save_again_upon_the_other()
    {
        var first = await desk.OpenAsync(Notices.Plan("两人"));
        var second = await desk.OpenAsync(first.Id, desk.Colleague);
        Assert.Equal("管理员甲", second.Other);
        await StepAsync(first, new SetLeaders(First(first).Key, ["张三"]));
        var mine = new SetField(Document(second).Key, DraftField.Title, "第二人的标题");
        var stale = await Assert.ThrowsAsync<StaleException>(() => second.StepAsync(desk.Colleague, "改标题", [mine]));
        Assert.Contains("管理员甲", stale.Message, StringComparison.Ordinal);
        await second.ReloadAsync(desk.Colleague);
        await second.StepAsync(desk.Colleague, "改标题", [mine]);
        Assert.Equal(("第二人的标题", "张三"), (Document(second).Title, First(second).Leaders[0]));
    }

    [Fact]
    public async Task Opening_a_draft_makes_nobodys_edit_stale()
    {
        var first = await desk.OpenAsync(Notices.Plan("打开"));
        await desk.OpenAsync(first.Id, desk.Colleague);
        await StepAsync(first, new SetLeaders(First(first).Key, ["张三"]));
    }

    private Task StepAsync(DraftSession session, DraftEdit edit) => session.StepAsync(desk.Administrator, "更正", [edit]);

    private static DraftDocument Document(DraftSession session) => session.Notice.Documents[0];

    private static DraftTask First(DraftSession session) => Document(session).Tasks[0];

    private static string? Value(DraftSession session, DraftField field) => field switch
    {
        DraftField.Title => Document(session).Title,
        DraftField.DocNumber => Document(session).DocNumber,
        DraftField.Issuer => Document(session).Issuer,
        DraftField.Addressees => Document(session).Addressees,
        DraftField.IssuedOn => Document(session).IssuedOn?.ToString("yyyy-MM-dd", null),
        DraftField.PublishedOn => Document(session).PublishedOn?.ToString("yyyy-MM-dd", null),
    };
}
