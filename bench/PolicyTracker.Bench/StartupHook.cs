using System.Diagnostics.Metrics;
using System.Globalization;

/// <summary>
/// Within the portal's process (DOTNET_STARTUP_HOOKS wants this name, without a namespace): answers each line of standard input with the
/// circuits that are alive and that there ever were, and with the bytes of the heap after a full collection and of the process.
/// </summary>
internal static class StartupHook
{
    private static long alive;
    private static long ever;

    public static void Initialize()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "aspnetcore.components.circuit.active")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, change, _, _) =>
        {
            Interlocked.Add(ref alive, change);
            Interlocked.Add(ref ever, Math.Max(change, 0));
        });
        listener.Start();
        new Thread(Answer) { IsBackground = true }.Start();
    }

    private static void Answer()
    {
        while (Console.ReadLine() is not null)
        {
            // Twice: what the first finds to be finalized is only then free.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"held: {Interlocked.Read(ref alive)} {Interlocked.Read(ref ever)} {GC.GetTotalMemory(false)} {Environment.WorkingSet}"));
        }
    }
}
