using DocumentFormat.OpenXml.Wordprocessing;
using FluentValidation;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Bulletins;
using PolicyTracker.Core.Reports;
using PolicyTracker.Core.Reports.Papers;
using PolicyTracker.Parsing;
using PolicyTracker.Tests.Core.Reports;
using PolicyTracker.Tests.Core.Tasks;
using static PolicyTracker.Tests.Core.Bulletins.BulletinPerformer;

namespace PolicyTracker.Tests.Core.Bulletins;

/// <summary>What stands in a bulletin, and that nothing typed is lost.</summary>
public sealed class BulletinWritingTests(LifeFixture life) : IClassFixture<LifeFixture>
{
    [Fact]
    public async Task Numbers_follow_each_other_are_corrected_and_never_taken_twice()
    {
        var leader = await life.PersonAsync(AccountRole.Leader);
        var first = (await life.FindBulletinAsync(await life.DraftBulletinAsync()))!;
        var second = await life.DraftBulletinAsync();
        Assert.Equal(first.Content.Number + 1, (await life.FindBulletinAsync(second))!.Content.Number);
        var taken = await Assert.ThrowsAsync<ValidationException>(() => life.Bulletins().ReviseAsync(life.Supervisor, second, Written("文字", first.Content.Number)));
        Assert.Equal(nameof(BulletinForm.Number), Assert.Single(taken.Errors).PropertyName);
        // A draft that was given up frees its number, what was issued keeps it.
        await life.DoAsync(BulletinAct.Withdraw, life.Supervisor, first.Id);
        await life.Bulletins().ReviseAsync(life.Supervisor, second, Written("文字", first.Content.Number));
        foreach (var (act, by) in new[] { (BulletinAct.Submit, life.Supervisor), (BulletinAct.Approve, leader), (BulletinAct.Issue, life.Supervisor), (BulletinAct.Withdraw, life.Supervisor) })
        {
            await life.DoAsync(act, by, second);
        }

        var third = await life.DraftBulletinAsync();
        await Assert.ThrowsAsync<ValidationException>(() => life.Bulletins().ReviseAsync(life.Supervisor, third, Written("文字", first.Content.Number)));
    }

    [Fact]
    public async Task Second_person_to_save_is_told_and_replaced_words_stay_in_the_history()
    {
        var id = await life.DraftBulletinAsync();
        var seen = (await life.FindBulletinAsync(id))!;
        await life.Bulletins().ReviseAsync(life.Supervisor, id, Written("甲写的", seen.Content.Number, seen.Version));
        await Assert.ThrowsAsync<StaleException>(() => life.Bulletins().ReviseAsync(life.Supervisor, id, Written("乙写的", seen.Content.Number, seen.Version)));
        var now = (await life.FindBulletinAsync(id))!;
        Assert.Equal(("甲写的", seen.Content), (now.Content.Text.Overview, now.History[0].Replaced));
        // Saved without a change is no act.
        await life.Bulletins().ReviseAsync(life.Supervisor, id, Written("甲写的", now.Content.Number));
        Assert.Equal(2, (await life.FindBulletinAsync(id))!.History.Count);
    }

    [Fact]
    public async Task Recount_shows_what_would_change_and_replaces_only_the_words_that_it_is_told_to()
    {
        var id = await life.DraftBulletinAsync();
        var drafted = (await life.FindBulletinAsync(id))!;
        await life.Bulletins().ReviseAsync(life.Supervisor, id, new BulletinForm
        {
            Number = drafted.Content.Number,
            Title = drafted.Content.Title,
            Issuer = drafted.Content.Issuer,
            Overview = "自己写的总体情况",
            Problems = drafted.Content.Text.Problems,
            NextSteps = drafted.Content.Text.NextSteps,
        });
        await life.AssignedAsync();
        var anew = await life.Bulletins().RecountedAsync(life.Supervisor, id);
        Assert.Contains(anew.Changes, change => change == new BulletinChange("新交办", $"{drafted.Figures.Assigned}项", $"{drafted.Figures.Assigned + 1}项"));
        Assert.Contains(anew.Changes, change => change.Label == "市水务局");
        Assert.Equal((false, true), (anew.Text.Overview == anew.ProposedBefore.Overview, anew.Text.Problems == anew.ProposedBefore.Problems));
        // Looking changes nothing.
        Assert.Equivalent(drafted.Figures, (await life.FindBulletinAsync(id))!.Figures);

        await life.Bulletins().RecountAsync(life.Supervisor, id, new RecountForm { From = drafted.Period.From, Until = drafted.Period.Until, ReplaceProblems = true, Version = anew.Version });
        var kept = (await life.FindBulletinAsync(id))!;
        Assert.Equal((drafted.Figures.Assigned + 1, "自己写的总体情况"), (kept.Figures.Assigned, kept.Content.Text.Overview));
        await life.Bulletins().RecountAsync(life.Supervisor, id, new RecountForm { From = drafted.Period.From, Until = drafted.Period.Until, ReplaceOverview = true });
        var replaced = (await life.FindBulletinAsync(id))!;
        Assert.Equal((anew.Proposed.Overview, "自己写的总体情况"), (replaced.Content.Text.Overview, replaced.History[0].Replaced!.Text.Overview));
    }

