namespace Breakwater.Data;

/// <summary>The profiles of all series that an import meets, in order of appearance.</summary>
internal sealed class SeriesTable
{
    private readonly Dictionary<(string Venue, string Instrument, string Kind), SeriesProfile> _profiles = [];
    private readonly List<(string Venue, string Instrument, string Kind)> _order = [];
    private readonly Dictionary<(string Venue, string Instrument, string Kind), SeriesProfile?> _before = [];

    /// <summary>What is observed from here on is of one file.</summary>
    public void BeginFile() => _before.Clear();

    /// <summary>Nothing of the file was stored: forgets what was observed of it.</summary>
    public void ForgetFile()
    {
        foreach ((var key, SeriesProfile? profile) in _before)
        {
            if (profile is not null)
            {
                _profiles[key] = profile;
            }
            else
            {
                _profiles.Remove(key);
                _order.Remove(key);
            }
        }

        _before.Clear();
    }

    public SeriesProfile Get(string venue, string instrument, string kind, Schema schema)
    {
        (string, string, string) key = (venue, instrument, kind);
        SeriesProfile? profile = _profiles.GetValueOrDefault(key);
        if (!_before.ContainsKey(key))
        {
            _before.Add(key, profile?.Copy());
        }

        if (profile is null)
        {
            profile = new SeriesProfile(schema, instrument);
            _profiles.Add(key, profile);
            _order.Add(key);
        }

        return profile;
    }

    public IReadOnlyList<SeriesSummary> Summaries() => [.. _order.Select(key => Summarise(key, _profiles[key]))];

    private static SeriesSummary Summarise((string Venue, string Instrument, string Kind) key, SeriesProfile profile) =>
        new(
            key.Venue,
            key.Instrument,
            key.Kind,
            profile.Rows,
            At(profile.First),
            At(profile.Last),
            profile.Order.Gaps,
            [.. profile.Order.LongestGaps.Select(gap => new Gap(At(gap.From), At(gap.To)))],
            profile.Duplicates,
            profile.Order.OutOfOrder,
            [.. profile.Suspicions]
        );

    private static DateTime At(long microseconds) => DateTime.UnixEpoch.AddMicroseconds(microseconds);
}
