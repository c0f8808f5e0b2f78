using PolicyTracker.Tests.Web;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("PolicyTracker.Tests.PortalsFirst", "PolicyTracker.Tests")]

namespace PolicyTracker.Tests;

/// <summary>The tests of a portal stand in line for it, the others run beside them: so the longest lines begin first.</summary>
public sealed class PortalsFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(collection => collection.DisplayName is PortalTests.Name or BusyPortalTests.Name);
}
