using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Parsing;
using PolicyTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Tests.Browser;

/// <summary>群组: an administrator says once who belongs to it, and each member finds the group's tasks as its own.</summary>
public sealed class GroupMembersTests(PortalFixture portal) : BrowserTest(portal)
{
    [Fact]
    public async Task Members_are_written_once_and_see_the_groups_tasks()
    {
        await using var db = Portal.Db();
        var group = await db.Responsibilities.Where(r => r.Department!.Kind == DepartmentKind.Group).Select(r => r.Department!).OrderBy(d => d.Id).FirstAsync();
        var tasks = await db.Responsibilities.Where(r => r.DepartmentId == group.Id).Select(r => r.TaskId).Distinct().CountAsync();
        var page = await OpenAsync($"/departments/{group.Id}", AccountRole.Administrator);
        await page.GetByLabel("成员单位，一行一个").FillAsync("测试东区人民政府\n测试西区人民政府");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存成员" }).ClickAsync();
        await Expect(page.GetByText("单位名录中没有：测试东区人民政府、测试西区人民政府")).ToBeVisibleAsync();
        await page.GetByLabel("名录中没有的，登记为新单位").CheckAsync();
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存成员" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已保存2个成员单位");
        await page.GetByRole(AriaRole.Link, new() { Name = "测试东区人民政府" }).ClickAsync();
        await page.WaitForURLAsync("**/departments/*");
        await Expect(page.Locator(".figures li").Last).ToContainTextAsync($"{tasks}");

        await db.GroupMembers.Where(member => member.GroupId == group.Id).ExecuteDeleteAsync();
        await db.DepartmentAliases.Where(alias => alias.Name.StartsWith("测试")).ExecuteDeleteAsync();
        await db.Departments.Where(department => department.Name.StartsWith("测试")).ExecuteDeleteAsync();
    }
}
