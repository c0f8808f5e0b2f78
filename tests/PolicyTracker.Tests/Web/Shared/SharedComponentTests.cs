using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Tasks;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Tests.Web.Shared;

public sealed class SharedComponentTests
{
    [Fact]
    public async Task Pager_keeps_the_rest_of_the_address()
    {
        var markup = await RenderAsync<Pager>("tasks?department=9&page=2", new() { ["Page"] = 2, ["PageSize"] = 20, ["Total"] = 61 });
        Assert.Contains("第 2 / 4 页", markup, StringComparison.Ordinal);
        Assert.Contains("department=9&amp;page=3", markup, StringComparison.Ordinal);
        Assert.Contains("department=9\"", markup, StringComparison.Ordinal); // the first page needs no number
    }

    [Theory]
    [InlineData(null, "sort=due", null)]
    [InlineData("due", "sort=-due", "ascending")]
    [InlineData("-due", "sort=due", "descending")]
    public async Task Head_of_a_column_turns_the_order_round(string? now, string next, string? announced)
    {
        var markup = await RenderAsync<SortHeader>($"tasks?sort={now}&page=4", new()
        {
            ["Key"] = "due",
            ["Sort"] = now,
            ["ChildContent"] = (RenderFragment)(builder => builder.AddContent(0, "时限")),
        });
        Assert.Contains(next, markup, StringComparison.Ordinal);
        Assert.DoesNotContain("page=4", markup, StringComparison.Ordinal);
        Assert.Equal(announced is not null, markup.Contains($"aria-sort=\"{announced}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TimeLight.Red, "逾期", 3, "■", "逾期3天")]
    [InlineData(TimeLight.Yellow, "临期", 0, "▲", "今天到期")]
    [InlineData(TimeLight.Green, "正常", 90, "●", "正常")]
    [InlineData(TimeLight.Grey, "已办结", null, "✓", "已办结")]
    [InlineData(TimeLight.Grey, "长期", null, "○", "长期")]
    public async Task Light_has_a_shape_and_a_word(TimeLight light, string word, int? days, string shape, string words)
    {
        var markup = await RenderAsync<LightBadge>("", new() { ["Light"] = new LightSignal(light, word, days, "因为") });
        Assert.Contains(shape, markup, StringComparison.Ordinal);
        Assert.Contains(words, markup, StringComparison.Ordinal);
        Assert.Contains("因为", markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, "2031年2月10日(剩40天)")]
    [InlineData(0, "2031年1月1日(今天到期)")]
    [InlineData(-3, "2030年12月29日(逾期3天)")]
    public void Date_says_how_many_days_are_left(int days, string words)
    {
        var today = new DateOnly(2031, 1, 1);
        Assert.Equal(words, today.AddDays(days).ChineseWithRemaining(today));
    }

    [Fact]
    public void Moment_is_told_by_the_clock_of_the_office() =>
        Assert.Equal("2031年1月2日 07:30", new DateTimeOffset(2031, 1, 1, 23, 30, 0, TimeSpan.Zero).Chinese());

    private static async Task<string> RenderAsync<T>(string address, Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<NavigationManager>(new At(address))
            .AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All))
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<Microsoft.Extensions.Logging.ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    private sealed class At : NavigationManager
    {
        public At(string address) => Initialize("http://portal.test/", $"http://portal.test/{address}");
    }
}
