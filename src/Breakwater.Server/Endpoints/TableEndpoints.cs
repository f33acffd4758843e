using Breakwater.Lab;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Breakwater.Server;

/// <summary>What a finished run recorded: series, down-sampled or page by page, and flows by minute.</summary>
internal static class TableEndpoints
{
    private const int UsualPoints = 600;
    private const int UsualPage = 1000;

    private const string SampledHeader =
        "time_utc,venue,coin,open,low,high,close,mark,spread,top_depth,bid_depth,ask_depth,open_interest";
    private const string RowHeader = "time_utc,middle,mark,spread,top_depth,bid_depth,ask_depth,open_interest";
    private const string FlowHeader = "minute_utc,venue,coin,side,kind,notional,events";

    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder run = api.MapGroup("/runs/{id}").WithTags("tables").KeepAnswers();
        run.MapGet("/series", Sampled)
            .Produces<IReadOnlyList<SampledSeries>>()
            .WithSummary("Prices and books of a coin, in fewer points");
        run.MapGet("/series/rows", Rows)
            .Produces<TablePage<SeriesPoint>>()
            .WithSummary("The same of one venue, row by row");
        run.MapGet("/flows", Flows).Produces<TablePage<RecordedFlow>>().WithSummary("What was forced, by minute");
    }

    private static IResult Sampled(
        string id,
        RunCatalogue catalogue,
        SeriesShelf shelf,
        ServerLimits limits,
        string coin,
        string? venue,
        string? from,
        string? to,
        string? format,
        int points = UsualPoints
    )
    {
        Limited.Within("points", points, 1, limits.Points);
        StretchOfTime stretch = StretchOfTime.Of(from, to);
        SampledSeries[] sampled =
        [
            .. SeriesOf(id, catalogue, shelf, coin, venue)
                .Select(series => SampledSeries.Of(series, stretch.From, stretch.To, points)),
        ];
        return CsvAnswer.IsAskedFor(format)
            ? CsvAnswer.Of(SampledHeader, sampled.SelectMany(CellsOf))
            : TypedResults.Ok(sampled);
    }

    private static IResult Rows(
        string id,
        RunCatalogue catalogue,
        SeriesShelf shelf,
        ServerLimits limits,
        string coin,
        string venue,
        string? from,
        string? to,
        string? format,
        int offset = 0,
        int limit = UsualPage
    )
    {
        Limited.Within("offset", offset, 0, int.MaxValue);
        Limited.Within("limit", limit, 1, limits.Points);
        StretchOfTime stretch = StretchOfTime.Of(from, to);
        ListingSeries series = SeriesOf(id, catalogue, shelf, coin, venue)[0];
        (int first, int end) = (series.RowAt(stretch.From), series.RowAt(stretch.To + 1));
        var rows = new SeriesPoints(series, first, end - first);
        var page = TablePage.Of(rows, offset, limit);
        return CsvAnswer.IsAskedFor(format)
            ? CsvAnswer.Of(RowHeader, page.Page.Select(CellsOf))
            : TypedResults.Ok(page);
    }

    private static IResult Flows(
        string id,
        RunCatalogue catalogue,
        ServerLimits limits,
        string? venue,
        string? coin,
        string? side,
        string? from,
        string? to,
        string? format,
        int offset = 0,
        int limit = UsualPage
    )
    {
        Limited.Within("offset", offset, 0, int.MaxValue);
        Limited.Within("limit", limit, 1, limits.Points);
        StretchOfTime stretch = StretchOfTime.Of(from, to);
        string folder = catalogue.FinishedFolderOf(id);
        if (!RecordedFlow.IsIn(folder))
        {
            throw RequestException.NotFound("the run recorded no flows: an ensemble keeps figures only");
        }

        RecordedFlow[] flows =
        [
            .. RecordedFlow
                .Read(folder)
                .Where(flow =>
                    Is(flow.Venue, venue) && Is(flow.Coin, coin) && Is(flow.Side, side) && stretch.Holds(flow.Minute)
                ),
        ];
        var page = TablePage.Of(flows, offset, limit);
        return CsvAnswer.IsAskedFor(format)
            ? CsvAnswer.Of(FlowHeader, page.Page.Select(CellsOf))
            : TypedResults.Ok(page);
    }

    private static ListingSeries[] SeriesOf(
        string id,
        RunCatalogue catalogue,
        SeriesShelf shelf,
        string coin,
        string? venue
    )
    {
        string folder = catalogue.FinishedFolderOf(id);
        if (!RecordedSeries.IsIn(folder))
        {
            throw RequestException.NotFound("the run recorded no series: its prices were given, or it is an ensemble");
        }

        ListingSeries[] series = [.. shelf.Of(folder, coin).Where(listing => Is(listing.Venue, venue))];
        return series.Length > 0 ? series : throw RequestException.NotFound("the run has no such coin at such a venue");
    }

    private static bool Is(string value, string? wanted) => wanted is null || value == wanted;

    private static IEnumerable<object?[]> CellsOf(SampledSeries series) =>
        series.Times.Select(
            (time, at) =>
                new object?[]
                {
                    DateTime.UnixEpoch.AddSeconds(time),
                    series.Venue,
                    series.Coin,
                    series.Open[at],
                    series.Low[at],
                    series.High[at],
                    series.Close[at],
                    series.Mark[at],
                    series.Spread[at],
                    series.TopDepth[at],
                    series.BidDepth[at],
                    series.AskDepth[at],
                    series.OpenInterest[at],
                }
        );

    private static object?[] CellsOf(SeriesPoint row) =>
        [row.Time, row.Middle, row.Mark, row.Spread, row.TopDepth, row.BidDepth, row.AskDepth, row.OpenInterest];

    private static object?[] CellsOf(RecordedFlow row) =>
        [row.Minute, row.Venue, row.Coin, row.Side, row.Kind, row.Notional, row.Events];
}
