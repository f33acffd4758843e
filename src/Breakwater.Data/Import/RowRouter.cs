namespace Breakwater.Data;

/// <summary>Sends each row to the batch of its partition, and each full batch to the store.</summary>
internal sealed class RowRouter(
    IStoreTransaction transaction,
    SeriesTable series,
    Format format,
    ImportOptions options,
    string fileName,
    string kind
)
{
    private const int LargestOpenCount = 256;

    private readonly Dictionary<(string Venue, string Instrument, long Day), Route> _routes = [];
    private readonly List<Route> _order = [];
    private readonly NamesOfField _venues = new();
    private readonly NamesOfField _instruments = new();
    private readonly OtherDayDetector? _otherDay = FileName.Day(fileName) is { } day ? new OtherDayDetector(day) : null;
    private readonly PartitionPeriod _periods = PartitionPeriod.Of(kind);
    private readonly string _instrumentInName = FileName.Instrument(fileName);
    private Route? _last;

    public string Problem { get; private set; } = "";

    /// <returns>False where the row has no place; <see cref="Problem"/> says why.</returns>
    public bool Accept(IRecordReader record, RowParser parser)
    {
        RowPlan plan = parser.Plan;
        string? venue = Name(options.Venue, record, plan.VenueField, _venues, format.Venue, "");
        string? instrument = Name(
            options.Instrument,
            record,
            plan.InstrumentField,
            _instruments,
            format.Instrument,
            _instrumentInName
        );
        if (string.IsNullOrEmpty(venue) || string.IsNullOrEmpty(instrument))
        {
            string missing = string.IsNullOrEmpty(venue) ? "venue" : "instrument";
            Problem =
                $"the {missing} is missing, longer than {NamesOfField.LongestName} bytes, or has control characters";
            return false;
        }

        long day = _periods.StartOf(parser.Row.Times()[0]);
        Route route = RouteTo(venue, instrument, day);
        _otherDay?.Observe(parser.Row, 0);
        route.Add(parser.Row, transaction);
        return true;
    }

    public CommitSummary Commit()
    {
        foreach (Route route in _order)
        {
            route.Flush(transaction);
        }

        if (_otherDay is not null && _last is not null)
        {
            series.Get(_last.Venue, _last.Instrument, kind, format.Schema).Add(_otherDay.Findings());
        }

        return transaction.Commit();
    }

    private Route RouteTo(string venue, string instrument, long day)
    {
        if (
            _last is not null
            && _last.Day == day
            && ReferenceEquals(_last.Venue, venue)
            && ReferenceEquals(_last.Instrument, instrument)
        )
        {
            return _last;
        }

        if (!_routes.TryGetValue((venue, instrument, day), out _last))
        {
            _last = Open(venue, instrument, day);
        }

        return _last;
    }

    private Route Open(string venue, string instrument, long day)
    {
        if (_order.Count == LargestOpenCount)
        {
            _order.ForEach(open => open.Flush(transaction));
            _order.Clear();
            _routes.Clear();
        }

        var date = DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(day));
        SeriesProfile profile = series.Get(venue, instrument, kind, format.Schema);
        var route = new Route(new Partition(venue, instrument, kind, date), day, format.Schema, profile);
        _routes.Add((venue, instrument, day), route);
        _order.Add(route);
        return route;
    }

    private static string? Name(
        string given,
        IRecordReader record,
        int field,
        NamesOfField names,
        string known,
        string inName
    )
    {
        if (given.Length > 0)
        {
            return given;
        }

        if (field < 0)
        {
            return known.Length > 0 ? known : inName;
        }

        return names.Of(record.Field(field));
    }

    private sealed class Route(Partition partition, long day, Schema schema, SeriesProfile profile)
    {
        private readonly RowBatch _batch = new(schema);
        private bool _isOrdered = true;

        public long Day => day;

        public string Venue => partition.Venue;

        public string Instrument => partition.Instrument;

        public void Add(RowBatch row, IStoreTransaction transaction)
        {
            _isOrdered &= profile.Observe(row, 0);
            _batch.Add(row, 0);
            if (_batch.IsFull)
            {
                Flush(transaction);
            }
        }

        public void Flush(IStoreTransaction transaction)
        {
            if (_batch.Count > 0)
            {
                transaction.Append(partition, _batch, _isOrdered);
                _batch.Clear();
            }
        }
    }
}
