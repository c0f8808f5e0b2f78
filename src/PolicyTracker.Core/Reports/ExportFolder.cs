namespace PolicyTracker.Core.Reports;

/// <summary>Where exports lie until they are fetched; shared by all instances of one portal.</summary>
public sealed class ExportFolder(string folder)
{
    /// <summary>A file that nobody else sees, and that is gone when it is closed.</summary>
    public FileStream Passing() =>
        new(Fresh(), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 81920, FileOptions.DeleteOnClose);

    /// <summary>Writes a job's file: it is there whole or not at all. Returns its size in bytes.</summary>
    public async Task<long> WriteAsync(ExportJob job, Func<Stream, Task> write)
    {
        var passing = Fresh();
        try
        {
            await using (var target = new FileStream(passing, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 81920))
            {
                await write(target);
            }

            File.Move(passing, PathOf(job.Id, job.Format), overwrite: true);
            return new FileInfo(PathOf(job.Id, job.Format)).Length;
        }
        finally
        {
            File.Delete(passing);
        }
    }

    /// <summary>Null when it is no longer there.</summary>
    public Stream? Open(ExportJob job) => File.Exists(PathOf(job.Id, job.Format)) ? File.OpenRead(PathOf(job.Id, job.Format)) : null;

    public void Delete(ExportJob job) => File.Delete(PathOf(job.Id, job.Format));

    /// <summary>Removes what was being written when its instance died.</summary>
    public void DeletePassing(TimeSpan olderThan)
    {
        foreach (var left in new DirectoryInfo(Ready()).GetFiles("*.part").Where(file => DateTime.UtcNow - file.LastWriteTimeUtc > olderThan))
        {
            left.Delete();
        }
    }

    private string Fresh() => Path.Combine(Ready(), $"{Guid.NewGuid():N}.part");

    private string PathOf(long job, ExportFormat format) => Path.Combine(folder, job + format.Ending());

    private string Ready() => Directory.CreateDirectory(folder).FullName;
}
