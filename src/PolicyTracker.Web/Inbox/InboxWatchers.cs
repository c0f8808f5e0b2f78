using System.Collections.Concurrent;
using System.Threading.Channels;

namespace PolicyTracker.Web.Inbox;

/// <summary>The open pages that wait to hear that an account's messages have changed.</summary>
public sealed class InboxWatchers
{
    private readonly ConcurrentDictionary<Watch, int> accountOf = new();

    public Watch Begin(int accountId)
    {
        var watch = new Watch(this);
        accountOf[watch] = accountId;
        return watch;
    }

    public void Tell(int accountId)
    {
        foreach (var (watch, _) in accountOf.Where(pair => pair.Value == accountId))
        {
            watch.Ring();
        }
    }

    public void TellAll()
    {
        foreach (var watch in accountOf.Keys)
        {
            watch.Ring();
        }
    }

    /// <summary>One page's waiting; rings once for however much has changed since it was last heard.</summary>
    public sealed class Watch(InboxWatchers owner) : IDisposable
    {
        private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public ValueTask<bool> NextAsync(CancellationToken cancellation) => rings.Reader.ReadAsync(cancellation);

        public void Dispose() => owner.accountOf.TryRemove(this, out _);

        internal void Ring() => rings.Writer.TryWrite(true);
    }
}
