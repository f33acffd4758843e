namespace Breakwater.Data;

/// <summary>The profiles of all series that an import meets, in order of appearance.</summary>
internal sealed class SeriesTable
{
    private readonly Dictionary<(string Venue, string Instrument, string Kind), SeriesProfile> _profiles = [];
    private readonly List<(string Venue, string Instrument, string Kind)> _order = [];

    public SeriesProfile Get(string venue, string instrument, string kind, Schema schema)
    {
        if (!_profiles.TryGetValue((venue, instrument, kind), out SeriesProfile? profile))
        {
            profile = new SeriesProfile(schema, instrument);
            _profiles.Add((venue, instrument, kind), profile);
            _order.Add((venue, instrument, kind));
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
