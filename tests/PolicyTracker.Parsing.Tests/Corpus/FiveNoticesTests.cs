namespace PolicyTracker.Parsing.Tests.Corpus;

/// <summary>The bars of issue 3 on the five notices that were read by hand.</summary>
public sealed class FiveNoticesTests
{
    private static readonly Lazy<Score> Whole = new(() =>
    {
        var score = new Score();
        foreach (var name in CorpusFiles.Names) score.Add(CorpusFiles.Gold(name), CorpusFiles.Read(name));
        return score;
    });

    [Fact]
    public void All_five_are_there() => Assert.Equal(5, CorpusFiles.Names.Count);

    [Fact]
    public void Assigned_tasks_are_found_and_none_invented()
    {
        Assert.True(Whole.Value.Assigned.Recall >= 0.99, $"recall {Whole.Value.Assigned.Recall}");
        Assert.True(Whole.Value.Assigned.Precision >= 0.99, $"precision {Whole.Value.Assigned.Precision}");
    }

    [Fact]
    public void Untagged_items_are_found() => Assert.True(Whole.Value.Unassigned.F1 >= 0.93, $"F1 {Whole.Value.Unassigned.F1}");

    [Fact]
    public void Names_with_their_roles_are_right() => Assert.True(Whole.Value.NameAndRole.F1 >= 0.99, $"F1 {Whole.Value.NameAndRole.F1}");

    [Fact]
    public void Deadlines_are_right() => Assert.True(Whole.Value.Deadlines.F1 >= 0.99, $"F1 {Whole.Value.Deadlines.F1}");

    [Fact]
    public void Milestones_are_right() => Assert.True(Whole.Value.Milestones.F1 >= 0.95, $"F1 {Whole.Value.Milestones.F1}");

    [Fact]
    public void Tasks_stand_under_their_headings() => Assert.True(Whole.Value.Paths.F1 >= 0.97, $"F1 {Whole.Value.Paths.F1}");

    [Fact]
    public void Every_printed_field_of_the_documents_is_right() => Assert.Equal(1.0, Whole.Value.Fields.F1);
}
