namespace PolicyTracker.Core.Departments;

/// <summary>A place of GB/T 2260; <see cref="Parent"/> is null for provinces.</summary>
public sealed record Place(string Code, string Name, Place? Parent)
{
    public JurisdictionLevel Level => Code.Length switch
    {
        2 => JurisdictionLevel.Province,
        4 => JurisdictionLevel.City,
        _ => JurisdictionLevel.County,
    };

    /// <summary>Province, city, county, as far as it goes.</summary>
    public IEnumerable<Place> FromTheTop() => Parent is null ? [this] : Parent.FromTheTop().Append(this);
}

/// <summary>Finds the place that an organ's name starts with: 乐山市沙湾区人民政府 → 沙湾区 of 乐山市 of 四川省.</summary>
public static class Gazetteer
{
    private static readonly Lazy<IReadOnlyList<Place>> Places = new(Read);

    private static readonly Lazy<ILookup<string, Place>> ByName = new(() => Places.Value.ToLookup(place => place.Name));

    /// <summary>Null when the name starts with no place, or with one that several share (市中区) and nothing tells which.</summary>
    public static Place? PlaceOf(string organ)
    {
        Place? found = null;
        for (var rest = organ; StartOf(rest, found) is { } place; rest = rest[place.Name.Length..])
        {
            found = place;
        }

        return found;
    }

    private static Place? StartOf(string text, Place? within)
    {
        const int shortest = 2, longest = 16;
        for (var length = Math.Min(longest, text.Length); length >= shortest; length--)
        {
            var named = ByName.Value[text[..length]].Where(place => within is null || IsBelow(place, within)).ToList();
            if (named.Count == 1)
            {
                return named[0];
            }
        }

        return null;
    }

    private static bool IsBelow(Place place, Place above)
    {
        for (var parent = place.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent == above)
            {
                return true;
            }
        }

        return false;
    }

    private static List<Place> Read()
    {
        using var stream = typeof(Gazetteer).Assembly.GetManifestResourceStream("divisions.csv")!;
        using var reader = new StreamReader(stream);
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.StartsWith("code", StringComparison.Ordinal))
            {
                continue;
            }

            var cells = line.Split(',');
            places.Add(cells[0], new Place(cells[0], cells[1], cells[2].Length == 0 ? null : places[cells[2]]));
        }

        return [.. places.Values];
    }
}
