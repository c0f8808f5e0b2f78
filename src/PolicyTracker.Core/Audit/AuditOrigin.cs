namespace PolicyTracker.Core.Audit;

/// <summary>
/// Where the work at hand comes from: a request from an address, or a shell. Ambient, so that no act can forget to hand it on.
/// A refusal for lack of rights is collected here, because the place that refuses has nothing that it could save it with.
/// </summary>
/// <param name="who">Asked when an entry is written: a request is known before the person behind it is.</param>
public sealed class AuditOrigin(string? address, Func<AuditPerson> who)
{
    private static readonly AsyncLocal<AuditOrigin?> Ambient = new();
    private readonly List<AuditDraft> refusals = [];

    /// <summary>Null within the portal itself.</summary>
    public static AuditOrigin? Current => Ambient.Value;

    public string? Address => address;

    public AuditPerson Who => who();

    /// <summary>Makes it that of all that is called from here on.</summary>
    public static AuditOrigin Begin(string? address, Func<AuditPerson> who) => Ambient.Value = new AuditOrigin(address, who);

    public void Refuse(AuditDraft refusal)
    {
        lock (refusals)
        {
            refusals.Add(refusal);
        }
    }

    /// <summary>What was refused since the last call.</summary>
    public IReadOnlyList<AuditDraft> TakeRefusals()
    {
        lock (refusals)
        {
            AuditDraft[] taken = [.. refusals];
            refusals.Clear();
            return taken;
        }
    }
}