    [Fact]
    public async Task What_was_issued_says_the_same_whatever_happens_to_the_tasks()
    {
        var id = await life.BulletinAsync(BulletinState.Issued, await life.PersonAsync(AccountRole.Leader));
        var before = (await life.FindBulletinAsync(id))!;
        await life.AssignedAsync();
        life.Clock.Forward(1);
        var after = (await life.FindBulletinAsync(id))!;
        Assert.Equal((before.Content, before.IssuedOn), (after.Content, after.IssuedOn));
        Assert.Equivalent(before.Figures, after.Figures);
    }

    [Fact]
    public async Task Paper_is_set_by_the_standard_with_its_tables_as_annexes()
    {
        var late = await life.DraftAsync(life.Today.AddDays(1));
        await life.Actions.AssignAsync(life.Supervisor, late, new() { Responsibilities = [LifeFixture.Unit(life.Lead, Role.Lead)] });
        life.Clock.Forward(4);
        var leader = await life.PersonAsync(AccountRole.Leader);
        var id = await life.DraftBulletinAsync();
        await life.Bulletins().ReviseAsync(life.Supervisor, id, Written("（一）进展较快的工作\n管网改造进展较快。", 77));
        Assert.Contains("〔2031〕第77期（草稿）", PaperReading.Words(await PaperAsync(life.Supervisor, id)));
        foreach (var (act, by) in new[] { (BulletinAct.Submit, life.Supervisor), (BulletinAct.Approve, leader), (BulletinAct.Issue, life.Supervisor) })
        {
            await life.DoAsync(act, by, id);
        }

        var file = await PaperAsync(await life.StaffAsync(life.Lead), id);
        Assert.Equal("测试市督查通报2031年第77期.docx", file.FileName);
        var words = PaperReading.Words(file);
        Assert.Equal(["督　查　通　报", "〔2031〕第77期", "督查通报", "一、总体情况", "（一）进展较快的工作", "管网改造进展较快。", "二、存在问题"], words.Take(7));
        Assert.Equal(["测试市督查室", LedgerTable.Date(life.Today), "附件1", "各单位任务办理情况表"], words.SkipWhile(line => line != "测试市督查室").Take(4));
        Assert.Equal(["完成老旧管网改造", "市水务局", LedgerTable.Date(life.Today.AddDays(-3)), "3"], words.SkipWhile(line => line != "逾期天数").Skip(2).Take(4));
        using var paper = PaperReading.Open(file);
        var styles = paper.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!, style => style.StyleRunProperties!.RunFonts!.EastAsia!.Value);
        string? FontOf(string line) => styles[paper.MainDocumentPart.Document.Descendants<Paragraph>().First(one => one.InnerText == line).ParagraphProperties!.ParagraphStyleId!.Val!.Value!];
        Assert.Equal(
            ["方正小标宋简体", "黑体", "楷体", "仿宋"],
            new[] { "督查通报", "一、总体情况", "（一）进展较快的工作", "管网改造进展较快。" }.Select(FontOf));
        await Assert.ThrowsAsync<NotFoundException>(async () => await PaperAsync(await life.StaffAsync(life.Lead), await life.DraftBulletinAsync()));
    }

    private Task<PaperFile> PaperAsync(Actor actor, int id) => life.Get<BulletinPapers>().WriteAsync(actor, id);
}
