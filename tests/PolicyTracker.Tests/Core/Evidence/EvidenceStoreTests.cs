using System.Text;
using PolicyTracker.Core;
using PolicyTracker.Core.Evidence;

namespace PolicyTracker.Tests.Core.Evidence;

public sealed class EvidenceStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("policytracker-evidence-").FullName;

    private EvidenceStore Store => new(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Content_lies_once_under_its_hash_whatever_its_names()
    {
        var first = await SaveAsync("验收表.txt", "合格");
        var second = await SaveAsync("C:\\桌面\\副本.txt", "合格");
        Assert.Equal((first.Sha256, "副本.txt"), (second.Sha256, second.Name));
        Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        using var reader = new StreamReader(Store.Open(first.Sha256));
        Assert.Equal("合格", await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData("脚本.html", "<script>", "只收 PDF")]
    [InlineData("程序.exe", "MZ", "只收 PDF")]
    [InlineData("无扩展名", "x", "只收 PDF")]
    [InlineData("假的.pdf", "<html>", "与它的扩展名不符")]
    [InlineData("假的.txt", "a\0b", "与它的扩展名不符")]
    [InlineData("空白.txt", "", "空文件")]
    public async Task What_is_no_evidence_is_refused_and_leaves_nothing(string name, string content, string why)
    {
        var refused = await Assert.ThrowsAsync<RuleException>(() => SaveAsync(name, content));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Too_large_a_file_is_refused_and_leaves_nothing()
    {
        var refused = await Assert.ThrowsAsync<RuleException>(() =>
            Store.SaveAsync(new NewEvidence("大.txt", new MemoryStream(Encoding.ASCII.GetBytes(new string('a', (int)EvidenceStore.MostBytes + 1)))), CancellationToken.None));
        Assert.Contains("超过50MB", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    private Task<StoredEvidence> SaveAsync(string name, string content) =>
        Store.SaveAsync(new NewEvidence(name, new MemoryStream(Encoding.UTF8.GetBytes(content))), CancellationToken.None);
}
