using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>What each listing of a market looked like, step by step.</summary>
public sealed class MarketSeries
{
    private readonly int[] _firstOfVenue;

    // By kind; null where it is not recorded.
    private readonly double[]?[] _columns;
    private readonly int _capacity;

    /// <param name="listings">How many each venue has.</param>
    /// <param name="capacity">Steps of the run.</param>
    /// <param name="recordsDepth">Whether depth beyond the top of a book is recorded.</param>
    public MarketSeries(Timestamp start, Duration step, IReadOnlyList<int> listings, int capacity, bool recordsDepth)
    {
        (Start, Step, _capacity, RecordsDepth) = (start, step, capacity, recordsDepth);
        _firstOfVenue = new int[listings.Count];
        int sum = 0;
        for (int venue = 0; venue < listings.Count; venue++)
        {
            _firstOfVenue[venue] = sum;
            sum += listings[venue];
        }

        SeriesKind[] kinds = Enum.GetValues<SeriesKind>();
        _columns = new double[kinds.Length][];
        IEnumerable<SeriesKind> ofBands = Bands.SelectMany(band => (SeriesKind[])[band.Bids, band.Asks]);
        foreach (SeriesKind kind in recordsDepth ? kinds : kinds.Except(ofBands))
        {
            _columns[(int)kind] = new double[sum * capacity];
        }
    }

    /// <summary>What depth beyond the top of a book is recorded as, from the nearest distance to the farthest.</summary>
    internal static IReadOnlyList<(SeriesKind Bids, SeriesKind Asks)> Bands { get; } =
    [
        (SeriesKind.BidsWithinTenth, SeriesKind.AsksWithinTenth),
        (SeriesKind.BidsWithinQuarter, SeriesKind.AsksWithinQuarter),
        (SeriesKind.BidsWithinHalf, SeriesKind.AsksWithinHalf),
        (SeriesKind.BidDepth, SeriesKind.AskDepth),
    ];

    /// <summary>Of the first sample.</summary>
    public Timestamp Start { get; }

    public Duration Step { get; }

    public bool RecordsDepth { get; }

    /// <summary>Samples taken.</summary>
    public int Count { get; internal set; }

    public Timestamp TimeOf(int sample) => Start + Step * sample;

    /// <exception cref="InvalidOperationException">The kind is not recorded.</exception>
    public ReadOnlySpan<double> this[SeriesKind kind, int venue, int instrument] =>
        Column(kind).AsSpan((_firstOfVenue[venue] + instrument) * _capacity, Count);

    /// <param name="listing">Among those of all venues.</param>
    internal void Set(SeriesKind kind, int listing, double value) => Column(kind)[listing * _capacity + Count] = value;

    private double[] Column(SeriesKind kind) =>
        _columns[(int)kind] ?? throw new InvalidOperationException($"{kind} is not recorded.");
}
